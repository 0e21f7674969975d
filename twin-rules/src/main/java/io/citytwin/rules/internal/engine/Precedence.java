package io.citytwin.rules.internal.engine;

import io.citytwin.rules.Effect;
import io.citytwin.rules.Finding;
import io.citytwin.rules.directive.Award.Reason;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Regulation;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Which of several findings comes first. Bans add up, so for them the order changes no outcome, only who is quoted; of
 * claims on one actuator the first wins.
 */
final class Precedence {

    /** Strictest limit, then legal rank, the smaller area, the later date, the declared priority. */
    static final Function<Law, Comparator<Finding>> STRONGEST_FIRST = law -> criteria(law).stream()
            .map(Criterion::order)
            .reduce(Comparator::thenComparing)
            .orElseThrow();

    /** What decides between two provisions of one regulation that came into force on the same day. */
    static final Comparator<Provision> UNDATED = Comparator.<Provision>comparingInt(provision -> -provision.priority())
            .thenComparing(Provision::id);

    private Precedence() {}

    /** One thing that tells findings apart, and what it says of the weaker one. */
    private record Criterion(Reason reason, Comparator<Finding> order) {}

    private static List<Criterion> criteria(Law law) {
        return List.of(
                new Criterion(Reason.LESS_STRICT, Comparator.comparing(Precedence::most)),
                new Criterion(Reason.LOWER_RANK, Comparator.comparing(finding -> -rank(law, finding))),
                new Criterion(Reason.WIDER_AREA, Comparator.comparing(finding -> -area(law, finding))),
                new Criterion(
                        Reason.EARLIER_DATE,
                        Comparator.comparing(finding -> finding.provision().since(), Comparator.reverseOrder())),
                new Criterion(
                        Reason.LOWER_PRIORITY,
                        Comparator.comparing(finding -> -finding.provision().priority())),
                new Criterion(
                        Reason.LATER_NAME,
                        Comparator.<Finding, String>comparing(
                                        finding -> finding.provision().id())
                                .thenComparing(Precedence::set)));
    }

    /** Why the weaker of two findings is weaker. */
    static Reason reason(Law law, Finding stronger, Finding weaker) {
        return criteria(law).stream()
                .filter(criterion -> criterion.order().compare(stronger, weaker) < 0)
                .map(Criterion::reason)
                .findFirst()
                .orElse(Reason.LATER_NAME);
    }

    private static BigDecimal most(Finding finding) {
        return finding.effect() instanceof Effect.Limit limit ? limit.most().amount() : BigDecimal.ZERO;
    }

    private static String set(Finding finding) {
        return finding.effect() instanceof Effect.Claim claim ? claim.value().toString() : "";
    }

    static boolean isLaw(Law law, Finding finding) {
        return law.find(finding.provision().regulation())
                .filter(Regulation::isLaw)
                .isPresent();
    }

    private static int rank(Law law, Finding finding) {
        return law.find(finding.provision().regulation()).map(Regulation::rank).orElse(0);
    }

    private static int area(Law law, Finding finding) {
        return law.find(finding.provision().regulation())
                .map(regulation -> regulation.jurisdiction().length())
                .orElse(0);
    }
}
