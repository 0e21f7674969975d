package io.citytwin.core.asset;

import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** Panels that make electricity on a roof. Immutable. */
public interface Photovoltaic extends Asset {

    /**
     * What it serves.
     *
     * @return the building
     */
    @Within
    Optional<Building> building();

    /**
     * Power under standard conditions.
     *
     * @return in kW
     */
    @In("kW")
    Optional<Quantity> peakPower();

    /**
     * Power given.
     *
     * @return in kW
     */
    @Reported
    @In("kW")
    Optional<Quantity> power();

    /**
     * Electricity given since they were installed.
     *
     * @return in kWh
     */
    @Reported
    @In("kWh")
    Optional<Quantity> energy();

    /**
     * The share that may leave the building.
     *
     * @return in %
     */
    @Desired(resting = "100")
    @In("%")
    Optional<Quantity> export();
}
