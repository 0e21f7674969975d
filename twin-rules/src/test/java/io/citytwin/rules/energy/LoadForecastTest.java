package io.citytwin.rules.energy;

import static io.citytwin.rules.energy.RandomDemand.kilowatts;
import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.time.CivilCalendar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class LoadForecastTest {

    private static final CivilCalendar CALENDAR = CivilCalendar.italy();
    // A Monday.
    private static final Instant MONDAY = Instant.parse("2026-01-11T23:00:00Z");
    private static final int DAY = 96;

    private final LoadForecast forecast = LoadForecast.of(
            new ForecastPlan(CALENDAR, 2, new BigDecimal("0.5"), 3, new BigDecimal("0.9"), new BigDecimal("0.1")));

    private static Instant quarter(int number) {
        return MONDAY.plus(Duration.ofMinutes(15L * number));
    }

    private void close(int from, int to, ToIntFunction<Integer> kilowatts) {
        for (int number = from; number < to; number++) {
            forecast.close(quarter(number), kilowatts(Integer.toString(kilowatts.applyAsInt(number))));
        }
    }

    private List<String> expected() {
        return forecast.next().stream()
                .map(prediction -> prediction.expected().toString())
                .toList();
    }

    @Test
    void nothingIsPredictedBeforeAnythingIsKnown() {
        assertThat(forecast.next()).isEmpty();
        assertThat(forecast.error().quarters()).isZero();
    }

    @Test
    void untilTwoSuchDaysAreKnownTheNextQuartersAreLikeTheLast() {
        close(0, DAY + 10, number -> 40 + number % DAY);
        assertThat(expected()).containsExactly("49 kW", "49 kW", "49 kW");
        assertThat(forecast.next()).allMatch(next -> next.method() == Prediction.Method.PERSISTENCE);
        assertThat(forecast.next().get(0).from()).isEqualTo(quarter(DAY + 10));
        assertThat(forecast.next().get(0).high()).isEqualTo(kilowatts("53.9"));
    }

    @Test
    void thenItIsTheMeanOfTheSameQuartersAndHalfOfTheLastDeviation() {
        close(0, DAY, number -> 100);
        close(DAY, 2 * DAY, number -> 200);
        close(2 * DAY, 2 * DAY + 1, number -> 190);
        assertThat(expected()).containsExactly("170 kW", "160 kW", "155 kW");
        assertThat(forecast.next()).allMatch(next -> next.method() == Prediction.Method.SAME_QUARTER);
    }

    @Test
    void saturdaysSundaysAndHolidaysAreDaysOfTheirOwn() {
        close(0, 5 * DAY, number -> 100);
        close(5 * DAY, 5 * DAY + 1, number -> 30);
        assertThat(forecast.next().get(0).method()).isEqualTo(Prediction.Method.PERSISTENCE);
        close(5 * DAY + 1, 7 * DAY, number -> 30);
        close(7 * DAY, 7 * DAY + 1, number -> 100);
        assertThat(expected()).containsExactly("100 kW", "100 kW", "100 kW");
    }

    @Test
    void aHolidayInTheWeekIsLikeASunday() {
        Instant sixth = Instant.parse("2026-01-05T23:00:00Z");
        LoadForecast sundays = LoadForecast.of(
                new ForecastPlan(CALENDAR, 1, BigDecimal.ZERO, 1, new BigDecimal("0.9"), new BigDecimal("0.1")));
        Instant sunday = Instant.parse("2026-01-03T23:00:00Z");
        for (Instant at = sunday; at.isBefore(sixth.plus(Duration.ofHours(1))); at = at.plus(Kilowatts.QUARTER)) {
            boolean monday = !at.isBefore(sunday.plus(Duration.ofDays(1))) && at.isBefore(sixth);
            sundays.close(at, kilowatts(monday ? "80" : "20"));
        }
        assertThat(sundays.next().get(0).expected()).isEqualTo(kilowatts("20"));
        assertThat(sundays.next().get(0).method()).isEqualTo(Prediction.Method.SAME_QUARTER);
    }

    @Test
    void errorsAreShownWithTheirSigns() {
        close(0, 1, number -> 10);
        close(1, 2, number -> 14);
        close(2, 3, number -> 13);
        assertThat(forecast.error()).isEqualTo(new ForecastError(2, kilowatts("2.5"), kilowatts("1.5")));
        assertThat(forecast.error(1)).isEqualTo(new ForecastError(1, kilowatts("4"), kilowatts("4")));
        assertThat(forecast.error(0).quarters()).isZero();
    }

    @Test
    void errorsOlderThanSevenDaysAreForgotten() {
        // The first quarter of all brings an error of 50 kW at the second quarter of the day, and is in the mean of two
        // days.
        close(0, 2, number -> number * 50);
        close(2, 7 * DAY + 1, number -> 50);
        assertThat(forecast.error(1)).isEqualTo(new ForecastError(7, kilowatts("8.929"), kilowatts("5.357")));
        close(7 * DAY + 1, 7 * DAY + 2, number -> 50);
        assertThat(forecast.error(1)).isEqualTo(new ForecastError(7, kilowatts("1.786"), kilowatts("-1.786")));
    }

    @Test
    void aGapDoesNotMixUpHowFarAheadWasPredicted() {
        close(0, 1, number -> 10);
        forecast.close(quarter(2), kilowatts("30"));
        assertThat(forecast.error().quarters()).isZero();
        forecast.close(quarter(3), kilowatts("31"));
        assertThat(forecast.error()).isEqualTo(new ForecastError(1, kilowatts("1"), kilowatts("1")));
    }

    @Test
    void fewQuartersPassTheEndsOnceErrorsAreKnown() {
        Random random = new Random(11);
        int above = 0;
        int below = 0;
        int all = 0;
        for (int number = 0; number < 28 * DAY; number++) {
            double usual = 100 + 40 * StrictMath.sin(number * 2 * Math.PI / DAY);
            Quantity came =
                    Kilowatts.quantity(BigDecimal.valueOf(Math.round((usual + 6 * random.nextGaussian()) * 1000), 3));
            if (number > 14 * DAY) {
                Prediction told = forecast.next().get(0);
                above += came.amount().compareTo(told.high().amount()) > 0 ? 1 : 0;
                below += came.amount().compareTo(told.low().amount()) < 0 ? 1 : 0;
                all++;
            }
            forecast.close(quarter(number), came);
        }
        assertThat(above * 100.0 / all).isBetween(5.0, 15.0);
        assertThat(below * 100.0 / all).isBetween(5.0, 15.0);
        assertThat(forecast.error().meanAbsolute().amount()).isBetween(BigDecimal.valueOf(4), BigDecimal.valueOf(9));
        assertThat(forecast.error().bias().amount().abs()).isLessThan(BigDecimal.ONE);
    }

    @Test
    void daysThatAreAllAlikeLeaveNoDoubt() {
        List<Prediction> last = new ArrayList<>();
        close(0, 14 * DAY, number -> 50 + number % DAY);
        close(14 * DAY, 21 * DAY, number -> {
            last.add(forecast.next().get(0));
            return 50 + number % DAY;
        });
        Prediction sure = last.get(last.size() - 1);
        assertThat(sure.high()).isEqualTo(sure.expected()).isEqualTo(sure.low());
    }
}
