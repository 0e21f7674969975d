package io.citytwin.examples.milan;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.time.DayValue;
import io.citytwin.core.time.RunLength;
import io.citytwin.rules.register.LevelDecision;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two real years of the twelve provinces of Lombardy, against the published algorithm said a second time. */
class RealWintersTest {

    private static final String MILAN = "it.lombardia:province-milano";
    private static final BigDecimal LIMIT = BigDecimal.valueOf(50);

    private Path folder = Path.of("");
    private static List<LevelDecision> decisions = List.of();

    @TempDir
    private Path temp;

    @BeforeAll
    static void decideTheRealWinters() {
        RealAir.find().ifPresent(found -> decisions = RealAir.decide(found, PlainLevels.LAST_DATA, 1));
    }

    // For each test, so that each is counted as skipped.
    @BeforeEach
    void skipWithoutTheRealAir() {
        folder = RealAir.folder();
    }

    private static LocalDate day(LevelDecision decision) {
        return LocalDate.ofInstant(decision.decidedAt(), RealAir.CIVIL);
    }

    private static PlainLevels.Row row(LevelDecision decision) {
        boolean held = decision.reason() == LevelDecision.Reason.HELD;
        assertThat(decision.unknown().isEmpty()).isNotEqualTo(held);
        assertThat(decision.inForce()).isEqualTo(day(decision).plusDays(1));
        return new PlainLevels.Row(
                day(decision),
                decision.subject().toString(),
                mean(decision),
                length(decision, "over"),
                length(decision, "below"),
                decision.after(),
                held,
                decision.unknown().contains("forecast"));
    }

    private static String mean(LevelDecision decision) {
        DayValue value = decision.known().days().get("pm10");
        assertThat(value.day()).isEqualTo(day(decision).minusDays(1));
        return value instanceof DayValue.Known known ? known.value().amount().toPlainString() : "";
    }

    private static PlainLevels.Length length(LevelDecision decision, String run) {
        RunLength length = decision.known().runs().get(run);
        return new PlainLevels.Length(length.min(), length.max());
    }

    // d.G.r. X/7095 of 18 September 2017 and XI/712 of 30 October 2018.
    @Test
    void everyDecisionEqualsThePublishedAlgorithm() throws IOException {
        List<PlainLevels.Row> plain = new PlainLevels(folder).rows();
        List<PlainLevels.Row> engine =
                decisions.stream().map(RealWintersTest::row).toList();

        assertThat(engine).hasSameSizeAs(plain).hasSize(12 * 731);
        for (int index = 0; index < plain.size(); index++) {
            assertThat(engine.get(index)).isEqualTo(plain.get(index));
        }
        // Controls: every kind of row occurs.
        assertThat(plain).extracting(PlainLevels.Row::state).contains("none", "first", "second");
        assertThat(plain).anyMatch(row -> row.held() && !row.forecast()).anyMatch(PlainLevels.Row::forecast);
        assertThat(plain)
                .anyMatch(row -> row.mean().isEmpty())
                .anyMatch(row -> row.over().least() > 10);
    }

    /** Rule A needs a forecast, and nobody told one. */
    @Test
    void aDecisionThatWouldHaveReadTheForecastSaysSo() throws IOException {
        PlainLevels plain = new PlainLevels(folder);
        int said = 0;
        int seen = 0;
        for (LevelDecision decision : decisions) {
            LocalDate day = day(decision);
            BigDecimal yesterday = plain.mean(decision.subject().toString(), day.minusDays(1));
            BigDecimal before = plain.mean(decision.subject().toString(), day.minusDays(2));
            if (yesterday == null || before == null || !PlainLevels.inSeason(day.plusDays(1))) {
                continue;
            }
            boolean wouldRead =
                    !decision.before().equals("none") && yesterday.compareTo(LIMIT) <= 0 && before.compareTo(LIMIT) > 0;
            assertThat(decision.unknown().contains("forecast"))
                    .as(decision.toString())
                    .isEqualTo(wouldRead);
            if (wouldRead) {
                assertThat(decision.reason()).isEqualTo(LevelDecision.Reason.HELD);
                assertThat(decision.unknown()).containsExactly("forecast");
                assertThat(decision.after()).isEqualTo(decision.before());
            }
            said += wouldRead ? 1 : 0;
            seen++;
        }
        assertThat(said).isBetween(20, seen / 10);
    }

    /** State in force to the days it was in force, as periods. */
    private static List<String> periods(String province) {
        SortedMap<LocalDate, String> states = new TreeMap<>();
        decisions.stream()
                .filter(decision -> decision.subject().toString().equals(province))
                .forEach(decision -> states.put(decision.inForce(), decision.after()));
        Map<LocalDate, String> starts = new TreeMap<>();
        states.forEach((day, state) -> {
            if (!state.equals(states.getOrDefault(day.minusDays(1), "none"))) {
                starts.put(day, state);
            }
        });
        return starts.entrySet().stream()
                .map(start -> start.getKey() + " " + start.getValue())
                .toList();
    }

    // The Region's announcements, as CASES.md and the issue retell them.
    @Test
    void milanShowsTheKnownPeriods() {
        assertThat(periods(MILAN))
                .containsSubsequence("2019-02-19 first", "2019-03-06 none")
                .containsSubsequence("2020-01-03 first", "2020-01-17 second", "2020-01-21 none")
                .containsSubsequence("2020-11-17 first", "2020-11-20 none");
        assertThat(decisions.stream()
                        .filter(decision -> decision.subject().toString().equals(MILAN))
                        .filter(decision -> day(decision).equals(LocalDate.of(2019, 2, 1)))
                        .map(decision ->
                                ((DayValue.Known) decision.known().days().get("pm10")).value())
                        .map(Quantity::toString))
                .containsExactly("46.6 ug/m3");
    }

    /**
     * Seven days keep the weekdays, so control days stay control days. Only near the edges of a season the shift shows:
     * compared are decisions that lie in one season with their shifted twin, from the first day of that season on which
     * neither has a level.
     */
    @Test
    void aWeekLaterEverythingIsAWeekLater() throws IOException {
        Map<String, LevelDecision> later = new HashMap<>();
        RealAir.decide(RealAir.later(folder, temp, 7), PlainLevels.LAST_DATA.plusDays(7), 1)
                .forEach(decision -> later.put(decision.subject() + " " + day(decision), decision));
        Map<String, Boolean> alike = new HashMap<>();
        int raised = 0;
        for (LevelDecision decision : decisions) {
            LevelDecision twin =
                    later.get(decision.subject() + " " + day(decision).plusDays(7));
            boolean inside = day(decision).getMonthValue() != 3 || day(decision).getDayOfMonth() <= 23;
            boolean season = inside && PlainLevels.inSeason(day(decision));
            boolean none = decision.before().equals("none") && twin.before().equals("none");
            String key = decision.subject().toString();
            alike.put(key, season && (none || alike.getOrDefault(key, false)));
            if (alike.get(key)) {
                assertThat(shape(twin)).isEqualTo(shape(decision));
                raised += decision.reason() == LevelDecision.Reason.RAISED ? 1 : 0;
            }
        }
        assertThat(raised).isGreaterThan(30);
        assertThat(later.values()).extracting(RealWintersTest::shape).isNotEqualTo(shapes(decisions));
    }

    private static List<String> shapes(List<LevelDecision> all) {
        return all.stream().map(RealWintersTest::shape).toList();
    }

    private static String shape(LevelDecision decision) {
        String unknown = decision.unknown().stream()
                .map(name -> name.replaceAll("\\d{4}-\\d{2}-\\d{2}", "day"))
                .collect(Collectors.joining(","));
        return String.join(
                " ",
                decision.before(),
                decision.after(),
                decision.reason().toString(),
                mean(decision),
                length(decision, "over").toString(),
                length(decision, "below").toString(),
                unknown);
    }

    @Test
    void anotherMachineFileOrderOrNumberOfShardsGivesTheSameBytes() throws Exception {
        String dump = RealAir.dump(decisions);
        assertThat(dump.length()).isGreaterThan(1_000_000);

        String elsewhere = DecideElsewhere.dump(RealAir.shuffled(folder, temp), temp);

        assertThat(elsewhere.lines().findFirst()).contains("Pacific/Kiritimati ı");
        assertThat(elsewhere.substring(elsewhere.indexOf('\n') + 1).equals(dump))
                .isTrue();
        assertThat(RealAir.dump(RealAir.decide(folder, PlainLevels.LAST_DATA, 16))
                        .equals(dump))
                .isTrue();
    }
}
