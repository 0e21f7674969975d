package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Actuator;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Value;
import io.citytwin.rules.Effect;
import io.citytwin.rules.Finding;
import io.citytwin.rules.directive.Award;
import io.citytwin.rules.directive.Award.Loser;
import io.citytwin.rules.directive.Award.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which of the claims on one actuator wins. Of what is set the strongest wins; limits bound it, but a house rule's limit
 * does not bound what law sets. For one thread at a time.
 */
final class Contest {

    private final Law law;
    private final Actuator actuator;
    private final List<Finding> sets;
    private final List<Finding> limits;

    Contest(Law law, Actuator actuator, List<Finding> claims) {
        this.law = law;
        this.actuator = actuator;
        this.sets = strongestFirst(claims, Effect.Claim.class);
        this.limits = strongestFirst(claims, Effect.Limit.class);
    }

    private List<Finding> strongestFirst(List<Finding> claims, Class<? extends Effect> kind) {
        return claims.stream()
                .filter(claim -> kind.isInstance(claim.effect()))
                .sorted(Precedence.STRONGEST_FIRST.apply(law))
                .toList();
    }

    /** The winner; empty if nothing claims the actuator. */
    Optional<Award> award() {
        if (sets.isEmpty()) {
            return limits.stream().findFirst().map(limit -> award(limit, bounded(actuator.resting(), limit)));
        }
        Finding set = sets.get(0);
        Value wanted = ((Effect.Claim) set.effect()).value();
        return limits.stream()
                .filter(bounds(set))
                .findFirst()
                .filter(limit -> !bounded(wanted, limit).equals(wanted))
                .map(limit -> award(limit, bounded(wanted, limit)))
                .or(() -> Optional.of(award(set, wanted)));
    }

    private Predicate<Finding> bounds(Finding set) {
        return limit -> Precedence.isLaw(law, limit) || !Precedence.isLaw(law, set);
    }

    /** A limit lowers what is wanted and never raises it. */
    private static Value bounded(Value wanted, Finding limit) {
        Quantity most = ((Effect.Limit) limit.effect()).most();
        return wanted instanceof Quantity quantity && quantity.amount().compareTo(most.amount()) <= 0 ? wanted : most;
    }

    private Award award(Finding winner, Value value) {
        List<Loser> losers = new ArrayList<>();
        sets.stream().filter(set -> !set.equals(winner)).forEach(set -> losers.add(new Loser(set, lost(set, winner))));
        limits.stream()
                .filter(limit -> !limit.equals(winner))
                .forEach(limit -> losers.add(new Loser(limit, lostLimit(limit, winner))));
        return new Award(winner, value, losers);
    }

    private Reason lost(Finding set, Finding winner) {
        Finding strongest = sets.get(0);
        return set.equals(strongest) && !winner.equals(strongest)
                ? Reason.BEYOND_LIMIT
                : Precedence.reason(law, strongest, set);
    }

    private Reason lostLimit(Finding limit, Finding winner) {
        if (!sets.isEmpty() && !bounds(sets.get(0)).test(limit)) {
            return Reason.LOWER_RANK;
        }
        return winner.effect() instanceof Effect.Limit ? Precedence.reason(law, winner, limit) : Reason.KEPT;
    }
}
