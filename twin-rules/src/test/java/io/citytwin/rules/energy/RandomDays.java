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
import io.citytwin.rules.directive.Award;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Days of two districts that share a street: readings late, bad and missing, twins that move, limits that come and go. */
final class RandomDays {

    static final List<TwinId> DISTRICTS = List.of(TwinId.of("xx:east"), TwinId.of("xx:west"));
    private static final Award RULED = Limits.ruled();
    private static final Instant START = Instant.parse("2026-01-12T00:00:00Z");
    private static final int DEVICES = 4;

    private final Random random;
    private final AssetTypes types = AssetTypes.builtIn();
    private final long[] counted = new long[DEVICES];

    RandomDays(long seed) {
        random = new Random(seed);
    }

    /** What happens until a step's end, and what is awarded there. */
    record Step(List<Input> inputs, SortedMap<ActuatorId, Award> awards, Instant moment) {}

    static DistrictEnergy energy() {
        return DistrictEnergy.builder(CivilCalendar.italy())
                .sessionFloor(Quantity.of(5, Unit.KILOWATT))
                .lampFloor(LightingClass.M3, Quantity.of(50, Unit.PERCENT))
                .build();
    }

    List<Step> steps(int number) {
        List<Step> steps = new ArrayList<>();
        Instant now = START;
        for (int step = 0; step < number; step++) {
            List<Input> inputs = new ArrayList<>(step == 0 ? all(now) : List.of());
            Instant end = now.plus(Duration.ofMinutes(random.nextInt(8) == 0 ? 5 + random.nextInt(40) : 15));
            for (int left = random.nextInt(12); left > 0; left--) {
                inputs.add(input(now, end));
            }
            inputs.sort((one, other) -> one.receivedAt().compareTo(other.receivedAt()));
            steps.add(new Step(inputs, awards(), end));
            now = end;
        }
        return steps;
    }

    private List<Input> all(Instant now) {
        List<Input> all = new ArrayList<>();
        DISTRICTS.forEach(id -> all.add(new Input.TwinChanged(types.twin(id.toString(), "District"), now)));
        for (int device = 0; device < DEVICES; device++) {
            for (String kind : List.of("Building", "Meter", "HeatPump", "Photovoltaic", "Connector", "LampPost")) {
                all.add(new Input.TwinChanged(twin(kind, device), now));
            }
        }
        return all;
    }

    private Twin twin(String kind, int device) {
        Twin twin = types.twin("xx:" + kind + device, kind);
        return switch (kind) {
            case "Meter" -> twin.withAll("building=xx:Building" + device + " medium=electricity");
            case "HeatPump", "Photovoltaic" -> twin.withAll("building=xx:Building" + device);
            case "Connector" -> here(twin.withAll("ratedPower=" + (random.nextInt(5) == 0 ? 22 : 50)));
            case "LampPost" ->
                here(twin.withAll("ratedPower=2000 lightingClass=" + (random.nextBoolean() ? "M3" : "P4")));
            default -> here(twin);
        };
    }

    private Twin here(Twin twin) {
        TreeSet<TwinId> zones = new TreeSet<>(DISTRICTS);
        zones.removeIf(zone -> random.nextInt(3) == 0);
        return twin.in(zones);
    }

    private Input input(Instant from, Instant to) {
        long length = Duration.between(from, to).toSeconds();
        Instant received = from.plusSeconds(1 + random.nextInt((int) length));
        int device = random.nextInt(DEVICES);
        return switch (random.nextInt(20)) {
            case 0 -> new Input.Tick(received);
            case 1 -> new Input.TwinChanged(twin(random.nextBoolean() ? "Connector" : "LampPost", device), received);
            case 2 -> new Input.TwinChanged(twin("Building", device), received);
            default -> new Input.Observed(reading(device, received));
        };
    }

    private Observation reading(int device, Instant received) {
        Instant measured = random.nextInt(6) == 0 ? received.minusSeconds(random.nextInt(4000)) : received;
        Quality quality = random.nextInt(15) == 0 ? Quality.BAD : Quality.GOOD;
        Said said = said();
        return new Observation(
                TwinId.of("xx:" + said.type() + device),
                said.property(),
                Optional.of(said.property().equals("energy") ? counted(device, said) : said.value()),
                measured,
                received,
                "test",
                quality);
    }

    /** What a device of a type tells. */
    private record Said(String type, String property, Quantity value) {}

    private Said said() {
        return switch (random.nextInt(7)) {
            case 0, 1 -> new Said("Meter", "energy", Quantity.of(random.nextInt(8), Unit.KILOWATT_HOUR));
            case 2 -> new Said("HeatPump", "power", kilowatts(20));
            case 3 -> new Said("Photovoltaic", "power", kilowatts(10));
            case 4 -> new Said("LampPost", "power", Quantity.of(random.nextInt(2000), Unit.WATT));
            case 5 -> new Said("Connector", "output", Quantity.of(10 + random.nextInt(91), Unit.PERCENT));
            default -> new Said("Connector", "power", kilowatts(50));
        };
    }

    private Quantity counted(int device, Said more) {
        counted[device] += more.value().amount().intValue();
        return Quantity.of(counted[device], Unit.KILOWATT_HOUR);
    }

    private Quantity kilowatts(int most) {
        return Quantity.of(random.nextInt(most + 1), Unit.KILOWATT);
    }

    private SortedMap<ActuatorId, Award> awards() {
        SortedMap<ActuatorId, Award> awards = new TreeMap<>();
        for (TwinId district : DISTRICTS) {
            if (random.nextInt(4) > 0) {
                awards.put(
                        new ActuatorId(district, DistrictEnergy.BUDGET),
                        Limits.like(RULED, Quantity.of(60 + random.nextInt(120), Unit.KILOWATT)));
            }
        }
        if (random.nextInt(5) == 0) {
            awards.put(new ActuatorId(TwinId.of("xx:Connector1"), "output"), SmallDistrict.award("70"));
        }
        return awards;
    }
}
