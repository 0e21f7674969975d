package io.citytwin.core.asset;

import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** Collectors that heat water on a roof. Immutable. */
public interface SolarThermal extends Asset {

    /**
     * What it serves.
     *
     * @return the building
     */
    @Within
    Optional<Building> building();

    /**
     * Area of the collectors.
     *
     * @return in m2
     */
    @In("m2")
    Optional<Quantity> collectorArea();

    /**
     * Heat given since they were installed.
     *
     * @return in kWh
     */
    @Reported
    @In("kWh")
    Optional<Quantity> energy();

    /**
     * Whether the pump may run.
     *
     * @return true while it may
     */
    @Desired(resting = "true")
    Optional<Boolean> pumping();
}
