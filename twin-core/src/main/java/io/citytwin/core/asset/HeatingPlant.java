package io.citytwin.core.asset;

import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** A boiler or substation that heats a building. Immutable. */
@Acts({"operate", "install"})
public interface HeatingPlant extends Asset {

    /**
     * What it serves.
     *
     * @return the building
     */
    @Within
    Optional<Building> building();

    /**
     * What it turns into heat.
     *
     * @return such as gas
     */
    Optional<HeatSource> source();

    /**
     * The most heat it can give.
     *
     * @return in kW
     */
    @In("kW")
    Optional<Quantity> ratedPower();

    /**
     * Whether it condenses its flue gas.
     *
     * @return true if it does
     */
    Optional<Boolean> condensing();

    /**
     * Whether it may give heat.
     *
     * @return true while it is on
     */
    @Desired(resting = "true")
    Optional<Boolean> running();

    /**
     * How long it has been on since midnight.
     *
     * @return in hours
     */
    @Reported
    @In("h")
    Optional<Quantity> hoursToday();

    /**
     * Heat given since it was installed.
     *
     * @return in kWh
     */
    @Reported
    @In("kWh")
    Optional<Quantity> energy();

    /**
     * How long ago its efficiency was last checked.
     *
     * @return in years
     */
    @In("years")
    Optional<Quantity> sinceCheck();
}
