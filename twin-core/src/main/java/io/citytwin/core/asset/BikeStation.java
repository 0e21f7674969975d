package io.citytwin.core.asset;

import io.citytwin.core.model.Location;
import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** A station of shared bikes. Immutable. */
public interface BikeStation extends Asset {

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
     * How many bikes it holds.
     *
     * @return a number
     */
    @In("1")
    Optional<Quantity> docks();

    /**
     * How many bikes can be taken.
     *
     * @return a number
     */
    @Reported
    @In("1")
    Optional<Quantity> bikes();

    /**
     * How long a ride costs nothing.
     *
     * @return in minutes
     */
    @Desired(resting = "30")
    @In("minutes")
    Optional<Quantity> freeMinutes();
}
