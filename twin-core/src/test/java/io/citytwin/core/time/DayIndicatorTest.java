package io.citytwin.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayIndicatorTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final Unit UG = Unit.MICROGRAM_PER_CUBIC_METRE;

    @ParameterizedTest
    @CsvSource({"MEAN, 10 20|60, 37.5", "MAX, 10 20|60|5, 60", "MIN, 10 20|60|5, 5", "SUM, 10 20|60|5, 95"})
    void takesEachSourceFirstAndThenAllOfThem(Take take, String readings, String value) {
        DayIndicator indicator = new DayIndicator(take, 1, RoundingMode.HALF_UP, 1);
        assertThat(indicator.of(DAY, stations(readings)))
                .isEqualTo(new DayValue.Known(DAY, Quantity.of(value, UG), readings.split("\\|").length));
    }

    // 50 is exceeded by 50.1, not by 50.04: what happens at .05 decides about a ban.
    @ParameterizedTest
    @CsvSource({
        "HALF_UP, 50.04|50.05, 50",
        "HALF_UP, 50.05|50.05, 50.1",
        "HALF_UP, 50.0|50.1, 50.1",
        "HALF_EVEN, 50.0|50.1, 50",
        "HALF_EVEN, 50.1|50.2, 50.2",
        "HALF_DOWN, 50.0|50.1, 50",
        "DOWN, 50.19|50.19, 50.1",
        "UP, 50.01|50.01, 50.1",
        "HALF_UP, -0.05|-0.05, -0.1",
        "HALF_UP, -0.04|-0.04, 0"
    })
    void roundsOnceAtTheEndAsDeclared(RoundingMode rounding, String readings, String value) {
        DayIndicator indicator = new DayIndicator(Take.MEAN, 1, rounding, 1);
        assertThat(indicator.of(DAY, stations(readings))).isEqualTo(new DayValue.Known(DAY, Quantity.of(value, UG), 2));
    }

    // Means 40/3, 20.6/3, 0 and 0: their mean is 5.05 exactly, and less if each is cut to 34 digits first.
    @Test
    void thirdsAddUpToAnExactHalf() {
        DayIndicator indicator = new DayIndicator(Take.MEAN, 1, RoundingMode.HALF_UP, 4);
        assertThat(indicator.of(DAY, stations("10 10 20|6 6 8.6|0|0")))
                .isEqualTo(new DayValue.Known(DAY, Quantity.of("5.1", UG), 4));
        assertThat(indicator.of(DAY, stations("10 10 20|6 6 8.599|0|0")))
                .isEqualTo(new DayValue.Known(DAY, Quantity.of("5", UG), 4));
    }

    @Test
    void isMissingBelowTheDeclaredCapture() {
        DayIndicator indicator = new DayIndicator(Take.MEAN, 0, RoundingMode.HALF_UP, 2);
        assertThat(indicator.of(DAY, stations("10|20"))).isInstanceOf(DayValue.Known.class);
        assertThat(indicator.of(DAY, stations("10|20|"))).isEqualTo(new DayValue.Known(DAY, Quantity.of(15, UG), 2));
        assertThat(indicator.of(DAY, stations("10||")))
                .isEqualTo(new DayValue.Missing(DAY, "`1` of `3` sources have data, `2` must have."));
        assertThat(indicator.of(DAY, new TreeMap<>())).isInstanceOf(DayValue.Missing.class);
    }

    @Test
    void refusesReadingsInTwoUnits() {
        SortedMap<TwinId, List<Quantity>> readings = stations("10|20");
        readings.put(TwinId.of("it.milano:z"), List.of(Quantity.of(1, Unit.MILLIGRAM_PER_CUBIC_METRE)));
        DayIndicator indicator = new DayIndicator(Take.MAX, 0, RoundingMode.HALF_UP, 1);
        assertThatThrownBy(() -> indicator.of(DAY, readings))
                .isInstanceOfSatisfying(
                        CityTwinException.class,
                        refused -> assertThat(refused.code()).isEqualTo(CoreError.UNIT))
                .hasMessageContaining("`1 mg/m3`")
                .hasMessageContaining("`ug/m3`");
    }

    @Test
    void refusesNumbersThatMeanNothing() {
        assertThatThrownBy(() -> new DayIndicator(Take.MEAN, -1, RoundingMode.HALF_UP, 1))
                .hasMessageContaining("C103")
                .hasMessageContaining("`-1`");
        assertThatThrownBy(() -> new DayIndicator(Take.MEAN, 13, RoundingMode.HALF_UP, 1))
                .hasMessageContaining("`13`");
        assertThatThrownBy(() -> new DayIndicator(Take.MEAN, 0, RoundingMode.HALF_UP, 0))
                .hasMessageContaining("`0`");
        assertThatThrownBy(() -> new DayIndicator(Take.MEAN, 0, RoundingMode.UNNECESSARY, 1))
                .hasMessageContaining("C105");
    }

    private static SortedMap<TwinId, List<Quantity>> stations(String readings) {
        SortedMap<TwinId, List<Quantity>> bySource = new TreeMap<>();
        for (String ofOne : readings.split("\\|", -1)) {
            List<Quantity> quantities = Arrays.stream(ofOne.split(" "))
                    .filter(number -> !number.isEmpty())
                    .map(number -> Quantity.of(number, UG))
                    .toList();
            bySource.put(TwinId.of("it.milano:station-" + bySource.size()), quantities);
        }
        return bySource;
    }
}
