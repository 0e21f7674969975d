package io.citytwin.rules.directive;

import static io.citytwin.rules.directive.Workshop.SPEED;
import static io.citytwin.rules.directive.Workshop.minute;
import static io.citytwin.rules.directive.Workshop.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Console;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.Tool;
import io.citytwin.core.spi.ToolLauncher;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.core.time.VirtualClock;
import io.citytwin.rules.RegulationEngine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody reads who asks later why a fan ran as it did; the clocks of the workshop show an hour more than UTC. */
class LedgerToolTest {

    @TempDir
    private Path temp;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void play() {
        try (RegulationEngine engine = Workshop.engine();
                CityTwin city = CityTwin.builder()
                        .graph(TwinGraph.of(Workshop.TYPES, Journal.forgetful()))
                        .clock(new VirtualClock(minute(0)))
                        .step(Duration.ofMinutes(1))
                        .governor(RegulationGovernor.of(engine))
                        .journal(KeptJournals.at(temp.resolve("city")))
                        .build()) {
            city.start();
            String all = "asks=true wanted=90 stateAsks=true stateWants=10 limited=true most=20 kept=true least=15";
            accept(city, Workshop.fan("fan", all, minute(0)));
            accept(city, Workshop.fan("fan", "asks=true wanted=90", minute(5)));
            accept(city, Workshop.override(SPEED, percent(95), minute(30), minute(12)));
            accept(city, Workshop.fan("fan", "asks=true wanted=92", minute(41)));
            accept(city, Workshop.fan("fan", "", minute(50)));
            accept(city, Workshop.fan("other", "limited=true most=7", minute(55)));
            city.advanceTo(minute(60));
        }
    }

    private static void accept(CityTwin city, Input input) {
        city.advanceTo(input.receivedAt());
        city.accept(input);
    }

    private List<String> lines(String... words) {
        assertThat(run(words)).as(err.toString()).isEqualTo(Tool.OK);
        return out.toString().lines().toList();
    }

    private int run(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        Console console = new Console(new PrintWriter(out), new PrintWriter(err), temp);
        return ToolLauncher.ofClassPath(false).run(List.of(words), console);
    }

    private static String[] fan(String... more) {
        List<String> words = new ArrayList<>(List.of("ledger", "city", "--twin", "xx:fan"));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    @Test
    void theWinnerTheFloorAndEachLoserAreNamedWithTheirReasons() {
        assertThat(lines(fan("--property", "speed", "--at", "2026-01-15T09:05")))
                .hasSize(7)
                .startsWith(
                        "2026-01-15T09:01+01:00 xx:fan/speed is asked for 15 %",
                        "  wanted by xx.state.fans/wanted (Speed of the state; State of Examples, state): 10 %",
                        "  raised by xx.town.fans/least (Fresh air; Town of Fans, municipality): at least 15 %",
                        "  lost: xx.town.fans/wanted (Wanted speed; Town of Fans, municipality): 90 %; another one is"
                                + " made by a higher authority",
                        "    \"The town wants this speed.\"",
                        "  lost: xx.town.fans/most (Quiet hours; Town of Fans, municipality): at most 20 %; the value"
                                + " keeps it")
                .last()
                .asString()
                .matches("  directive [0-9a-f]{32} since 2026-01-15T09:01\\+01:00");
    }

    /** Each change and the moment before it; civil time and an instant. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-15T09:00:59, Nothing was asked by 2026-01-15T09:00:59+01:00.",
        "2026-01-15T09:01, 09:01+01:00 xx:fan/speed is asked for 15 %",
        "2026-01-15T08:10:59Z, 09:01+01:00 xx:fan/speed is asked for 15 %",
        "2026-01-15T08:11:00Z, 09:11+01:00 xx:fan/speed is asked for 90 %",
        "2026-01-15T09:12:59.999, 09:11+01:00 xx:fan/speed is asked for 90 %",
        "2026-01-15 09:13, 09:13+01:00 xx:fan/speed is asked for 95 %",
        "2026-01-15T09:50:59+01:00, 09:30+01:00 xx:fan/speed is asked for 90 %",
        "2026-01-15T09:51:00+01:00, 09:51+01:00 xx:fan/speed returns to rest: 40 %",
        "2026-01-16, 09:51+01:00 xx:fan/speed returns to rest: 40 %"
    })
    void whatHeldAtAMoment(String moment, String first) {
        assertThat(lines(fan("--at", moment)).get(0)).endsWith(first);
    }

    @ParameterizedTest
    @CsvSource({"09:05:59, 0", "09:06, 1", "09:10:59, 1", "09:11, 0", "09:41:59, 0", "09:42, 1", "09:51, 0"})
    void whatWaitedThenIsToldToo(String time, int waiting) {
        List<String> lines = lines(fan("--at", "2026-01-15T" + time));
        assertThat(lines.stream().filter(line -> line.contains("is left as it was though")))
                .hasSize(waiting);
    }

    @Test
    void whyADeviceWasSparedIsSaid() {
        assertThat(lines(fan()))
                .contains(
                        "2026-01-15T09:06+01:00 xx:fan/speed is left as it was though 90 % won: it was asked for"
                                + " something a moment ago, so it is spared until 2026-01-15T09:11+01:00",
                        "2026-01-15T09:42+01:00 xx:fan/speed is left as it was though 92 % won: the change is too small,"
                                + " so it is spared until another claim wins");
    }

    @Test
    void aPersonIsNamedAndSoIsWhoLost() {
        assertThat(lines("ledger", "city", "--provision", "override"))
                .containsSubsequence(
                        "2026-01-15T09:13+01:00 xx:fan/speed is asked for 95 %",
                        "  wanted by Officer 7, who overrides all provisions: 95 %",
                        "    \"Smoke in the workshop.\"",
                        "  lost: xx.town.fans/wanted (Wanted speed; Town of Fans, municipality): 90 %; a person overrides"
                                + " it")
                .noneMatch(line -> line.contains("09:11"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-15T09:13, 2026-01-15T09:30, 1",
        "2026-01-15T09:13, 2026-01-15T09:30:01, 2",
        "2026-01-15T09:13:01, 2026-01-15T09:30:01, 1",
        "2026-01-15, 2026-01-16, 8",
        "2026-01-16, 2026-01-17, 0"
    })
    void aSpanHoldsItsStartAndNotItsEnd(String from, String to, int entries) {
        List<String> lines = lines("ledger", "city", "--from", from, "--to", to);
        assertThat(lines.stream().filter(line -> line.startsWith("2026-"))).hasSize(entries);
        assertThat(lines.contains("The ledger has no such entry.")).isEqualTo(entries == 0);
    }

    @Test
    void theChoicesNarrowEachOther() {
        assertThat(lines("ledger", "city", "--at", "2026-01-16"))
                .filteredOn(line -> line.startsWith("2026-"))
                .extracting(line -> line.split(" ")[1])
                .containsExactly("xx:fan/speed", "xx:other/speed");
        assertThat(lines("ledger", "city", "--at", "2026-01-16", "--provision", Workshop.MOST))
                .filteredOn(line -> line.startsWith("2026-"))
                .extracting(line -> line.split(" ")[1])
                .containsExactly("xx:other/speed");
        assertThat(lines(fan("--provision", Workshop.MOST)).stream().filter(line -> line.startsWith("2026-")))
                .hasSize(1);
        assertThat(lines(fan("--property", "cut"))).containsExactly("The ledger has no such entry.");
        assertThat(lines(fan("--provision", Workshop.MOST, "--at", "2026-01-15T09:12")))
                .containsExactly("Nothing was asked by 2026-01-15T09:12+01:00.");
    }

    @Test
    void theSameQuestionsToTheLedgerItselfGiveTheSame() {
        Ledger ledger = Ledger.of(KeptJournals.at(temp.resolve("city")));
        assertThat(ledger.entries()).hasSize(8);
        assertThat(ledger.entries().stream().flatMap(entry -> entry.lines("en", CivilCalendar.italy()).stream()))
                .containsExactlyElementsOf(lines("ledger", "city"));
        assertThat(ledger.at(SPEED, minute(6)))
                .isEqualTo(ledger.at(SPEED, minute(1)))
                .isPresent();
        assertThat(ledger.heldBack(SPEED, minute(6)))
                .get()
                .isEqualTo(ledger.of(SPEED).get(1));
    }

    @ParameterizedTest
    @CsvSource({
        "C110, ledger",
        "C111, ledger nowhere",
        "C119, ledger other",
        "C110, ledger city --property speed",
        "C110, ledger city --at 18.1.2026",
        "C110, ledger city --at 2026-01-15 --from 2026-01-15",
        "C110, ledger city --at 2026-01-15 --to 2026-01-15",
        "C101, ledger city --twin fan"
    })
    void wrongWordsCouldNotRun(String code, String words) throws IOException {
        Files.writeString(temp.resolve("other"), "something else");
        assertThat(run(words.split(" "))).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).startsWith(code).contains("Maybe ");
        assertThat(out.toString()).isEmpty();
    }

    /** Of the hour that comes twice the first one, and the one that never comes begins when clocks jump. */
    @Test
    void civilTimeIsThatOfTheCity() {
        assertThat(lines(fan("--at", "2026-10-25T02:30")).get(0)).contains("09:51+01:00");
        assertThat(lines(fan("--at", "2025-10-26T02:30")))
                .containsExactly("Nothing was asked by 2025-10-26T02:30+02:00.");
        assertThat(lines(fan("--at", "2025-03-30T02:30")))
                .containsExactly("Nothing was asked by 2025-03-30T03:00+02:00.");
    }
}
