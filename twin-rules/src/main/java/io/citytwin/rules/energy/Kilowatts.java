package io.citytwin.rules.energy;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/** Plain numbers behind quantities: power in kW, energy in kJ, shares in %. Immutable. */
final class Kilowatts {

    static final Duration QUARTER = Duration.ofMinutes(15);
    static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal SECONDS_OF_A_QUARTER = BigDecimal.valueOf(QUARTER.toSeconds());
    private static final int DECIMALS = 6;

    private Kilowatts() {}

    static BigDecimal of(Quantity power) {
        return switch (power.unit()) {
            case KILOWATT -> power.amount();
            case WATT -> power.amount().movePointLeft(3);
            default -> throw refused(power, "kW");
        };
    }

    static BigDecimal percent(Quantity share) {
        if (share.unit() != Unit.PERCENT) {
            throw refused(share, "%");
        }
        return share.amount();
    }

    static Quantity quantity(BigDecimal kilowatts) {
        return new Quantity(kilowatts, Unit.KILOWATT);
    }

    static Quantity share(BigDecimal percent) {
        return new Quantity(percent, Unit.PERCENT);
    }

    static BigDecimal notNegative(BigDecimal number) {
        return number.max(BigDecimal.ZERO);
    }

    /** Rounded half up to a milliwatt: what is added up afterwards stays exact. */
    static BigDecimal mean(BigDecimal kilojoules) {
        return kilojoules.divide(SECONDS_OF_A_QUARTER, DECIMALS, RoundingMode.HALF_UP);
    }

    static BigDecimal rounded(BigDecimal kilowatts) {
        return kilowatts.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    static BigDecimal seconds(Instant from, Instant to) {
        Duration lasted = Duration.between(from, to);
        return BigDecimal.valueOf(lasted.getSeconds()).add(BigDecimal.valueOf(lasted.getNano(), 9));
    }

    /** The quarter of an hour that holds a moment; quarters are those of the clock on the wall. */
    static Instant quarterOf(Instant moment) {
        long seconds = QUARTER.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), seconds) * seconds);
    }

    private static CityTwinException refused(Quantity given, String wanted) {
        return new CityTwinException(
                CoreError.UNIT,
                "`" + given + "` is not in `" + wanted + "`.",
                "Maybe convert it where it enters; units are never guessed.");
    }
}
