package io.citytwin.rules.internal.engine;

import io.citytwin.rules.Finding;
import io.citytwin.rules.directive.Award.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Which of several findings comes first. Bans add up, so for them the order changes no outcome, only who is quoted; of
 * claims on one actuator the first wins.
 */
final class Precedence {

    private static final List<Criterion> CRITERIA = List.of(
            new Criterion(Reason.LESS_STRICT, Comparator.comparing(Weight::strictness)),
            new Criterion(Reason.LOWER_RANK, Comparator.comparing(Weight::rank, Comparator.reverseOrder())),
            new Criterion(Reason.WIDER_AREA, Comparator.comparing(Weight::area, Comparator.reverseOrder())),
            new Criterion(Reason.EARLIER_DATE, Comparator.comparing(Weight::since, Comparator.reverseOrder())),
            new Criterion(Reason.LOWER_PRIORITY, Comparator.comparing(Weight::priority, Comparator.reverseOrder())),
            new Criterion(
                    Reason.LATER_NAME, Comparator.comparing(Weight::provision).thenComparing(Weight::value)));

    /** Strictest limit or floor, then legal rank, the smaller area, the later date, the declared priority. */
    static final Comparator<Weight> ORDER = CRITERIA.stream()
            .map(Criterion::order)
            .reduce(Comparator::thenComparing)
            .orElseThrow();

    /** The same for findings under a law. */
    static final Function<Law, Comparator<Finding>> STRONGEST_FIRST =
            law -> Comparator.comparing(finding -> Weight.of(law, finding), ORDER);

    private Precedence() {}

    /** One thing that tells findings apart, and what it says of the weaker one. */
    private record Criterion(Reason reason, Comparator<Weight> order) {}

    /** Why the weaker of two findings is weaker. */
    static Reason reason(Weight stronger, Weight weaker) {
        return CRITERIA.stream()
                .filter(criterion -> criterion.order().compare(stronger, weaker) < 0)
                .map(Criterion::reason)
                .findFirst()
                .orElse(Reason.LATER_NAME);
    }
}
