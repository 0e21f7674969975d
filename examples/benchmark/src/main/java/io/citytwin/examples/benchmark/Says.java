package io.citytwin.examples.benchmark;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Value;
import io.citytwin.rules.Effect;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes findings the same way for all engines: provision, verb, and what it is about. Safe for use by many threads. */
public final class Says {

    private static final int DECIMALS = 4;

    private Says() {}

    /** An act is forbidden. */
    public static String forbid(String provision, String act) {
        return provision + " forbids " + act;
    }

    /** A property has a limit. */
    public static String cap(String provision, String property, double most) {
        return provision + " caps " + property + " " + plain(most);
    }

    /** A property has a limit, and a little more is within the law. */
    public static String cap(String provision, String property, double most, double tolerance) {
        return cap(provision, property, most) + " +" + plain(tolerance);
    }

    /** An actuator should take a number. */
    public static String set(String provision, String property, double value) {
        return provision + " sets " + property + " " + plain(value);
    }

    /** An actuator should be on or off. */
    public static String set(String provision, String property, boolean value) {
        return provision + " sets " + property + " " + value;
    }

    /** A finding of the library. */
    public static String of(String provision, Effect effect) {
        if (effect instanceof Effect.Ban ban) {
            return forbid(provision, ban.act());
        } else if (effect instanceof Effect.Limit limit) {
            double most = limit.most().amount().doubleValue();
            return limit.tolerance()
                    .map(more ->
                            cap(provision, limit.property(), most, more.amount().doubleValue()))
                    .orElseGet(() -> cap(provision, limit.property(), most));
        } else if (effect instanceof Effect.Claim claim) {
            return claim.value() instanceof Quantity quantity
                    ? set(provision, claim.property(), quantity.amount().doubleValue())
                    : set(provision, claim.property(), ((Value.Flag) claim.value()).on());
        }
        return provision + " " + effect;
    }

    private static String plain(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(DECIMALS, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
