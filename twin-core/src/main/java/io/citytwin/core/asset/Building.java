package io.citytwin.core.asset;

import io.citytwin.core.model.Location;
import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** A building with its envelope and use, that can be built, kept as it is, and certified. Immutable. */
@Acts({"build", "keep", "certify"})
public interface Building extends Asset {

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
     * Who owns it.
     *
     * @return private or public
     */
    Optional<Ownership> owner();

    /**
     * What it is mostly used for.
     *
     * @return its use
     */
    Optional<BuildingUse> use();

    /**
     * Heated floor area.
     *
     * @return in m2
     */
    @In("m2")
    Optional<Quantity> floorArea();

    /**
     * How much heat its walls let through.
     *
     * @return the U-value in W/m2K
     */
    @In("W/m2K")
    Optional<Quantity> wallTransmittance();

    /**
     * How much heat its roof lets through.
     *
     * @return the U-value in W/m2K
     */
    @In("W/m2K")
    Optional<Quantity> roofTransmittance();

    /**
     * How much heat its windows let through.
     *
     * @return the U-value in W/m2K
     */
    @In("W/m2K")
    Optional<Quantity> windowTransmittance();

    /**
     * Class of its energy performance certificate.
     *
     * @return such as A2
     */
    Optional<EnergyClass> energyClass();

    /**
     * Climate zone that its heating season follows.
     *
     * @return such as E
     */
    Optional<HeatingZone> heatingZone();

    /**
     * Whether its envelope was renewed.
     *
     * @return true if it was
     */
    Optional<Boolean> retrofitted();

    /**
     * What is being built, or renovated.
     *
     * @return such as construction; empty while nothing is
     */
    Optional<Works> works();

    /**
     * How much heat the floor or slab under it lets through.
     *
     * @return the U-value in W/m2K
     */
    @In("W/m2K")
    Optional<Quantity> floorTransmittance();

    /**
     * How much heat the walls between its units let through.
     *
     * @return the U-value in W/m2K
     */
    @In("W/m2K")
    Optional<Quantity> dividingTransmittance();

    /**
     * Yearly non-renewable primary energy, divided by that of the reference building.
     *
     * @return a ratio
     */
    @In("1")
    Optional<Quantity> energyRatio();

    /**
     * Degree-days with which its energy performance was computed.
     *
     * @return in degree-days
     */
    @In("degree-days")
    Optional<Quantity> degreeDays();

    /**
     * Whether it emits nothing where it stands, as law on new buildings will ask.
     *
     * @return true if it is a zero-emission building
     */
    Optional<Boolean> zeroEmission();

    /**
     * The part of its heating, cooling and hot water that renewable sources cover.
     *
     * @return in %
     */
    @In("%")
    Optional<Quantity> renewableShare();

    /**
     * The part of its hot water that renewable sources cover.
     *
     * @return in %
     */
    @In("%")
    Optional<Quantity> renewableWaterShare();

    /**
     * Power of its photovoltaic panels for each square metre of its footprint.
     *
     * @return in W/m2
     */
    @In("W/m2")
    Optional<Quantity> solarPower();

    /**
     * Whether one plant heats several of its units.
     *
     * @return true if it does
     */
    Optional<Boolean> centralHeating();

    /**
     * Whether its heat is metered where it comes in and in each unit.
     *
     * @return true if all of these meters are there
     */
    Optional<Boolean> submetered();

    /**
     * The part of the cost of central heating that is shared out by what each unit used.
     *
     * @return in %
     */
    @In("%")
    Optional<Quantity> costByUse();

    /**
     * The discount on urbanisation charges that is asked for its works.
     *
     * @return in %
     */
    @In("%")
    Optional<Quantity> chargeDiscount();

    /**
     * Energy for its heating, as metered over a heating season.
     *
     * @return in kWh
     */
    @In("kWh")
    Optional<Quantity> heatUsed();

    /**
     * Energy for its heating over a season, as its design or certificate says.
     *
     * @return in kWh
     */
    @In("kWh")
    Optional<Quantity> heatPredicted();

    /**
     * Degree-days of the season in which its heat was metered.
     *
     * @return in degree-days
     */
    @In("degree-days")
    Optional<Quantity> seasonDegreeDays();

    /**
     * How far the energy that it used for heating is above what was predicted, in a season as cold as the predicted one.
     *
     * @return in %; below 0 if it used less
     */
    @In("%")
    Optional<Quantity> energyGap();
}
