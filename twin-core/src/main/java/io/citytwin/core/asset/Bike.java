package io.citytwin.core.asset;

import io.citytwin.core.model.Location;
import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** A shared bike, maybe with electric assistance: no motor vehicle. Immutable. */
public interface Bike extends Asset {

    /**
     * Where it stands.
     *
     * @return the point
     */
    @Reported
    Optional<Location> location();

    /**
     * Where it is kept.
     *
     * @return the station
     */
    @Within
    Optional<BikeStation> station();

    /**
     * Whether it assists its rider.
     *
     * @return true if it does
     */
    Optional<Boolean> electric();

    /**
     * How full its battery is.
     *
     * @return in %
     */
    @Reported
    @In("%")
    Optional<Quantity> charge();

    /**
     * The share of its assistance that it may give.
     *
     * @return in %
     */
    @Desired(resting = "100")
    @In("%")
    Optional<Quantity> assistance();
}
