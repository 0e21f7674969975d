package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Actuator;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Value;
import io.citytwin.rules.directive.Award;
import io.citytwin.rules.directive.Award.Loser;
import io.citytwin.rules.directive.Award.Reason;
import io.citytwin.rules.directive.Claim.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Which of the claims on one actuator wins. A person's beats all of them. Else, of what is set, the strongest wins; limits
 * bound it, but a house rule's limit does not bound what law sets. Floors bound whatever comes of that. For one thread at a
 * time.
 */
public final class Contest {

    private final Actuator actuator;
    private final Optional<Bid> override;
    private final List<Bid> sets;
    private final List<Bid> limits;
    private final List<Bid> floors;

    /**
     * A contest of claims.
     *
     * @param actuator that all claim
     * @param bids in any order; at most one of a person
     */
    public Contest(Actuator actuator, List<Bid> bids) {
        this.actuator = actuator;
        this.override = strongestFirst(bids, Kind.OVERRIDE::equals).stream().findFirst();
        this.sets = strongestFirst(bids, Kind.SET::equals);
        this.limits = strongestFirst(bids, Kind::isLimit);
        this.floors = strongestFirst(bids, Kind.AT_LEAST::equals);
    }

    private static List<Bid> strongestFirst(List<Bid> bids, Predicate<Kind> kind) {
        return bids.stream()
                .filter(bid -> kind.test(bid.claim().kind()))
                .sorted(Comparator.comparing(Bid::weight, Precedence.ORDER))
                .toList();
    }

    /**
     * What comes of a contest. Immutable.
     *
     * @param winner the claim that decides, with its weight
     * @param award all that is kept of it
     */
    public record Outcome(Bid winner, Award award) {}

    /** What wins before floors are looked at. */
    private record Won(Bid winner, Value value) {}

    /**
     * Who wins.
     *
     * @return empty if the actuator rests: nothing claims it, or floors alone that its resting value keeps
     */
    public Optional<Outcome> outcome() {
        return override.map(bid -> new Won(bid, bid.claim().value()))
                .or(this::set)
                .or(this::limited)
                .map(this::outcome)
                .or(this::raised);
    }

    private Optional<Won> set() {
        return sets.stream().findFirst().map(set -> {
            Value wanted = set.claim().value();
            return limits.stream()
                    .filter(bounds(set))
                    .findFirst()
                    .filter(limit -> !bounded(wanted, limit).equals(wanted))
                    .map(limit -> new Won(limit, bounded(wanted, limit)))
                    .orElseGet(() -> new Won(set, wanted));
        });
    }

    private Optional<Won> limited() {
        return limits.stream().findFirst().map(limit -> new Won(limit, bounded(actuator.resting(), limit)));
    }

    private static Predicate<Bid> bounds(Bid set) {
        return limit -> limit.weight().isLaw() || !set.weight().isLaw();
    }

    /** A limit lowers what is wanted and never raises it. */
    private static Value bounded(Value wanted, Bid limit) {
        Value most = limit.claim().value();
        return wanted instanceof Quantity ? isBelow(most, wanted) ? most : wanted : most;
    }

    private static boolean isBelow(Value one, Value other) {
        return one instanceof Quantity less
                && other instanceof Quantity more
                && less.amount().compareTo(more.amount()) < 0;
    }

    private Outcome outcome(Won won) {
        Optional<Bid> floor = floorAbove(won.value());
        Value value = floor.map(bid -> bid.claim().value()).orElse(won.value());
        List<Loser> losers = new ArrayList<>();
        Bid winner = won.winner();
        add(losers, sets, winner, set -> lost(set, winner));
        add(losers, limits, winner, limit -> lostLimit(limit, winner));
        add(
                losers,
                floors,
                floor.orElse(winner),
                other -> floor.map(first -> reason(first, other)).orElse(Reason.KEPT));
        return new Outcome(winner, new Award(winner.claim(), value, losers, floor.map(Bid::claim)));
    }

    /** A floor alone claims an actuator whose resting value is too low. */
    private Optional<Outcome> raised() {
        return floorAbove(actuator.resting()).map(floor -> {
            List<Loser> losers = new ArrayList<>();
            add(losers, floors, floor, other -> reason(floor, other));
            return new Outcome(floor, new Award(floor.claim(), floor.claim().value(), losers, Optional.empty()));
        });
    }

    private static void add(List<Loser> losers, List<Bid> bids, Bid winner, Function<Bid, Reason> why) {
        List<Bid> others = new ArrayList<>(bids);
        others.remove(winner);
        others.forEach(bid -> losers.add(new Loser(bid.claim(), why.apply(bid))));
    }

    private static Reason reason(Bid stronger, Bid weaker) {
        return Precedence.reason(stronger.weight(), weaker.weight());
    }

    private Reason lost(Bid set, Bid winner) {
        if (override.isPresent()) {
            return Reason.OVERRIDDEN;
        }
        Bid strongest = sets.get(0);
        return set.equals(strongest) && !winner.equals(strongest) ? Reason.BEYOND_LIMIT : reason(strongest, set);
    }

    private Reason lostLimit(Bid limit, Bid winner) {
        if (override.isPresent()) {
            return Reason.OVERRIDDEN;
        } else if (!sets.isEmpty() && !bounds(sets.get(0)).test(limit)) {
            return Reason.LOWER_RANK;
        }
        return winner.claim().kind().isLimit() ? reason(winner, limit) : Reason.KEPT;
    }

    private Optional<Bid> floorAbove(Value value) {
        return floors.stream()
                .findFirst()
                .filter(floor -> isBelow(value, floor.claim().value()));
    }

    /**
     * Whether a device that keeps a value would be below a floor.
     *
     * @param asked what was asked of it last
     * @return true if a floor is higher
     */
    public boolean isTooLow(Value asked) {
        return floorAbove(asked).isPresent();
    }

    /**
     * Whether a device that keeps a value would be above a limit that another value keeps.
     *
     * @param asked what was asked of it last
     * @param instead what wins now
     * @return true if a limit lies between them
     */
    public boolean isTooHigh(Value asked, Value instead) {
        return limits.stream()
                .map(limit -> limit.claim().value())
                .anyMatch(most -> isBelow(most, asked) && !isBelow(most, instead));
    }
}
