package io.citytwin.rules.energy;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.asset.LightingClass;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.signal.Input;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.directive.ActuatorId;
import io.citytwin.rules.directive.Allotter;
import io.citytwin.rules.directive.Award;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** A district with one building, a roof, two connectors of 50 and 20 kW and two lamps of 1000 W, and one lamp outside. */
final class SmallDistrict {

    static final TwinId DISTRICT = TwinId.of("xx:old-town");
    static final Instant START = Instant.parse("2026-01-12T16:00:00Z");
    private static final Award RULED = Limits.ruled();

    final DistrictEnergy energy;
    private final AssetTypes types = AssetTypes.builtIn();
    private Instant now = START;

    SmallDistrict() {
        energy = DistrictEnergy.builder(CivilCalendar.italy())
                .sessionFloor(Quantity.of(5, Unit.KILOWATT))
                .lampFloor(LightingClass.M3, Quantity.of(50, Unit.PERCENT))
                .build();
        put(types.twin(DISTRICT.toString(), "District"));
        put(here(types.twin("xx:house", "Building")));
        put(here(types.twin("xx:island", "ChargingStation")));
        put(types.twin("xx:meter", "Meter").withAll("building=xx:house medium=electricity"));
        put(types.twin("xx:gas", "Meter").withAll("building=xx:house medium=gas"));
        put(types.twin("xx:roof", "Photovoltaic").withAll("building=xx:house peakPower=30"));
        put(types.twin("xx:point-a", "Evse").withAll("station=xx:island"));
        put(types.twin("xx:a", "Connector").withAll("evse=xx:point-a ratedPower=50"));
        put(types.twin("xx:b", "Connector").withAll("evse=xx:point-a ratedPower=20"));
        put(here(types.twin("xx:l1", "LampPost").withAll("ratedPower=1000 lightingClass=M3")));
        put(here(types.twin("xx:l2", "LampPost").withAll("ratedPower=1000 lightingClass=P4")));
        put(types.twin("xx:far", "LampPost").withAll("ratedPower=9000 lightingClass=M3"));
    }

    private static Twin here(Twin twin) {
        return twin.in(new TreeSet<>(List.of(DISTRICT)));
    }

    void put(Twin twin) {
        energy.accept(new Input.TwinChanged(twin, now));
    }

    /** Goes on to so many minutes after the start. */
    SmallDistrict at(int minutes) {
        now = START.plus(Duration.ofMinutes(minutes));
        return this;
    }

    SmallDistrict kilowatts(String device, String power) {
        Unit unit = device.startsWith("l") || device.equals("far") ? Unit.WATT : Unit.KILOWATT;
        return tell(device, "power", Optional.of(Quantity.of(power, unit)));
    }

    SmallDistrict tell(String device, String property, Optional<Quantity> value) {
        energy.accept(new Input.Observed(new Observation(
                TwinId.of("xx:" + device), property, value.map(told -> told), now, now, "test", Quality.GOOD)));
        return this;
    }

    SmallDistrict meter(String reading) {
        return tell("meter", "energy", Optional.of(Quantity.of(reading, Unit.KILOWATT_HOUR)));
    }

    List<Allotter.Share> split() {
        return energy.split(new TreeMap<>(), now);
    }

    List<Allotter.Share> split(String cap) {
        return split(cap, new TreeMap<>());
    }

    List<Allotter.Share> split(String cap, SortedMap<ActuatorId, Award> others) {
        SortedMap<ActuatorId, Award> awards = new TreeMap<>(others);
        awards.put(new ActuatorId(DISTRICT, "load"), Limits.like(RULED, Quantity.of(cap, Unit.KILOWATT)));
        return energy.split(awards, now);
    }

    static Award award(String percent) {
        return Limits.like(RULED, Quantity.of(percent, Unit.PERCENT));
    }

    /** As {@code a=40 % b=50 %}. */
    static String text(List<Allotter.Share> shares) {
        return String.join(
                " ",
                shares.stream()
                        .map(share -> share.actuator().twin().name() + "=" + share.most())
                        .toList());
    }

    EnergyBalance last() {
        List<PastQuarter> past = energy.past(DISTRICT);
        return past.get(past.size() - 1).balance();
    }
}
