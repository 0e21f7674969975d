package io.citytwin.core.asset;

import io.citytwin.core.model.Outline;
import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** A neighbourhood of a municipality. Immutable. */
public interface District extends Area {

    /**
     * Where it lies.
     *
     * @return the municipality
     */
    @Within
    Optional<Municipality> place();

    /**
     * The ground that it covers.
     *
     * @return the ground
     */
    Optional<Outline> outline();

    /**
     * The most electric power that all of it may draw from the grid, in the mean of each quarter of an hour. It rests at
     * more than any grid gives: no limit. No device takes it: what keeps to it are charge points and lamps that share it.
     *
     * @return in kW
     */
    @Desired(resting = "1000000000")
    @In("kW")
    Optional<Quantity> load();
}
