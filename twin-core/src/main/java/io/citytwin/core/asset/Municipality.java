package io.citytwin.core.asset;

import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** A town or city with its own council, that can end its inspections of a year. Immutable. */
@Acts("endInspections")
public interface Municipality extends Area {

    /**
     * Where it lies.
     *
     * @return the province
     */
    @Within
    Optional<Province> province();

    /**
     * How many people live there.
     *
     * @return in inhabitants
     */
    @In("inhabitants")
    Optional<Quantity> population();

    /**
     * Whether it belongs to an agglomeration, as the zones of air-quality law are drawn.
     *
     * @return true for a large city and its surroundings
     */
    Optional<Boolean> agglomeration();

    /**
     * The band of its region's lasting limits on traffic in which it lies, where a region draws such bands.
     *
     * @return from 1, the strictest, upwards
     */
    @In("1")
    Optional<Quantity> trafficBand();

    /**
     * Whether it applies by its own choice what larger towns must.
     *
     * @return true if it joined
     */
    Optional<Boolean> volunteer();

    /**
     * How cold its winters are, as law counts it.
     *
     * @return in degree-days
     */
    @In("degree-days")
    Optional<Quantity> degreeDays();

    /**
     * How much natural gas all of it used in a year.
     *
     * @return in MWh, by its net calorific value
     */
    @In("MWh")
    Optional<Quantity> gasUsed();

    /**
     * How much heating oil all of it used in a year.
     *
     * @return in MWh, by its net calorific value
     */
    @In("MWh")
    Optional<Quantity> heatingOilUsed();

    /**
     * How much diesel all of it used in a year.
     *
     * @return in MWh, by its net calorific value
     */
    @In("MWh")
    Optional<Quantity> dieselUsed();

    /**
     * How much petrol all of it used in a year.
     *
     * @return in MWh, by its net calorific value
     */
    @In("MWh")
    Optional<Quantity> petrolUsed();

    /**
     * How much liquefied petroleum gas all of it used in a year.
     *
     * @return in MWh, by its net calorific value
     */
    @In("MWh")
    Optional<Quantity> liquidGasUsed();

    /**
     * How much heavy fuel oil all of it used in a year.
     *
     * @return in MWh, by its net calorific value
     */
    @In("MWh")
    Optional<Quantity> fuelOilUsed();

    /**
     * How much hard coal all of it used in a year.
     *
     * @return in MWh, by its net calorific value
     */
    @In("MWh")
    Optional<Quantity> coalUsed();

    /**
     * How much electricity all of it used in a year.
     *
     * @return in MWh
     */
    @In("MWh")
    Optional<Quantity> electricityUsed();

    /**
     * How much carbon dioxide the energy gave off that all of it used in a year.
     *
     * @return in t
     */
    @In("t")
    Optional<Quantity> yearlyEmissions();

    /**
     * How far its yearly emissions are below those of the year against which its plan counts.
     *
     * @return in %
     */
    @In("%")
    Optional<Quantity> emissionCut();

    /**
     * How far its yearly emissions are below those of the later year of reference of its plan.
     *
     * @return in %
     */
    @In("%")
    Optional<Quantity> laterEmissionCut();

    /**
     * How far its plan says that its yearly emissions go down.
     *
     * @return in %
     */
    @In("%")
    Optional<Quantity> plannedCut();

    /**
     * How far its yearly emissions had gone down, as its newest report says.
     *
     * @return in %
     */
    @In("%")
    Optional<Quantity> monitoredCut();

    /**
     * How far its yearly emissions would go down by the target year, as its newest report says.
     *
     * @return in %
     */
    @In("%")
    Optional<Quantity> projectedCut();
}
