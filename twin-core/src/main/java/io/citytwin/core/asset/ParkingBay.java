package io.citytwin.core.asset;

import io.citytwin.core.model.Location;
import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** A marked place for one vehicle, with a sensor. Immutable. */
public interface ParkingBay extends Asset {

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
     * Whether a vehicle stands on it.
     *
     * @return true if one does
     */
    @Reported
    Optional<Boolean> occupied();

    /**
     * Who may park there.
     *
     * @return such as anyone
     */
    @Desired(resting = "anyone")
    Optional<BayUse> keptFor();

    /**
     * What standing on it costs.
     *
     * @return in EUR/h
     */
    @Desired(resting = "0")
    @In("EUR/h")
    Optional<Quantity> tariff();
}
