package io.citytwin.rules.directive;

import io.citytwin.core.model.Actuator;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Value;
import io.citytwin.rules.directive.Claim.Kind;
import io.citytwin.rules.directive.Ledger.Hold;
import io.citytwin.rules.internal.engine.Contest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How an actuator was last asked to be. Immutable.
 *
 * @param award who won it; empty while it rests
 * @param value what was asked; empty if nothing ever was
 * @param since when that began
 * @param nth how many changes there were at the same instant before
 */
record Asked(Optional<Award> award, Optional<Value> value, Instant since, int nth) {

    static final Asked NOTHING = new Asked(Optional.empty(), Optional.empty(), Instant.MIN, 0);

    Asked then(Optional<Award> now, Value asked, Instant moment) {
        return new Asked(now, Optional.of(asked), moment, moment.equals(since) ? nth + 1 : 0);
    }

    boolean isSameAs(Optional<Award> now) {
        return sameCause(award, now);
    }

    /** Whether nothing has changed for the device: the same winner with the same value. */
    static boolean sameCause(Optional<Award> one, Optional<Award> other) {
        return one.map(Asked::cause).equals(other.map(Asked::cause));
    }

    private static List<Object> cause(Award award) {
        List<Object> cause = new ArrayList<>(List.of(award.winner().provision(), award.value()));
        if (award.winner().kind() == Kind.OVERRIDE) {
            // Another person who wants the same is a change of who answers for it.
            cause.add(award.winner().reason());
            cause.add(award.winner().person());
        }
        return cause;
    }

    /** Why a device is left as it is for now, though another claim won; empty if it must be asked. */
    Optional<Hold> hold(Actuator actuator, Contest contest, Optional<Award> now, Instant moment) {
        if (value.isEmpty() || isOverride(award) || isOverride(now) || contest.isTooLow(value.get())) {
            return Optional.empty();
        }
        Instant calm = since.plus(actuator.calm());
        if (moment.isBefore(calm)) {
            return Optional.of(new Hold(Hold.Cause.CALM, Optional.of(calm)));
        }
        return now.map(Award::value)
                .filter(wanted -> isNear(wanted, actuator.band()))
                .filter(wanted -> !contest.isTooHigh(value.get(), wanted))
                .map(wanted -> new Hold(Hold.Cause.BAND, Optional.empty()));
    }

    private static boolean isOverride(Optional<Award> award) {
        return award.filter(won -> won.winner().kind() == Kind.OVERRIDE).isPresent();
    }

    private boolean isNear(Value wanted, BigDecimal band) {
        return value.orElseThrow() instanceof Quantity last
                && wanted instanceof Quantity next
                && next.amount().subtract(last.amount()).abs().compareTo(band) < 0;
    }
}
