package io.citytwin.core.asset;

import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** A meter of what a building uses. Immutable. */
public interface Meter extends Asset {

    /**
     * What it serves.
     *
     * @return the building
     */
    @Within
    Optional<Building> building();

    /**
     * What it counts.
     *
     * @return such as electricity
     */
    Optional<Medium> medium();

    /**
     * Its reading.
     *
     * @return in kWh
     */
    @Reported
    @In("kWh")
    Optional<Quantity> energy();

    /**
     * How often it reports.
     *
     * @return in minutes
     */
    @Desired(resting = "60")
    @In("minutes")
    Optional<Quantity> interval();
}
