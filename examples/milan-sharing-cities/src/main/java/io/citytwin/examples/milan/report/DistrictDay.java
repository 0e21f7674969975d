package io.citytwin.examples.milan.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The electric power of a district on one day, as it was when devices shared its limit, and as it would have been. Immutable.
 *
 * @param district its name
 * @param date the civil day
 * @param quarters of an hour, in their order
 * @param forecast how the next quarter was predicted
 * @param sessions connectors whose cars got less than they wanted
 * @param lamps that were dimmed
 * @param unmet by how much the floors of all devices passed the limit at most, in kW
 */
public record DistrictDay(
        String district,
        LocalDate date,
        List<Quarter> quarters,
        Forecast forecast,
        GaveWay sessions,
        GaveWay lamps,
        BigDecimal unmet) {

    private static final BigDecimal QUARTERS = BigDecimal.valueOf(4);

    /** Copies the list. */
    public DistrictDay {
        quarters = List.copyOf(quarters);
    }

    /**
     * How quarters were predicted, and how far off that was in the last week. Immutable.
     *
     * @param method in words
     * @param meanError how far predictions of the next quarter were off in the mean, in kW
     * @param bias by how much more came than was predicted in the mean, in kW
     */
    public record Forecast(String method, BigDecimal meanError, BigDecimal bias) {}

    /**
     * Devices of one kind that were held. Immutable.
     *
     * @param devices how many
     * @param least the lowest share that one of them was left, in %; empty if there are none
     */
    public record GaveWay(int devices, Optional<BigDecimal> least) {}

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
            BigDecimal estimated) {}

    /**
     * How near the day would have come to its limit if nobody had been held.
     *
     * @return the largest power while there was a limit, as a part of that; more than 1 if it passed it
     */
    public BigDecimal mostOfLimit() {
        return quarters.stream()
                .filter(quarter ->
                        quarter.limit().filter(most -> most.signum() > 0).isPresent())
                .map(quarter -> quarter.free().divide(quarter.limit().orElseThrow(), 3, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    List<Quarter> limited() {
        return quarters.stream().filter(quarter -> quarter.limit().isPresent()).toList();
    }

    /** While a limit held, or else on the whole day. */
    Quarter busiest(Function<Quarter, BigDecimal> drawn) {
        return (limited().isEmpty() ? quarters : limited())
                .stream().max(Comparator.comparing(drawn)).orElseThrow();
    }

    /** What devices drew less than they would have on the whole day, in kWh. */
    BigDecimal less() {
        return quarters.stream()
                .map(quarter -> quarter.free().subtract(quarter.shared()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(QUARTERS, 1, RoundingMode.HALF_UP);
    }
}
