package io.citytwin.examples.milan.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The electric power of a district on one day, as it was when devices shared its limit, and as it would have been. Immutable.
 *
 * @param district its name
 * @param date the civil day
 * @param quarters of an hour, in their order
 * @param meanError how far predictions of the next quarter were off in the mean of the last week, in kW
 * @param bias by how much more came than was predicted in the mean of the last week, in kW
 */
public record DistrictDay(
        String district, LocalDate date, List<Quarter> quarters, BigDecimal meanError, BigDecimal bias) {

    private static final BigDecimal QUARTERS = BigDecimal.valueOf(4);

    /** Copies the list. */
    public DistrictDay {
        quarters = List.copyOf(quarters);
    }

    /**
     * A quarter of an hour, in kW with one decimal. Immutable.
     *
     * @param from when it began, as the clock on the wall showed it
     * @param shared the mean power while devices shared the limit
     * @param free the mean power if nobody had limited them
     * @param expected the demand that was predicted when it began
     * @param high the upper end of the prediction
     * @param limit the limit, if there was one
     * @param held whether devices were held
     * @param estimated how much of the shared power was not measured
     */
    public record Quarter(
            LocalTime from,
            BigDecimal shared,
            BigDecimal free,
            Optional<BigDecimal> expected,
            Optional<BigDecimal> high,
            Optional<BigDecimal> limit,
            boolean held,
            BigDecimal estimated) {

        boolean passesFree() {
            return limit.filter(most -> free.compareTo(most) > 0).isPresent();
        }

        boolean passesShared() {
            return limit.filter(most -> shared.compareTo(most) > 0).isPresent();
        }
    }

    Quarter busiest(boolean shared) {
        return quarters.stream()
                .max(Comparator.comparing(quarter -> shared ? quarter.shared() : quarter.free()))
                .orElseThrow();
    }

    /** What devices drew less than they would have on the whole day, in kWh. */
    BigDecimal less() {
        return quarters.stream()
                .map(quarter -> quarter.free().subtract(quarter.shared()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(QUARTERS);
    }
}
