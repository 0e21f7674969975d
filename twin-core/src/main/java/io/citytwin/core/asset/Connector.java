package io.citytwin.core.asset;

import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** A socket or cable of a charge point. Immutable. */
public interface Connector extends Asset {

    /**
     * What it belongs to.
     *
     * @return the charge point
     */
    @Within
    Optional<Evse> evse();

    /**
     * Its form.
     *
     * @return such as CCS
     */
    Optional<ConnectorStandard> standard();

    /**
     * The most power it gives.
     *
     * @return in kW
     */
    @In("kW")
    Optional<Quantity> ratedPower();

    /**
     * Whether it charges rapidly.
     *
     * @return true if it does
     */
    Optional<Boolean> rapid();

    /**
     * Power given.
     *
     * @return in kW
     */
    @Reported
    @In("kW")
    Optional<Quantity> power();

    /**
     * Electricity given since it was installed.
     *
     * @return in kWh
     */
    @Reported
    @In("kWh")
    Optional<Quantity> energy();

    /**
     * The share of its power that it may give.
     *
     * @return in %
     */
    @Desired(resting = "100", safe = "50")
    @In("%")
    Optional<Quantity> output();
}
