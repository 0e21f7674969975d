package io.citytwin.examples.milan;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.adapter.sqlite.SqliteJournal;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.spi.Console;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.MemoryJournal;
import io.citytwin.core.spi.Tool;
import io.citytwin.core.spi.ToolLauncher;
import io.citytwin.core.sync.Alarm;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.sync.CityTwinBuilder;
import io.citytwin.core.time.VirtualClock;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.directive.RegulationGovernor;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A city over a file that is killed every few days and keeps inputs for a week, and one that keeps them all. */
class RetainedCityTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    private static final int DAYS = 40;
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Set<String> DECIDED = Set.of("directives", "ledger", "levels", "passages");

    @TempDir
    private Path folder;

    @Test
    void aWeekIsKeptAndTheCityIsTheSame() {
        MemoryJournal all = new MemoryJournal();
        try (Run whole = new Run(all, Optional.empty())) {
            whole.play(1, DAYS);
            for (int day = 1; day <= DAYS; day += 3) {
                try (SqliteJournal journal = file()) {
                    // Left without being closed, as a killed process leaves it.
                    new Run(journal, Optional.of(WEEK)).play(day, Math.min(DAYS, day + 2));
                    assertThat(received(journal).findFirst().orElseThrow())
                            .isAfter(SmallCity.at(FIRST.plusDays(day), 0).minus(WEEK.multipliedBy(2)));
                }
            }
            try (SqliteJournal journal = file();
                    Run some = new Run(journal, Optional.of(WEEK))) {
                assertThat(Kills.firstDifference(lines(journal, DECIDED), lines(all, DECIDED)))
                        .isEmpty();
                assertThat(lines(journal, Set.of("levels"))).hasSize(DAYS + 1);
                assertThat(lines(journal, Set.of("inputs")))
                        .hasSizeLessThan(lines(all, Set.of("inputs")).size() / 2);
                assertSameAnswers(some, whole, received(journal).findFirst().orElseThrow());
                assertThat(some.city.health().alarms()).noneMatch(alarm -> alarm.kind() == Alarm.Kind.OTHERWISE);
            }
        }
        StringWriter out = new StringWriter();
        assertThat(verify(out)).isEqualTo(Tool.OK);
        assertThat(out.toString()).contains("0 broken places");
    }

    private static void assertSameAnswers(Run some, Run whole, Instant from) {
        Question question = Question.may(SmallCity.CAR.id(), "circulate");
        Instant end = some.city.now();
        List<Decision.Outcome> outcomes = new ArrayList<>();
        for (Instant at = from; at.isBefore(end); at = at.plus(Duration.ofHours(5))) {
            for (AsOf asOf : List.of(
                    AsOf.at(at),
                    AsOf.at(at).knownBy(at),
                    AsOf.at(at).inHindsight(),
                    AsOf.at(end).knownBy(at).inHindsight())) {
                Decision decision = some.engine.decide(question, asOf);
                assertThat(decision).isEqualTo(whole.engine.decide(question, asOf));
                outcomes.add(decision.outcome());
            }
        }
        assertThat(outcomes).contains(Decision.Outcome.ALLOWED, Decision.Outcome.FORBIDDEN);
        Decision before = some.engine.decide(question, AsOf.at(SmallCity.at(FIRST.plusDays(3), 9)));
        assertThat(before.outcome()).isEqualTo(Decision.Outcome.UNKNOWN);
        assertThat(before.unknown()).containsExactly("inputs erased");
    }

    private SqliteJournal file() {
        return SqliteJournal.builder()
                .file(folder.resolve("city.db"))
                .keys(folder.resolve("keys"))
                .build();
    }

    private int verify(StringWriter out) {
        PrintWriter writer = new PrintWriter(out);
        List<String> words = List.of(
                "journal",
                "verify",
                folder.resolve("city.db").toString(),
                "--keys",
                folder.resolve("keys").toString());
        return ToolLauncher.ofClassPath(false).run(words, new Console(writer, writer, folder));
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

    private static Stream<Instant> received(Journal journal) {
        return lines(journal, Set.of("inputs")).stream()
                .filter(line -> line.contains("\"kind\":\"Tick\""))
                .map(line -> line.replaceAll(".*\"received\":\"([^\"]*)\".*", "$1"))
                .map(Instant::parse);
    }

    /** Under the shipped regulations, two clean days after four smoky ones. */
    private static final class Run implements AutoCloseable {
        private final RegulationEngine engine = RegulationEngine.builder().build();
        private final CityTwin city;

        Run(Journal journal, Optional<Duration> retention) {
            TwinGraph graph = TwinGraph.of(AssetTypes.builtIn(), Journal.forgetful());
            Instant start = SmallCity.at(FIRST, 0);
            graph.put(SmallCity.twins(), start);
            CityTwinBuilder builder = CityTwin.builder()
                    .graph(graph)
                    .clock(new VirtualClock(start))
                    .governor(RegulationGovernor.of(engine))
                    .journal(journal)
                    .step(Duration.ofHours(1));
            retention.ifPresent(builder::retention);
            city = builder.build();
            city.start();
        }

        void play(int from, int to) {
            for (int day = from; day <= to; day++) {
                Instant told = SmallCity.at(FIRST.plusDays(day), 10);
                city.accept(SmallCity.mean(FIRST.plusDays(day - 1L), day % 6 < 4 ? 80 : 20, told));
                city.advanceTo(SmallCity.at(FIRST.plusDays(day), 14));
            }
        }

        @Override
        public void close() {
            city.close();
            engine.close();
        }
    }
}
