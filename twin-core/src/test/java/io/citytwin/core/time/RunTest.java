package io.citytwin.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunTest {

    private static final LocalDate END = LocalDate.of(2026, 1, 31);

    // Oldest day first, y counts, n does not, - is missing; the day before the series is missing too.
    @ParameterizedTest
    @CsvSource({
        "nyyyy, BREAKS, 4, 4, 0",
        "nyyyn, BREAKS, 0, 0, 0",
        "nyy-y, BREAKS, 1, 1, 0",
        "nyyy-, BREAKS, 0, 0, 0",
        "yyyyy, BREAKS, 5, 5, 0",
        "nyyyy, BRIDGES, 4, 4, 0",
        "nyy-y, BRIDGES, 3, 3, 0",
        "nyyy-, BRIDGES, 3, 3, 0",
        "yyyyy, BRIDGES, 5, 5, 0",
        "-----, BRIDGES, 0, 0, 0",
        "nyyyy, UNKNOWN, 4, 4, 0",
        "nyy-y, UNKNOWN, 1, 4, 1",
        "nyyy-, UNKNOWN, 0, 4, 1",
        "n--yy, UNKNOWN, 2, 4, 2",
        "-nyyy, UNKNOWN, 3, 3, 0",
        "nyyyn, UNKNOWN, 0, 0, 0",
        // The data begin with the run: how long it lasted before nobody knows, up to the bound; one day stands for all.
        "yyyyy, UNKNOWN, 5, 400, 1"
    })
    void treatsMissingDaysAsDeclared(String series, MissingDays treatment, int min, int max, int missing) {
        RunLength run = run(series, treatment);
        assertThat(run.min()).isEqualTo(min);
        assertThat(run.max()).isEqualTo(max);
        assertThat(run.missing()).hasSize(missing);
        assertThat(run.known()).isEqualTo(min == max);
    }

    @Test
    void listsTheMissingDaysThatMatterNewestFirst() {
        assertThat(run("-n-y-y", MissingDays.UNKNOWN).missing()).containsExactly(END.minusDays(1), END.minusDays(3));
    }

    @Test
    void looksAtNoMoreDaysThanItsBound() {
        List<LocalDate> asked = new ArrayList<>();
        RunLength run = Run.ending(
                END,
                LocalDate.of(2000, 1, 1),
                day -> {
                    asked.add(day);
                    return DayTruth.YES;
                },
                MissingDays.BREAKS);
        assertThat(run).isEqualTo(new RunLength(400, 400, List.of()));
        assertThat(asked).hasSize(Run.MOST_DAYS).startsWith(END).endsWith(END.minusDays(399));
    }

    @Test
    void neverAsksForDaysBeforeTheEarliest() {
        LocalDate earliest = END.minusDays(2);
        Run.ending(
                END,
                earliest,
                day -> {
                    assertThat(day).isAfterOrEqualTo(earliest);
                    return DayTruth.YES;
                },
                MissingDays.BRIDGES);
        assertThat(Run.ending(END, END.plusDays(1), day -> DayTruth.YES, MissingDays.BREAKS))
                .isEqualTo(new RunLength(0, 0, List.of()));
    }

    @Test
    void agreesWithANaiveStatementOnAnySeries() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 2000; i++) {
            StringBuilder days = new StringBuilder();
            int length = 1 + random.nextInt(30);
            for (int d = 0; d < length; d++) {
                days.append("nyyyyyy-".charAt(random.nextInt(8)));
            }
            String series = days.toString();
            String padded = "-".repeat(Run.MOST_DAYS - length) + series;
            assertThat(run(series, MissingDays.BREAKS).max()).as(series).isEqualTo(trailing(padded.replace('-', 'n')));
            assertThat(run(series, MissingDays.BRIDGES).max()).as(series).isEqualTo(trailing(padded.replace("-", "")));
            RunLength open = run(series, MissingDays.UNKNOWN);
            assertThat(open.min()).as(series).isEqualTo(trailing(padded.replace('-', 'n')));
            assertThat(open.max()).as(series).isEqualTo(trailing(padded.replace('-', 'y')));
            assertThat(open.missing().isEmpty()).as(series).isEqualTo(open.known());
        }
    }

    private static int trailing(String series) {
        return series.length() - series.replaceAll("y+$", "").length();
    }

    private static RunLength run(String series, MissingDays treatment) {
        LocalDate earliest = END.minusDays(series.length() - 1L);
        return Run.ending(
                END,
                earliest,
                day -> switch (series.charAt((int) (day.toEpochDay() - earliest.toEpochDay()))) {
                    case 'y' -> DayTruth.YES;
                    case 'n' -> DayTruth.NO;
                    default -> DayTruth.MISSING;
                },
                treatment);
    }
}
