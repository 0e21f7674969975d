package io.citytwin.core.asset;

import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** An engine of a building that makes electricity, and heat besides. Immutable. */
public interface Cogenerator extends Asset {

    /**
     * What it serves.
     *
     * @return the building
     */
    @Within
    Optional<Building> building();

    /**
     * The most electric power it gives.
     *
     * @return in kW
     */
    @In("kW")
    Optional<Quantity> ratedPower();

    /**
     * How long ago its efficiency was last checked.
     *
     * @return in years
     */
    @In("years")
    Optional<Quantity> sinceCheck();
}
