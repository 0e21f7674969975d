package io.citytwin.core.asset;

import io.citytwin.core.model.Location;
import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** A car park, maybe at a station of public transport. Immutable. */
public interface CarPark extends Asset {

    /**
     * Where it stands.
     *
     * @return the point
     */
    Optional<Location> location();

    /**
     * Where it stands.
     *
     * @return the municipality
     */
    @Within
    Optional<Municipality> place();

    /**
     * Whether public transport leaves from it.
     *
     * @return true if it does
     */
    Optional<Boolean> parkAndRide();

    /**
     * How many vehicles it holds.
     *
     * @return a number
     */
    @In("1")
    Optional<Quantity> spaces();
}
