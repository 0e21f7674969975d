package io.citytwin.core.asset;

import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** A station that measures the air. Immutable. */
public interface AirStation extends Asset {

    /**
     * The area whose mean it feeds.
     *
     * @return the province
     */
    @Within
    Optional<Province> province();

    /**
     * Whether it counts for the mean.
     *
     * @return its role
     */
    Optional<StationRole> role();

    /**
     * Particles below 10 micrometres.
     *
     * @return in ug/m3, a mean over an hour or a day
     */
    @Reported
    @In("ug/m3")
    Optional<Quantity> pm10();
}
