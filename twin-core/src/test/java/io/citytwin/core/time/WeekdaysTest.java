package io.citytwin.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeekdaysTest {

    @ParameterizedTest
    @CsvSource({
        "daily, daily",
        "Mon-Sun, daily",
        "Mon Thu, Mon Thu",
        "Thu Mon, Mon Thu",
        "Mon-Fri, Mon-Fri",
        "Mon Tue Wed, Mon-Wed",
        "Sat Sun, Sat Sun",
        "Sat-Sun, Sat Sun",
        "Sat-Mon, Mon Sat Sun",
        "Mon-Wed Fri-Sun, Mon-Wed Fri-Sun",
        "Wed, Wed"
    })
    void writesItsShortestText(String text, String canonical) {
        assertThat(Weekdays.parse(text)).hasToString(canonical);
        assertThat(Weekdays.parse(canonical)).isEqualTo(Weekdays.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "mon",
                "Monday",
                "Mon  Thu",
                " Mon",
                "Mon ",
                "Mon,Thu",
                "Mon-",
                "-Fri",
                "Mon-Fri-Sun",
                "Mon Mon",
                "Mon-Wed Tue",
                "Mon-Mon",
                "Lun",
                "daily Mon",
                "Daily"
            })
    void refusesWhatIsNoSetOfDays(String text) {
        assertThatThrownBy(() -> Weekdays.parse(text)).isInstanceOfSatisfying(CityTwinException.class, refused -> {
            assertThat(refused.code()).isEqualTo(CoreError.WINDOW);
            assertThat(refused.problem()).contains("`" + text + "`");
            assertThat(refused.advice()).contains("`Mon-Fri`");
        });
    }

    @Test
    void refusesNoDayAtAll() {
        assertThatThrownBy(() -> new Weekdays(Set.of())).hasMessageStartingWith("C107");
    }

    @Test
    void everySetOfDaysReadsBackFromItsText() {
        for (int bits = 1; bits < 128; bits++) {
            Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
            for (DayOfWeek day : DayOfWeek.values()) {
                if ((bits >> (day.getValue() - 1) & 1) == 1) {
                    days.add(day);
                }
            }
            Weekdays weekdays = new Weekdays(days);
            assertThat(Weekdays.parse(weekdays.toString())).isEqualTo(weekdays);
        }
    }

    @Test
    void containsTheDatesOfItsDaysOnly() {
        Weekdays days = Weekdays.parse("Mon Thu");
        LocalDate monday = LocalDate.of(2026, 1, 5);
        assertThat(days.contains(monday)).isTrue();
        assertThat(days.contains(monday.plusDays(1))).isFalse();
        assertThat(days.contains(monday.plusDays(3))).isTrue();
        assertThat(days.contains(monday.plusDays(6))).isFalse();
    }
}
