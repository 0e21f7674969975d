package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.MemoryJournal;
import io.citytwin.core.sync.Alarm;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.sync.CityTwinBuilder;
import io.citytwin.core.time.VirtualClock;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.Shadow;
import io.citytwin.rules.directive.RegulationGovernor;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.verify.Explanation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A city that lets go of old inputs, under made-up regulations, and the same city that keeps them all. */
class GovernedCityRetentionTest {

    private static final int DAYS = 16;
    private static final Duration RETENTION = Duration.ofDays(3);
    private static final Set<String> DECIDED = Set.of("directives", "ledger", "levels", "passages");

    private final List<Input> inputs = ClaimRules.inputs(5, DAYS).stream()
            .filter(input -> !(input instanceof Input.Tick))
            .toList();
    private final Instant start = inputs.stream()
            .map(Input::receivedAt)
            .filter(at -> at.isAfter(Instant.EPOCH))
            .findFirst()
            .orElseThrow();
    private final MemoryJournal keptAll = new MemoryJournal();
    private final MemoryJournal journal = new MemoryJournal();
    private Run whole;
    private Run some;

    @BeforeEach
    void play() {
        whole = new Run(keptAll, Optional.empty());
        whole.play(inputs);
        some = new Run(journal, Optional.of(RETENTION));
        some.play(inputs);
    }

    private Instant base() {
        Instant until = some.engine.memory().erasedUntil().orElseThrow();
        assertThat(until).isBetween(start.plus(RETENTION), some.city.now().minus(RETENTION));
        return until;
    }

    @Test
    void whatIsDecidedIsTheSame() {
        assertThat(lines(journal, DECIDED)).isEqualTo(lines(keptAll, DECIDED)).isNotEmpty();
        assertThat(lines(journal, Set.of("inputs")))
                .hasSizeLessThan(lines(keptAll, Set.of("inputs")).size());
        assertThat(some.engine.levelDecisions()).isEqualTo(whole.engine.levelDecisions());
        assertThat(some.city.directives()).isEqualTo(whole.city.directives());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.3, 0.5, 0.51, 0.77, 0.95})
    void whereverItIsKilledTheRestIsTheSame(double share) {
        int cut = (int) (share * inputs.size());
        MemoryJournal cutShort = new MemoryJournal();
        new Run(cutShort, Optional.of(RETENTION)).play(inputs.subList(0, cut));
        Run again = new Run(cutShort, Optional.of(RETENTION));
        Instant from = again.city.resumedFrom().orElse(Instant.MIN);
        again.play(inputs.stream()
                .filter(input -> input.receivedAt().isAfter(from))
                .toList());
        assertThat(again.city.health().alarms()).noneMatch(alarm -> alarm.kind() == Alarm.Kind.OTHERWISE);
        assertThat(lines(cutShort, DECIDED)).isEqualTo(lines(keptAll, DECIDED));
        assertThat(lines(cutShort, Set.of("inputs"))).isEqualTo(lines(journal, Set.of("inputs")));
        assertThat(again.engine.memory().state())
                .isEqualTo(whole.engine.memory().state());
        assertThat(again.engine.levelDecisions(hindsight())).isEqualTo(whole.engine.levelDecisions(hindsight()));
    }

    @Test
    void questionsInsideHaveTheSameAnswersAndReasons() {
        List<AsOf> clocks = new ArrayList<>();
        Instant end = some.city.now();
        for (Instant at = base(); !at.isAfter(end); at = at.plus(Duration.ofHours(7))) {
            clocks.add(AsOf.at(at));
            clocks.add(AsOf.at(at).knownBy(at));
            clocks.add(AsOf.at(end).knownBy(at));
            clocks.add(AsOf.at(at).inHindsight());
            clocks.add(AsOf.at(end).knownBy(at).inHindsight());
        }
        for (AsOf asOf : clocks) {
            assertThat(answers(some, asOf)).as(asOf.toString()).isEqualTo(answers(whole, asOf));
            assertThat(some.engine.levelDecisions(asOf)).isEqualTo(whole.engine.levelDecisions(asOf));
        }
        assertThat(clocks.stream()
                        .flatMap(asOf -> answers(some, asOf).stream())
                        .flatMap(decision -> decision.findings().stream())
                        .map(finding -> finding.provision().name())
                        .distinct())
                .containsExactlyInAnyOrder("lamps", "rooms");
    }

    @Test
    void questionsBeforeAreUnknownAndSayErased() {
        Instant justBefore = base().minusNanos(1);
        Instant end = some.city.now();
        for (AsOf asOf : List.of(
                AsOf.at(justBefore),
                AsOf.at(start),
                AsOf.at(end).knownBy(justBefore),
                AsOf.at(justBefore).inHindsight(),
                AsOf.at(end).knownBy(justBefore).inHindsight())) {
            assertThat(answers(some, asOf)).isNotEmpty().allSatisfy(decision -> {
                assertThat(decision.outcome()).isEqualTo(Decision.Outcome.UNKNOWN);
                assertThat(decision.unknown()).containsExactly("inputs erased");
                assertThat(decision.explain("en")).contains("inputs erased");
            });
            Question first = questions().get(0);
            assertThat(Explanation.of(some.engine, first, asOf).text("en")).contains("erased");
            assertThat(Explanation.of(some.engine, first, asOf).canFlip()).isFalse();
        }
        assertThat(some.engine.levelDecisions(AsOf.at(justBefore)))
                .isEqualTo(whole.engine.levelDecisions(AsOf.at(justBefore)))
                .isNotEmpty();
        assertThatThrownBy(() -> some.engine.levelDecisions(
                        AsOf.at(end).knownBy(justBefore).inHindsight()))
                .hasMessageContaining("R433");
    }

    @Test
    void aShadowBeginsWithWhatIsThere() {
        try (Shadow same = some.engine.shadow(ClaimRules.regulations(), Shadow.Since.START);
                Shadow now = some.engine.shadow(ClaimRules.regulations(), Shadow.Since.NOW)) {
            assertThat(same.differences().from()).isEqualTo(base());
            assertThat(same.differences().failure()).isEmpty();
            assertThat(same.differences().isSame()).isTrue();
            assertThat(now.differences().from()).isEqualTo(some.engine.now());
            assertThat(now.differences().isSame()).isTrue();
        }
    }

    /** Somebody asks while another thread lets the city go on, write and let go of inputs. */
    @Test
    void whoAsksMeanwhileIsAnsweredFromWholeInputs() throws InterruptedException {
        Run busy = new Run(new MemoryJournal(), Optional.of(RETENTION));
        Thread city = new Thread(() -> busy.play(inputs), "city");
        Map<AsOf, List<LevelDecision>> told = new LinkedHashMap<>();
        city.start();
        while (city.isAlive()) {
            Instant known = busy.engine.now().minusNanos(1);
            if (known.isAfter(start)) {
                AsOf asOf = AsOf.at(known).knownBy(known).inHindsight();
                told.put(asOf, busy.engine.levelDecisions(asOf));
            }
        }
        city.join();
        assertThat(busy.engine.memory().erasedUntil()).contains(base());
        assertThat(told).hasSizeGreaterThan(5);
        told.forEach((asOf, levels) -> assertThat(levels).isEqualTo(whole.engine.levelDecisions(asOf)));
        assertThat(busy.engine.levelDecisions(hindsight())).isEqualTo(whole.engine.levelDecisions(hindsight()));
    }

    private AsOf hindsight() {
        return AsOf.at(some.city.now()).inHindsight();
    }

    private static List<Decision> answers(Run run, AsOf asOf) {
        return questions().stream()
                .map(question -> run.engine.decide(question, asOf))
                .toList();
    }

    private static List<Question> questions() {
        Stream<Question> lamps =
                IntStream.range(0, 12).mapToObj(number -> Question.limits(TwinId.of("xx:lamp" + number), "dimming"));
        Stream<Question> rooms = IntStream.range(0, 4)
                .mapToObj(number -> Question.limits(TwinId.of("xx:room" + number), "indoorTemperature"));
        return Stream.concat(lamps, rooms).toList();
    }

    private static List<String> lines(Journal journal, Set<String> streams) {
        List<String> lines = new ArrayList<>();
        journal.replay(
                streams,
                0,
                kept -> lines.add(kept.entry().stream() + " " + kept.entry().key() + " "
                        + kept.entry().payload()));
        return lines;
    }

    /** A city without devices. */
    private final class Run {
        private final DefaultRegulationEngine engine = (DefaultRegulationEngine) ClaimRules.engine(1);
        private final CityTwin city;

        Run(Journal journal, Optional<Duration> retention) {
            CityTwinBuilder builder = CityTwin.builder()
                    .graph(TwinGraph.of(AssetTypes.builtIn(), Journal.forgetful()))
                    .clock(new VirtualClock(start))
                    .governor(RegulationGovernor.of((RegulationEngine) engine))
                    .journal(journal)
                    .snapshots(Duration.ofHours(6));
            retention.ifPresent(builder::retention);
            city = builder.build();
            inputs.stream().filter(input -> input.receivedAt().isBefore(start)).forEach(city::accept);
            city.start();
        }

        void play(List<Input> some) {
            for (Input input : some) {
                if (!input.receivedAt().isBefore(start)) {
                    city.accept(input);
                    city.advanceTo(input.receivedAt());
                }
            }
        }
    }
}
