package io.citytwin.core.asset;

import java.util.Optional;

/** A charge point: it serves one vehicle at a time. Immutable. */
public interface Evse extends Asset {

    /**
     * What it belongs to.
     *
     * @return the station
     */
    @Within
    Optional<ChargingStation> station();

    /**
     * What it is doing.
     *
     * @return such as available
     */
    @Reported
    Optional<EvseStatus> status();
}
