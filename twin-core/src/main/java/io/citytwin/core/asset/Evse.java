package io.citytwin.core.asset;

import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** A charge point: it serves one vehicle at a time. Immutable. */
@Acts("operate")
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

    /**
     * The most power it gives.
     *
     * @return in kW
     */
    @In("kW")
    Optional<Quantity> ratedPower();

    /**
     * Whether everybody may charge there.
     *
     * @return false at homes and depots
     */
    Optional<Boolean> openToAll();

    /**
     * Whether it was in service before the rules for new charge points.
     *
     * @return true if it is older
     */
    Optional<Boolean> older();

    /**
     * Whether one can charge without a contract.
     *
     * @return true if one can
     */
    Optional<Boolean> adHoc();

    /**
     * Whether it reads payment cards.
     *
     * @return true if it does
     */
    Optional<Boolean> cardReader();

    /**
     * Whether it takes payment cards without contact.
     *
     * @return true if it does
     */
    Optional<Boolean> contactless();

    /**
     * Whether it shows a code that leads to a page on which to pay.
     *
     * @return true if it does
     */
    Optional<Boolean> payCode();

    /**
     * Whether it can charge when that suits the grid.
     *
     * @return true if it can
     */
    Optional<Boolean> smart();

    /**
     * Whether it asks a price for each kWh.
     *
     * @return true if it does
     */
    Optional<Boolean> energyPrice();

    /**
     * Whether it asks a price for each session.
     *
     * @return true if it does
     */
    Optional<Boolean> sessionPrice();

    /**
     * Whether it shows its prices as the law orders them: for each kWh, each minute, each session.
     *
     * @return true if in this order
     */
    Optional<Boolean> pricesInOrder();

    /**
     * Whether its static and dynamic data are free for all on the national access point.
     *
     * @return true if they are
     */
    Optional<Boolean> dataShared();

    /**
     * Whether its data have the form that the law names.
     *
     * @return true if they have
     */
    Optional<Boolean> dataModel();

    /**
     * How long after a change its static data follow.
     *
     * @return in hours
     */
    @In("h")
    Optional<Quantity> dataDelay();
}
