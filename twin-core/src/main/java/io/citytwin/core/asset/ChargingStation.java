package io.citytwin.core.asset;

import io.citytwin.core.model.Location;
import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** A place with charge points and one connection to the grid. Immutable. */
@Acts("connect")
public interface ChargingStation extends Asset {

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
     * Who runs it.
     *
     * @return a name, never compared by rules
     */
    Optional<String> operator();

    /**
     * The power contracted with the grid.
     *
     * @return in kW
     */
    @In("kW")
    Optional<Quantity> contractedPower();

    /**
     * Power drawn by all its charge points.
     *
     * @return in kW
     */
    @Reported
    @In("kW")
    Optional<Quantity> power();

    /**
     * Power drawn by all its charge points, as a share of the contracted power.
     *
     * @return in %
     */
    @Reported
    @In("%")
    Optional<Quantity> load();

    /**
     * How long it has drawn more than it may for good, today.
     *
     * @return in minutes
     */
    @Reported
    @In("minutes")
    Optional<Quantity> timeOver();

    /**
     * Whether its meter of the grid is one of the second generation.
     *
     * @return true if it is
     */
    Optional<Boolean> smartMeter();

    /**
     * Whether its meter takes part in a trial of more power at night.
     *
     * @return true if it does
     */
    Optional<Boolean> nightTrial();

    /**
     * Whether its connection is one of low voltage.
     *
     * @return true if it is
     */
    Optional<Boolean> lowVoltage();

    /**
     * Whether it stands on a main road of the continent or at a safe park for lorries.
     *
     * @return true if it does
     */
    Optional<Boolean> mainRoad();
}
