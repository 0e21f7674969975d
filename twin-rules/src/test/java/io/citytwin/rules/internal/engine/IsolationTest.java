package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Twin;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Isolated;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.StandingFindings;
import io.citytwin.rules.StandingFindings.Verdict;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.parameter.ParameterTree;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.regulation.Regulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that takes too much, or fails, is unknown where it does; the city goes on. */
class IsolationTest {

    private static final String GREEDY = """
            rule "diesel" when $v : Vehicle( fuel == Fuel.diesel ) then findings.forbid( $v, Act.circulate ); end
            rule "greedy"
            when
              Law( $rate : rate )
              Odd( $a : weight )
              Odd( $b : weight, weight > $a )
              Odd( weight > $b, weight < $a )
              $v : Vehicle( length > $rate )
            then
              findings.forbid( $v, Act.enter );
            end
            rule "level"
            when
              Odd( $a : weight )
              Odd( $b : weight, weight > $a )
              Odd( weight > $b, weight < $a )
              $p : Province( level < Level.high )
            then
              findings.raise( $p, Level.high );
            end
            """;
    private static final String PARAMETERS = """
            rate: {unit: m, values: [{from: 2020-01-01, value: 1, source: act, confidence: VERIFIED/A}]}
            Odd: {columns: {weight: kg}, values: [{from: 2020-01-01, table: odd.csv, source: act, confidence: VERIFIED/A}]}
            """;
    private static final String SOUND = """
            rule "petrol" when $v : Vehicle( fuel == Fuel.petrol ) then findings.forbid( $v, Act.circulate ); end
            """;
    private static final AsOf NOON = AsOf.at(Town.at("2026-01-15T12:00"));

    @TempDir
    private Path temp;

    @BeforeEach
    void write() throws IOException {
        folder("greedy", "diesel greedy level", GREEDY);
        folder("sound", "petrol", SOUND);
        String rows = IntStream.range(0, 99).mapToObj(String::valueOf).collect(Collectors.joining("\n"));
        Files.createDirectories(temp.resolve("greedy/tables"));
        Files.writeString(temp.resolve("greedy/tables/odd.csv"), "weight\n" + rows + "\n");
        Files.writeString(temp.resolve("greedy/state.yaml"), """
                levels:
                  Level: {of: Province, states: [low, high], start: low, evaluate: daily 11:00, in-force: next day, unknown: keep, announced: wins}
                """);
    }

    private void folder(String name, String provisions, String rules) throws IOException {
        StringBuilder header = new StringBuilder("""
                id: xx.%s
                title: {en: Test}
                jurisdiction: XX
                authority: Nobody
                rank: state
                verified: 2026-01-01
                sources: {act: {act: Act 1, dated: 2020-01-01}}
                provisions:
                """.formatted(name));
        for (String provision : provisions.split(" ")) {
            header.append("  ").append(provision).append(": {since: 2020-01-01, source: act, title: {en: Test}}\n");
        }
        Files.createDirectories(temp.resolve(name));
        Files.writeString(temp.resolve(name).resolve("regulation.yaml"), header);
        Files.writeString(temp.resolve(name).resolve("rules.drl"), rules);
        Files.writeString(temp.resolve(name).resolve("parameters.yaml"), name.equals("greedy") ? PARAMETERS : "{}\n");
    }

    private List<Regulation> regulations() {
        RegulationBundle bundle = RegulationBundle.directory(temp);
        assertThat(bundle.report().text()).isEmpty();
        return bundle.regulations();
    }

    private static RegulationEngine engine(List<Regulation> regulations) {
        RegulationEngine engine =
                RegulationEngine.builder().regulations(regulations).build();
        engine.put(Town.twins());
        engine.put(car("diesel"));
        return engine;
    }

    private static Twin car(String fuel) {
        return Town.car("fuel=" + fuel);
    }

    private static Decision may(RegulationEngine engine, String act) {
        return engine.decide(Question.may(Town.CAR, act), NOON);
    }

    @Test
    void anExplosionOfCombinationsIsUnknownAndNamed() {
        try (RegulationEngine engine = engine(regulations())) {
            Decision entering = assertTimeoutPreemptively(Duration.ofSeconds(60), () -> may(engine, "enter"));

            assertThat(entering.outcome()).isEqualTo(Decision.Outcome.UNKNOWN);
            assertThat(entering.unknown()).containsExactly("budget(xx.greedy)");
            assertThat(engine.isolated().get(0))
                    .hasToString(
                            "R426 `xx.greedy/greedy` was stopped: its rules take more than `400000` steps for one answer.");
            assertThat(engine.isolated())
                    .containsExactly(new Isolated(
                            "xx.greedy", "greedy", "its rules take more than `400000` steps for one answer"));
        }
    }

    /** The diesel ban of the same folder is certain by itself, and must not be relied on all the same. */
    @Test
    void nothingOfTheFolderStandsOfTheCarThatItWasStoppedFor() {
        StandingFindings standing = StandingFindings.of(
                regulations(), AssetTypes.builtIn(), CivilCalendar.italy(), Town.at("2026-01-15T12:00"));
        for (Twin twin : Town.twins()) {
            standing.put(twin);
        }
        int car = standing.put(car("diesel"));
        standing.step((twin, before, now) -> {});

        assertThat(standing.of(car)).extracting(Verdict::provision).contains("xx.greedy/diesel", "xx.greedy/greedy");
        assertThat(standing.of(car)).allMatch(verdict -> verdict.rulings().isEmpty());
        standing.put(car("petrol"));
        standing.step((twin, before, now) -> {});
        assertThat(standing.of(car))
                .filteredOn(verdict -> !verdict.rulings().isEmpty())
                .extracting(Verdict::provision)
                .containsExactly("xx.sound/petrol");
    }

    @Test
    void otherFoldersGoOn() {
        try (RegulationEngine engine = engine(regulations())) {
            engine.put(car("petrol"));
            Decision all = engine.decide(Question.passage(Town.CAR, Town.INNER_GATE), NOON);

            assertThat(all.outcome()).isEqualTo(Decision.Outcome.FORBIDDEN);
            assertThat(all.findings())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.provision().id()).isEqualTo("xx.sound/petrol"));
            assertThat(engine.isolated()).hasSize(1);
        }
    }

    @Test
    void whereOneProvisionOfAFolderIsStoppedAllAre() {
        try (RegulationEngine engine = engine(regulations())) {
            assertThat(may(engine, "circulate").outcome()).isEqualTo(Decision.Outcome.FORBIDDEN);
            // Who enters circulates, so that both provisions are asked.
            Decision passing = engine.decide(Question.passage(Town.CAR, Town.INNER_GATE), NOON);
            assertThat(passing.outcome()).isEqualTo(Decision.Outcome.UNKNOWN);
            assertThat(passing.findings()).isEmpty();
            assertThat(may(engine, "circulate").outcome()).isEqualTo(Decision.Outcome.FORBIDDEN);
        }
    }

    @Test
    void anAnswerDoesNotDependOnWhatWasAskedBefore() {
        List<Decision> some = new ArrayList<>();
        List<Decision> others = new ArrayList<>();
        try (RegulationEngine one = engine(regulations());
                RegulationEngine other = engine(regulations())) {
            List.of("enter", "circulate", "enter").forEach(act -> some.add(may(one, act)));
            List.of("circulate", "enter", "circulate").forEach(act -> others.add(may(other, act)));
            assertThat(some.get(0)).isEqualTo(others.get(1)).isEqualTo(some.get(2));
            assertThat(some.get(1)).isEqualTo(others.get(0)).isEqualTo(others.get(2));
            assertThat(one.isolated()).isEqualTo(other.isolated());
        }
    }

    @Test
    void aLevelThatCannotBeDecidedHolds() {
        try (RegulationEngine engine = engine(regulations())) {
            engine.advanceTo(Town.at("2026-01-14T09:00"));
            engine.advanceTo(Town.at("2026-01-15T12:00"));

            assertThat(engine.levelDecisions()).isNotEmpty().allSatisfy(decision -> {
                assertThat(decision.reason()).isEqualTo(LevelDecision.Reason.HELD);
                assertThat(decision.after()).isEqualTo("low");
                assertThat(decision.unknown()).containsExactly("budget(xx.greedy)");
            });
            assertThat(engine.isolated()).extracting(Isolated::provision).containsExactly("Level");
        }
    }

    @Test
    void aFolderThatFailsUnexpectedlyIsUnknownAndNamed() {
        List<Regulation> broken =
                regulations().stream().map(IsolationTest::broken).toList();
        try (RegulationEngine engine = engine(broken)) {
            Decision entering = may(engine, "enter");

            assertThat(entering.outcome()).isEqualTo(Decision.Outcome.UNKNOWN);
            assertThat(entering.unknown()).containsExactly("failure(xx.greedy)");
            assertThat(engine.isolated())
                    .singleElement()
                    .satisfies(isolated -> assertThat(isolated.reason()).contains("failed unexpectedly"));
        }
    }

    /** The greedy regulation with a number where its rules expect a table, as no loader would let it through. */
    private static Regulation broken(Regulation regulation) {
        if (!regulation.id().equals("xx.greedy")) {
            return regulation;
        }
        TreeMap<String, Parameter> parameters =
                new TreeMap<>(regulation.parameters().byName());
        Parameter table = parameters.get("Odd");
        DatedValue first = table.values().get(0);
        Parameter rate = parameters.get("rate");
        parameters.put(
                "rate",
                new Parameter(
                        "rate",
                        rate.type(),
                        List.of(new DatedValue(first.value(), first.validity(), first.place())),
                        rate.place()));
        return new Regulation(
                regulation.id(),
                regulation.title(),
                regulation.jurisdiction(),
                regulation.authority(),
                regulation.rank(),
                regulation.verified(),
                regulation.sources(),
                regulation.uses(),
                regulation.provisions(),
                new ParameterTree(parameters),
                regulation.state(),
                regulation.rules(),
                regulation.cases(),
                regulation.hash());
    }
}
