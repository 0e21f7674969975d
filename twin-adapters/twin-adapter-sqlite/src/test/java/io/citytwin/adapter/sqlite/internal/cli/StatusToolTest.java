package io.citytwin.adapter.sqlite.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.citytwin.adapter.sqlite.SqliteJournal;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Console;
import io.citytwin.core.spi.Evaluated;
import io.citytwin.core.spi.Governor;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.Tool;
import io.citytwin.core.spi.ToolLauncher;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.time.VirtualClock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody sees who looks at a city from outside, through its journal alone. */
class StatusToolTest {

    private static final Instant START = Instant.parse("2026-11-30T12:00:00Z");
    private static final Duration STEP = Duration.ofMinutes(15);

    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private SqliteJournal journal() {
        return SqliteJournal.builder()
                .file(temp.resolve("city.journal"))
                .keys(temp.resolve("keys"))
                .build();
    }

    private static CityTwin city(Journal journal, boolean neglected) {
        CityTwin city = CityTwin.builder()
                .graph(TwinGraph.of(AssetTypes.builtIn(), Journal.forgetful()))
                .clock(new VirtualClock(START))
                .governor(new Neglect(neglected))
                .journal(journal)
                .step(STEP)
                .build();
        city.start();
        return city;
    }

    private int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), temp);
        return ToolLauncher.ofClassPath(false).run(List.of(words), console);
    }

    private int at(Instant now, String... words) {
        out.getBuffer().setLength(0);
        return new StatusTool(new VirtualClock(now))
                .run(List.of(words), new Console(new PrintWriter(out), new PrintWriter(err), temp));
    }

    @Test
    void aRunningCityIsSeenAsItWasAtTheEndOfItsLastStep() {
        try (SqliteJournal journal = journal();
                CityTwin city = city(journal, false)) {
            city.advanceTo(START.plus(STEP));
            assertThat(run("status", "city.journal")).isEqualTo(Tool.OK);
            assertThat(out.toString())
                    .startsWith("At 2026-11-30T12:15:00Z, after ")
                    .contains("by this machine's clock", "Nothing needs somebody to look.");
            city.advanceTo(START.plus(STEP.multipliedBy(2)));
            assertThat(run("status", "city.journal")).isEqualTo(Tool.OK);
            assertThat(out.toString()).startsWith("At 2026-11-30T12:30:00Z, after ");
        }
    }

    /** Two steps are within patience, and what comes behind them is not. */
    @ParameterizedTest
    @CsvSource({"2, 0", "3, 1"})
    void alarmsAreFindings(int steps, int status) {
        try (SqliteJournal journal = journal();
                CityTwin city = city(journal, true)) {
            city.advanceTo(START.plus(STEP.multipliedBy(steps)));
        }
        assertThat(run("status", "city.journal")).isEqualTo(status);
        assertThat(out.toString().contains("NOT_EVALUATED since 2026-11-30T12:00:00Z: `xx.area.smog/heating`"))
                .isEqualTo(status == Tool.FINDINGS);
        assertThat(run("status", "city.journal", "--json")).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T12:15:59Z, 0 min ago by",
        "2026-11-30T12:16:00Z, 1 min ago by",
        "2026-11-30T13:14:59Z, 59 min ago by",
        "2026-12-01T14:20:00Z, 26 h 5 min ago by",
        "2026-11-30T12:10:00Z, 5 min ahead of"
    })
    void itSaysHowOldThatIs(Instant now, String age) throws Exception {
        try (SqliteJournal journal = journal();
                CityTwin city = city(journal, false)) {
            city.advanceTo(START.plus(STEP));
        }
        assertThat(at(now, "city.journal")).isEqualTo(Tool.OK);
        assertThat(out.toString().lines().toList().get(1)).isEqualTo("  told        " + age + " this machine's clock");
        assertThat(at(now, "city.journal", "--json")).isEqualTo(Tool.OK);
        JsonNode json = new JsonMapper().readTree(out.toString());
        assertThat(json.get("ageSeconds").asLong())
                .isEqualTo(Duration.between(START.plus(STEP), now).toSeconds());
        assertThat(json.get("at").asText()).isEqualTo("2026-11-30T12:15:00Z");
        assertThat(json.get("alarms")).isEmpty();
    }

    @Test
    void whereNoCityEndedAStepThereIsNothingToSay() {
        try (SqliteJournal journal = journal()) {
            journal.append(List.of(new Journal.Entry("twins", "k", 1, "p")));
        }
        assertThat(run("status", "city.journal")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString())
                .contains("C111", "says nothing of how a city is doing", "Maybe its city has not ended a step yet");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void wrongWordsAndFilesCouldNotRun() throws Exception {
        journal().close();
        Files.writeString(temp.resolve("other"), "SQLite format 3");
        for (String[] words : new String[][] {
            {"C110", "status"},
            {"C111", "status", "nowhere"},
            {"C111", "status", "city.journal", "--keys", "nowhere"},
            {"C119", "status", "other"},
            {"C110", "status", "city.journal", "--jsn"},
        }) {
            List<String> typed = List.of(words).subList(1, words.length);
            assertThat(run(typed.toArray(String[]::new)))
                    .as(String.join(" ", typed))
                    .isEqualTo(Tool.COULD_NOT_RUN);
            assertThat(err.toString()).contains(words[0], "Maybe ");
        }
    }

    /** Asks nothing; its provision hears of something and, if it is neglected, is never looked at again. */
    private record Neglect(boolean neglected) implements Governor {

        @Override
        public void accept(Input input) {}

        @Override
        public List<Directive> step(Instant moment) {
            return List.of();
        }

        @Override
        public List<Evaluated> evaluated() {
            return List.of(new Evaluated(
                    "xx.area.smog/heating", Optional.of(START), neglected ? Optional.empty() : Optional.of(START)));
        }

        @Override
        public void close() {}
    }
}
