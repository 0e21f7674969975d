package io.citytwin.regulations.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Input;
import io.citytwin.core.signal.Passage;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Gatekeeper.Answer;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.regulation.Regulation;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All shipped law at gates of two cities: what a gate is told is what the same question is answered. */
class ShippedGatekeeperTest {

    private static final AssetTypes TYPES = AssetTypes.builtIn();
    private static final List<Regulation> LAW = RegulationBundle.classpath().regulations();
    private static final List<Regulation> MILAN_ONLY = LAW.stream()
            .filter(regulation -> !regulation.id().startsWith("it.torino."))
            .toList();
    private static final List<String> ZONES = List.of("area-b", "area-c", "isola", "centrale", "romana", "nowhere");
    private static final List<String> TOWNS = List.of("milan", "turin", "elsewhere", "nowhere");
    private static final List<String> CODES =
            List.of("IT-015146-B", "IT-015146-C", "IT-015146-ISOLA", "IT-001272-CENTRALE", "IT-001272-ROMANA");
    private static final int VEHICLES = 40;

    private Random random = new Random(0);
    private int passages;

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static TwinId id(String name) {
        return TwinId.of("xx:" + name);
    }

    private Twin[] city() {
        return new Twin[] {
            TYPES.twin("xx:lombardy", "Region").withAll("code=IT-25"),
            TYPES.twin("xx:piedmont", "Region").withAll("code=IT-21"),
            TYPES.twin("xx:province-mi", "Province").withAll("code=IT-MI region=xx:lombardy"),
            TYPES.twin("xx:province-to", "Province").withAll("code=IT-TO region=xx:piedmont"),
            town("milan"),
            town("turin"),
            town("elsewhere"),
            zone("area-b", 0),
            zone("area-c", 1),
            zone("isola", 2),
            zone("centrale", 3),
            zone("romana", 4)
        };
    }

    private Twin town(String name) {
        boolean turin = name.equals("turin");
        Twin town =
                TYPES.twin("xx:" + name, "Municipality").with("province", turin ? "xx:province-to" : "xx:province-mi");
        town = maybe(town, "code", turin ? "IT-001272" : name.equals("milan") ? "IT-015146" : "IT-016024");
        town = maybe(town, "population", pick(List.of("1300000", "30000", "29000")));
        town = maybe(town, "trafficBand", pick(List.of("1", "2", "3")));
        town = maybe(town, "volunteer", pick(List.of("true", "false")));
        return maybe(town, "agglomeration", pick(List.of("true", "true", "false")));
    }

    private Twin zone(String name, int code) {
        Twin zone = TYPES.twin("xx:" + name, "Zone").with("place", code < 3 ? "xx:milan" : "xx:turin");
        return maybe(zone, "code", CODES.get(code));
    }

    private Twin gate(int number) {
        Twin gate = TYPES.twin("xx:gate" + number, "Gate").with("zone", "xx:" + ZONES.get(number % ZONES.size()));
        gate = maybe(gate, "place", "xx:" + (number % ZONES.size() < 3 ? "milan" : "turin"));
        gate = maybe(gate, "reserved", pick(List.of("false", "false", "true")));
        return random.nextInt(3) > 0 ? gate : gate.in(new TreeSet<>(Set.of(id("area-b"))));
    }

    private Twin maybe(Twin twin, String property, String value) {
        return random.nextInt(12) == 0 ? twin : twin.with(property, value);
    }

    /** Of one in three, one thing is not known. */
    private Twin vehicle(int number) {
        Twin vehicle = TYPES.twin("xx:vehicle-" + number, "Vehicle")
                .withAll(PlainVehicle.random(random, number).values());
        vehicle = maybe(vehicle, "home", "xx:" + pick(TOWNS));
        vehicle = maybe(vehicle, "kilometres", pick(List.of("0", "999", "1000", "3000", "9000")));
        SortedMap<String, Value> values = new TreeMap<>(vehicle.values());
        if (random.nextInt(3) == 0) {
            values.remove(pick(List.copyOf(values.keySet())));
        }
        return new Twin(vehicle.id(), vehicle.type(), values, vehicle.observations(), vehicle.zones());
    }

    private TwinId anyVehicle() {
        return id("vehicle-" + random.nextInt(VEHICLES));
    }

    private TwinId anyGate() {
        return id("gate" + random.nextInt(ZONES.size() * 2));
    }

    private Input told(RegulationEngine engine) {
        Instant now = engine.now();
        LocalDate today = CivilCalendar.italy().dateOf(now);
        if (random.nextBoolean()) {
            Quantity smoke = Quantity.of(40 + random.nextInt(30), Unit.MICROGRAM_PER_CUBIC_METRE);
            return new Input.Observed(
                    new Observation(id("turin"), "pm10Today", Optional.of(smoke), now, now, "agency", Quality.GOOD));
        }
        boolean milan = random.nextBoolean();
        return new Input.Announced(
                milan ? "it.lombardia.antismog" : "it.piemonte.antismog",
                "Level",
                id(milan ? "province-mi" : "turin"),
                pick(List.of("none", "first", "second")),
                today.plusDays(random.nextInt(2)),
                now,
                "note");
    }

    private void step(RegulationEngine engine) {
        Instant now = engine.now();
        switch (random.nextInt(14)) {
            case 0 -> engine.put(gate(random.nextInt(ZONES.size() * 2)));
            case 1 -> engine.put(city());
            case 2 -> engine.adopt(random.nextBoolean() ? LAW : MILAN_ONLY);
            case 3, 4 -> engine.put(vehicle(random.nextInt(VEHICLES)));
            case 5, 6, 7 -> engine.accept(told(engine));
            case 8, 9, 10 -> engine.advanceTo(now.plus(Duration.ofMinutes(random.nextInt(30 * 60))));
            default ->
                engine.accept(new Input.Passed(new Passage("p" + ++passages, anyVehicle(), anyGate(), now), now));
        }
    }

    @ParameterizedTest
    @CsvSource({"2025-12-30T08:00:00Z, 1", "2025-09-28T05:00:00Z, 2", "2023-10-27T06:00:00Z, 3"})
    void whatAGateIsToldIsWhatIsAnswered(Instant start, long seed) {
        random = new Random(seed);
        Set<Answer> seen = new HashSet<>();
        try (RegulationEngine engine =
                RegulationEngine.builder().regulations(LAW).build()) {
            engine.put(city());
            engine.advanceTo(start);
            IntStream.range(0, ZONES.size() * 2).forEach(number -> engine.put(gate(number)));
            IntStream.range(0, VEHICLES).forEach(number -> engine.put(vehicle(number)));
            for (int number = 0; number < 150; number++) {
                step(engine);
                for (int question = 0; question < 15; question++) {
                    TwinId vehicle = anyVehicle();
                    TwinId gate = anyGate();
                    Answer answer = engine.gatekeeper().at(vehicle, gate);
                    Decision asked = engine.decide(Question.passage(vehicle, gate), AsOf.at(engine.now()));
                    assertThat(answer).as("%s at %s", vehicle, gate).isEqualTo(Answer.of(asked));
                    seen.add(answer);
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(40);
        assertThat(seen.stream().map(Answer::outcome)).contains(Decision.Outcome.values());
    }
}
