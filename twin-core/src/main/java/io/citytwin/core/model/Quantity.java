package io.citytwin.core.model;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An exact decimal number with its unit. Two quantities are equal if unit and numeric value are. Immutable.
 *
 * @param amount the number, without trailing zeros
 * @param unit what it counts
 */
public record Quantity(BigDecimal amount, Unit unit) implements Value {

    // Bounded on purpose: "1e100000000" would make one comparison endless.
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,18}(?:\\.\\d{1,12})?");

    /** Strips trailing zeros, so that 50 and 50.0 are the same quantity. */
    public Quantity {
        amount = plain(amount);
    }

    static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    /**
     * Reads a plain decimal number.
     *
     * @param number such as {@code 48.2}; no exponent, no thousands separator
     * @param unit what it counts
     * @return the quantity
     * @throws CityTwinException {@code C103} if the text is no plain decimal number
     */
    public static Quantity of(String number, Unit unit) {
        if (!PLAIN.matcher(number).matches()) {
            throw new CityTwinException(
                    CoreError.QUANTITY,
                    "`" + number + "` is not a plain decimal number.",
                    "Maybe write it with a decimal point and no other signs, such as `48.2`.");
        }
        return new Quantity(new BigDecimal(number), unit);
    }

    /**
     * A whole number of something.
     *
     * @param number the number
     * @param unit what it counts
     * @return the quantity
     */
    public static Quantity of(long number, Unit unit) {
        return new Quantity(BigDecimal.valueOf(number), unit);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + (unit == Unit.ONE ? "" : " " + unit.symbol());
    }
}
