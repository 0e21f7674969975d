package io.citytwin.core.asset;

import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** A meter of what a building uses, that can be installed and kept. Immutable. */
@Acts({"install", "keep"})
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

    /**
     * Whether it can be read from afar.
     *
     * @return true if it can
     */
    Optional<Boolean> remote();

    /**
     * How often the occupants are told what they used.
     *
     * @return in times a year
     */
    @In("1")
    Optional<Quantity> reports();

    /**
     * Whether the occupants asked to be told more often.
     *
     * @return true if they did
     */
    @Personal
    Optional<Boolean> reportsAsked();
}
