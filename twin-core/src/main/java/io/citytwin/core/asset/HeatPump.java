package io.citytwin.core.asset;

import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** A heat pump or chiller of a building. Immutable. */
public interface HeatPump extends Asset {

    /**
     * What it serves.
     *
     * @return the building
     */
    @Within
    Optional<Building> building();

    /**
     * The most electric power it draws.
     *
     * @return in kW
     */
    @In("kW")
    Optional<Quantity> ratedPower();

    /**
     * Electric power drawn.
     *
     * @return in kW
     */
    @Reported
    @In("kW")
    Optional<Quantity> power();

    /**
     * Electricity drawn since it was installed.
     *
     * @return in kWh
     */
    @Reported
    @In("kWh")
    Optional<Quantity> energy();

    /**
     * The share of its power that it may use.
     *
     * @return in %
     */
    @Desired(resting = "100")
    @In("%")
    Optional<Quantity> output();

    /**
     * The most heat it moves, when it heats or when it cools.
     *
     * @return in kW
     */
    @In("kW")
    Optional<Quantity> thermalPower();

    /**
     * What drives it.
     *
     * @return such as electric
     */
    Optional<HeatPumpDrive> drive();

    /**
     * How long ago its efficiency was last checked.
     *
     * @return in years
     */
    @In("years")
    Optional<Quantity> sinceCheck();
}
