package io.citytwin.rules.energy;

import io.citytwin.core.model.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * By how much predictions of the next quarter were off, in kW, rounded half up to a watt. Immutable.
 *
 * @param quarters how many were compared; both numbers are 0 if none was
 * @param meanAbsolute mean of the differences without their signs
 * @param bias mean of the differences; above 0 if more came than was predicted
 */
public record ForecastError(int quarters, Quantity meanAbsolute, Quantity bias) {

    private static final int DECIMALS = 3;

    static ForecastError of(List<BigDecimal> errors) {
        return new ForecastError(
                errors.size(), mean(errors.stream().map(BigDecimal::abs).toList()), mean(errors));
    }

    private static Quantity mean(List<BigDecimal> numbers) {
        BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return Kilowatts.quantity(
                numbers.isEmpty()
                        ? BigDecimal.ZERO
                        : sum.divide(BigDecimal.valueOf(numbers.size()), DECIMALS, RoundingMode.HALF_UP));
    }
}
