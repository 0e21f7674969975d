package io.citytwin.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeasonTest {

    @ParameterizedTest
    @CsvSource({
        // The regional winter season: both ends included, over new year.
        "10-01..03-31, 2025-09-30, false",
        "10-01..03-31, 2025-10-01, true",
        "10-01..03-31, 2025-12-31, true",
        "10-01..03-31, 2026-01-01, true",
        "10-01..03-31, 2026-03-31, true",
        "10-01..03-31, 2026-04-01, false",
        "04-16..09-30, 2026-04-15, false",
        "04-16..09-30, 2026-04-16, true",
        "04-16..09-30, 2026-09-30, true",
        "04-16..09-30, 2026-10-01, false",
        "08-15..08-15, 2026-08-14, false",
        "08-15..08-15, 2026-08-15, true",
        "08-15..08-15, 2026-08-16, false",
        "01-01..12-31, 2026-12-31, true",
        "04-01..03-31, 2026-03-31, true",
        // 29 February, from both sides.
        "11-01..02-28, 2028-02-28, true",
        "11-01..02-28, 2028-02-29, false",
        "11-01..02-29, 2028-02-29, true",
        "11-01..02-29, 2027-02-28, true",
        "11-01..02-29, 2027-03-01, false",
        "02-29..04-30, 2027-02-28, false",
        "02-29..04-30, 2027-03-01, true",
        "02-29..04-30, 2028-02-29, true",
        "10-01..03-31, 2028-02-29, true"
    })
    void includesBothEndsAndMayPassNewYear(String season, LocalDate date, boolean inside) {
        assertThat(Season.parse(season).contains(date)).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10-01",
                "10-01..",
                "10-01..03-32",
                "13-01..03-31",
                "02-30..03-31",
                "00-01..03-31",
                "10-1..3-31",
                "10-01 .. 03-31",
                "10-01-03-31",
                "2025-10-01..2026-03-31",
                "Oct-01..Mar-31",
                "10-01..03-31 "
            })
    void refusesWhatIsNoSeason(String text) {
        assertThatThrownBy(() -> Season.parse(text)).isInstanceOfSatisfying(CityTwinException.class, refused -> {
            assertThat(refused.code()).isEqualTo(CoreError.WINDOW);
            assertThat(refused.problem()).contains("`" + text + "`");
            assertThat(refused.advice()).contains("`10-01..03-31`");
        });
    }

    @Test
    void readsBackItsTextAndIsTheComplementOfTheRestOfTheYear() {
        SplittableRandom random = new SplittableRandom(20260329);
        for (int i = 0; i < 500; i++) {
            LocalDate first = LocalDate.of(2027, 1, 1).plusDays(random.nextInt(365));
            LocalDate last = first.plusDays(random.nextInt(300));
            Season season = new Season(MonthDay.from(first), MonthDay.from(last));
            assertThat(Season.parse(season.toString())).isEqualTo(season);
            Season rest = new Season(MonthDay.from(last.plusDays(1)), MonthDay.from(first.minusDays(1)));
            // Not a leap year: there 29 February may lie between the two.
            LocalDate any = LocalDate.of(2030, 1, 1).plusDays(random.nextInt(365));
            assertThat(season.contains(any)).isNotEqualTo(rest.contains(any));
        }
    }
}
