package io.citytwin.core.asset;

import io.citytwin.core.model.Location;
import io.citytwin.core.model.Quantity;
import java.util.Optional;

/**
 * A vehicle that can stand, with its engine off or running idle, or drive in a municipality; and be told of as its document
 * says, approved as a type, registered, and retrofitted. Immutable.
 */
@Acts({"approve", "circulate", "classify", "declare", "enter", "idle", "park", "register", "retrofit"})
public interface Vehicle extends Asset {

    /**
     * Where it is.
     *
     * @return the municipality
     */
    @Within
    Optional<Municipality> place();

    /**
     * Category on the registration document.
     *
     * @return such as M1
     */
    Optional<VehicleCategory> category();

    /**
     * What it runs on.
     *
     * @return such as diesel
     */
    Optional<Fuel> fuel();

    /**
     * Emission class.
     *
     * @return such as Euro 4
     */
    Optional<EuroClass> euro();

    /**
     * Particle filter.
     *
     * @return none, from the factory or retrofitted
     */
    Optional<Dpf> dpf();

    /**
     * Whether it takes part in a scheme that counts its kilometres instead of banning its hours.
     *
     * @return true if it is registered there
     */
    @Personal
    Optional<Boolean> kilometreScheme();

    /**
     * How far it has driven in the current year of that scheme, as its box counts.
     *
     * @return in km
     */
    @Personal
    @Reported
    @In("km")
    Optional<Quantity> kilometres();

    /**
     * How far it has driven inside the low-emission zone in the current year of such a scheme, at all hours of all days,
     * as its box counts.
     *
     * @return in km
     */
    @Personal
    @Reported
    @In("km")
    Optional<Quantity> zoneKilometres();

    /**
     * Where it is.
     *
     * @return the point
     */
    @Personal
    @Reported
    Optional<Location> location();

    /**
     * The gate that it passes.
     *
     * @return the gate, only while a passage is decided
     */
    @Personal
    Optional<Gate> gate();

    /**
     * Length.
     *
     * @return in metres
     */
    @In("m")
    Optional<Quantity> length();

    /**
     * CO2 on the registration document, field V.7.
     *
     * @return in g/km
     */
    @In("g/km")
    Optional<Quantity> co2();

    /**
     * Whether its engine has two strokes, as mopeds and motorcycles may.
     *
     * @return true for two strokes
     */
    Optional<Boolean> twoStroke();

    /**
     * What it is used for.
     *
     * @return such as private
     */
    Optional<VehicleService> service();

    /**
     * Where its holder lives or has a seat.
     *
     * @return the municipality
     */
    @Personal
    Optional<Municipality> home();

    /**
     * The zone in which its holder lives.
     *
     * @return the zone
     */
    @Personal
    Optional<Zone> homeZone();

    /**
     * Who holds it, as a keyed hash: counters of a person are kept by it.
     *
     * @return a pseudonym, never a name or plate
     */
    @Personal
    Optional<String> holder();

    /**
     * Whether its holder has registered for what the municipality grants on registration only.
     *
     * @return true if registered
     */
    @Personal
    Optional<Boolean> registered();

    /**
     * Whether it carries goods for others.
     *
     * @return true for third-party haulage, false for one's own goods
     */
    Optional<Boolean> haulage();

    /**
     * Whether its load space is insulated or refrigerated.
     *
     * @return true if it is
     */
    Optional<Boolean> refrigerated();

    /**
     * Dangerous goods on board.
     *
     * @return none, explosives of class 1, or others
     */
    Optional<DangerousGoods> dangerousGoods();

    /**
     * Whether it holds the municipality's derogation for the dangerous goods that it carries.
     *
     * @return true if it holds one
     */
    Optional<Boolean> dangerousGoodsPermit();

    /**
     * What detects people in its blind spots.
     *
     * @return none, ordered or fitted
     */
    Optional<BlindSpotDetection> blindSpotDetection();

    /**
     * Whether its sides warn of its blind spots.
     *
     * @return true if it bears the sign
     */
    Optional<Boolean> blindSpotSign();

    /**
     * Whether it carries the holder of a disability badge.
     *
     * @return true on notice to the municipality
     */
    @Personal
    Optional<Boolean> disabledBadge();

    /**
     * What its trip is for.
     *
     * @return such as emergency-room, on notice to the municipality
     */
    @Personal
    Optional<Errand> errand();

    /**
     * Who runs the fleet that it belongs to.
     *
     * @return a name, never compared by rules
     */
    Optional<String> fleet();

    /**
     * How full its battery is.
     *
     * @return in %
     */
    @Reported
    @In("%")
    Optional<Quantity> charge();

    /**
     * What its driver or fleet is told.
     *
     * @return such as smog
     */
    @Desired(resting = "none")
    Optional<Notice> notice();

    /**
     * Seats besides that of the driver.
     *
     * @return a number
     */
    @In("1")
    Optional<Quantity> seats();

    /**
     * Technically permissible maximum mass.
     *
     * @return in kg
     */
    @In("kg")
    Optional<Quantity> maxMass();

    /**
     * What a vehicle of the categories L is.
     *
     * @return such as motorcycle
     */
    Optional<VehicleKind> kind();

    /**
     * Directive on the registration document, field V.9.
     *
     * @return such as 98/69-B
     */
    Optional<DirectiveCode> directiveCode();

    /**
     * Fuel on the registration document, field P.3.
     *
     * @return such as BENZ
     */
    Optional<FuelCode> fuelCode();

    /**
     * Particulate mass on the registration document of a light vehicle, field V.5.
     *
     * @return in g/km
     */
    @In("g/km")
    Optional<Quantity> particulate();
}
