package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
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
import io.citytwin.rules.regulation.Regulation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a city, a gate is told what the same question is answered. */
class GatekeeperTest {

    private static final AssetTypes TYPES = AssetTypes.builtIn();
    private static final List<TwinId> GATES = List.of(Town.INNER_GATE, Town.OUTER_GATE, Town.LANE, Town.FAR_GATE);
    private static final List<String> ZONES = List.of("xx:inner", "xx:outer", "xx:nowhere");
    private static final List<String> TOWNS = List.of("xx:mill", "xx:ford", "xx:nowhere", "xx:inner");
    private static final List<String> VALUES = List.of(
            "category=M1 fuel=petrol",
            "category=N1 refrigerated=true",
            "fuel=diesel euro=2",
            "fuel=diesel euro=3 registered=true",
            "fuel=electric",
            "length=7.5",
            "length=7.51",
            "service=hire",
            "disabledBadge=true",
            "euro=6 length=4");
    private static final int CARS = 12;

    private Random random = new Random(0);
    private List<Regulation> law;
    private List<Regulation> otherLaw;

    @BeforeEach
    void laws(@TempDir Path one, @TempDir Path other) {
        law = Edited.copy("gates", one).regulations();
        otherLaw = Edited.copy("gates", other)
                .with("northland/inner/rules.drl", "freeDays <= $most", "freeDays < $most")
                .with("northland/inner/parameters.yaml", "value: 7.5,", "value: 4.5,")
                .regulations();
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static TwinId car(int number) {
        return TwinId.of("xx:car" + number);
    }

    /** Of one in four, something is unknown, or it is nobody's. */
    private Twin car() {
        TwinId id = car(random.nextInt(CARS));
        Twin car = Town.car(id, pick(VALUES) + " " + pick(VALUES) + " holder=h" + random.nextInt(4))
                .with("homeZone", pick(ZONES))
                .with("home", pick(TOWNS));
        return random.nextInt(4) > 0
                ? car
                : TYPES.twin(id.toString(), "Vehicle").withAll(pick(VALUES) + " category=M1 " + pick(VALUES));
    }

    private Twin gate() {
        Twin gate = TYPES.twin(GATES.get(random.nextInt(GATES.size())).toString(), "Gate");
        gate = random.nextInt(5) == 0 ? gate : gate.with("place", pick(TOWNS));
        gate = random.nextInt(5) == 0 ? gate : gate.with("zone", pick(ZONES));
        gate = random.nextInt(5) == 0 ? gate : gate.with("reserved", pick(List.of("true", "false")));
        return random.nextBoolean() ? gate : gate.in(new TreeSet<>(Set.of(TwinId.of(pick(ZONES)))));
    }

    private Twin zone() {
        Twin zone = TYPES.twin(pick(ZONES), "Zone").with("place", pick(TOWNS.subList(0, 3)));
        return random.nextInt(4) == 0 ? zone : zone.with("code", pick(List.of("XX-1-M-I", "XX-1-M-O", "XX-9")));
    }

    private Twin town() {
        Twin town = TYPES.twin(pick(TOWNS.subList(0, 3)), "Municipality");
        town = random.nextInt(4) == 0 ? town : town.with("code", pick(List.of("XX-1-M", "XX-1-F")));
        return random.nextInt(4) == 0 ? town : town.with("province", "xx:province");
    }

    private Input papers(Instant at) {
        Optional<Value> euro =
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(new Value.Term(pick(List.of("2", "6"))));
        return new Input.Observed(
                new Observation(car(random.nextInt(CARS)), "euro", euro, at, at, "papers", Quality.GOOD));
    }

    /** In a calm city, gates, areas and law stay as they are. */
    private void step(RegulationEngine engine, int number, boolean calm) {
        Instant now = engine.now();
        switch (calm ? 6 + random.nextInt(10) : random.nextInt(12)) {
            case 0 -> engine.put(gate());
            case 1 -> engine.put(zone());
            case 2 -> engine.put(town());
            case 3 -> engine.adopt(random.nextBoolean() ? law : otherLaw);
            case 4, 5 -> engine.put(car());
            case 6 -> engine.accept(papers(now));
            case 7, 8 -> engine.advanceTo(now.plus(Duration.ofMinutes(random.nextInt(20 * 60))));
            default ->
                engine.accept(new Input.Passed(
                        new Passage("p" + number, car(random.nextInt(CARS)), GATES.get(random.nextInt(4)), now), now));
        }
    }

    private static Answer asked(RegulationEngine engine, TwinId car, TwinId gate) {
        return Answer.of(engine.decide(Question.passage(car, gate), AsOf.at(engine.now())));
    }

    private void compare(RegulationEngine engine, Set<Answer> seen) {
        for (int number = 0; number < 10; number++) {
            TwinId car = car(random.nextInt(CARS));
            TwinId gate = GATES.get(random.nextInt(GATES.size()));
            Answer answer = engine.gatekeeper().at(car, gate);
            assertThat(answer).as("%s at %s", car, gate).isEqualTo(asked(engine, car, gate));
            seen.add(answer);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void itIsWhatTheSameQuestionIsAnswered(long seed) {
        random = new Random(seed);
        Set<Answer> seen = new HashSet<>();
        try (RegulationEngine engine =
                RegulationEngine.builder().regulations(law).build()) {
            engine.put(Town.twins());
            engine.advanceTo(Town.at(seed % 2 == 0 ? "2023-10-27T06:00" : "2025-12-29T06:00"));
            IntStream.range(0, CARS).forEach(number -> engine.put(Town.car(car(number), "holder=h" + number % 4)));
            for (int number = 0; number < 400; number++) {
                step(engine, number, seed % 4 == 0);
                if (random.nextInt(3) > 0) {
                    compare(engine, seen);
                }
            }
        }
        assertThat(seen).hasSizeGreaterThan(seed % 4 == 0 ? 2 : 20);
        assertThat(seen.stream().map(Answer::outcome)).contains(Decision.Outcome.ALLOWED);
    }

    // Both sides of a change: what is asked again is what the change concerns, and nothing else.
    @Test
    void vehiclesThatNoRuleTellsApartAreAskedAboutOnce() {
        List<Witness.Asked> asked = new ArrayList<>();
        try (RegulationEngine engine =
                new DefaultRegulationEngine(new Law(law, asked::add), TYPES, CivilCalendar.italy(), 1)) {
            engine.put(Town.twins());
            engine.put(
                    Town.car(car(0), "length=3.5"),
                    Town.car(car(1), "length=7.5 home=xx:nowhere holder=berta"),
                    Town.car(car(2), "length=7.51"));
            engine.advanceTo(Town.at("2025-11-11T09:00"));
            Answer answer = engine.gatekeeper().at(car(0), Town.INNER_GATE);
            assertThat(asked).isNotEmpty();
            asked.clear();
            assertThat(engine.gatekeeper().at(car(0), Town.INNER_GATE)).isSameAs(answer);
            assertThat(engine.gatekeeper().at(car(1), Town.INNER_GATE)).isSameAs(answer);
            engine.advanceTo(Town.at("2025-11-11T09:59"));
            engine.put(Town.car(car(0), "length=4"));
            assertThat(engine.gatekeeper().at(car(0), Town.INNER_GATE)).isSameAs(answer);
            assertThat(asked).isEmpty();

            assertThat(engine.gatekeeper().at(car(2), Town.INNER_GATE).outcome())
                    .isEqualTo(Decision.Outcome.FORBIDDEN);
            assertThat(asked).isNotEmpty();
            asked.clear();
            engine.put(Town.car(car(0), "homeZone=xx:inner"));
            assertThat(engine.gatekeeper().at(car(0), Town.INNER_GATE)).isNotEqualTo(answer);
            assertThat(asked).isNotEmpty();
        }
    }

    private static Optional<Quantity> fee(RegulationEngine engine, int car, TwinId gate) {
        return engine.gatekeeper().at(car(car), gate).fee();
    }

    private static Optional<Quantity> euro(String amount) {
        return Optional.of(Quantity.of(amount, Unit.EURO));
    }

    @Test
    void aTicketIsPaidOnceADay() {
        try (RegulationEngine engine =
                RegulationEngine.builder().regulations(law).build()) {
            engine.put(Town.twins());
            engine.put(Town.car(car(0), ""), Town.car(car(1), ""));
            for (String day : List.of("2025-11-11", "2025-11-12")) {
                engine.advanceTo(Town.at(day + "T09:00"));
                assertThat(fee(engine, 0, Town.INNER_GATE)).isEqualTo(euro("7.5"));
                engine.accept(Town.passed(day, car(0), Town.INNER_GATE, day + "T09:00"));
                assertThat(fee(engine, 0, Town.INNER_GATE)).isEqualTo(euro("0"));
                assertThat(fee(engine, 1, Town.INNER_GATE)).isEqualTo(euro("7.5"));
            }
        }
    }

    // Whose home no gate leads to looks like any other from elsewhere, until a gate does.
    @Test
    void aNewGateTellsItsResidentsFromOthers() {
        try (RegulationEngine engine =
                RegulationEngine.builder().regulations(law).build()) {
            engine.put(Town.twins());
            for (int number = 0; number < 2; number++) {
                engine.put(
                        TYPES.twin("xx:part" + number, "Zone").withAll("code=XX-1-M-I place=xx:mill"),
                        TYPES.twin("xx:gate" + number, "Gate")
                                .withAll("place=xx:mill reserved=false zone=xx:part" + number)
                                .in(new TreeSet<>(Set.of(TwinId.of("xx:outer")))),
                        Town.car(car(number), "homeZone=xx:part" + number));
            }
            engine.advanceTo(Town.at("2025-11-11T10:00"));
            assertThat(fee(engine, 0, Town.INNER_GATE)).isEqualTo(euro("7.5"));
            assertThat(fee(engine, 1, Town.INNER_GATE)).isEqualTo(euro("7.5"));
            for (int number = 0; number < 2; number++) {
                TwinId gate = TwinId.of("xx:gate" + number);
                assertThat(engine.gatekeeper().at(car(number), gate)).isEqualTo(asked(engine, car(number), gate));
                assertThat(engine.gatekeeper().at(car(1 - number), gate))
                        .isEqualTo(asked(engine, car(1 - number), gate))
                        .isNotEqualTo(engine.gatekeeper().at(car(number), gate));
            }
        }
    }

    // The law is the same again on the next day at the same hour; in between it was another.
    @Test
    void whatWasSaidUnderTheSameLawIsRememberedOverNight() {
        List<Witness.Asked> asked = new ArrayList<>();
        try (RegulationEngine engine =
                new DefaultRegulationEngine(new Law(law, asked::add), TYPES, CivilCalendar.italy(), 1)) {
            engine.put(Town.twins());
            engine.put(Town.car(car(0), "length=3.5"));
            engine.advanceTo(Town.at("2025-11-11T10:00"));
            Answer byDay = engine.gatekeeper().at(car(0), Town.INNER_GATE);
            engine.advanceTo(Town.at("2025-11-11T19:30"));
            assertThat(engine.gatekeeper().at(car(0), Town.INNER_GATE)).isNotEqualTo(byDay);
            asked.clear();
            engine.advanceTo(Town.at("2025-11-12T10:00"));
            assertThat(engine.gatekeeper().at(car(0), Town.INNER_GATE)).isSameAs(byDay);
            assertThat(asked).isEmpty();
            engine.advanceTo(Town.at("2025-11-12T19:30"));
            engine.gatekeeper().at(car(0), Town.LANE);
            assertThat(asked).isNotEmpty();
        }
    }

    @Test
    void itRefusesWhatAQuestionRefuses() {
        try (RegulationEngine engine = Town.engine()) {
            engine.put(Town.car(""));
            TwinId nobody = TwinId.of("xx:nobody");
            for (List<TwinId> pair : List.of(
                    List.of(nobody, Town.INNER_GATE),
                    List.of(Town.CAR, nobody),
                    List.of(nobody, nobody),
                    List.of(Town.CAR, Town.CAR),
                    List.of(Town.INNER_GATE, Town.INNER_GATE),
                    List.of(TwinId.of("xx:mill"), Town.INNER_GATE))) {
                CityTwinException refused = catchThrowableOfType(
                        CityTwinException.class, () -> engine.gatekeeper().at(pair.get(0), pair.get(1)));
                CityTwinException expected =
                        catchThrowableOfType(CityTwinException.class, () -> asked(engine, pair.get(0), pair.get(1)));
                assertThat(refused).hasMessage(expected.getMessage());
                assertThat(refused.code()).isEqualTo(expected.code());
            }
            assertThat(engine.gatekeeper().at(Town.CAR, Town.INNER_GATE).outcome())
                    .isEqualTo(Decision.Outcome.ALLOWED);
        }
    }
}
