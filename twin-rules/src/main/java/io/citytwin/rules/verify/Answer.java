package io.citytwin.rules.verify;

import io.citytwin.core.model.Quantity;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Effect;
import io.citytwin.rules.Finding;
import io.citytwin.rules.Question;
import java.util.Comparator;
import java.util.Optional;

/**
 * What of a decision people act on: two decisions with equal answers differ in their reasons, or in a number that law
 * computes, at most. Immutable.
 *
 * @param outcome allowed, forbidden or unknown
 * @param fee what is due; empty if that is unknown
 * @param limit the strictest limit, for a question about limits
 */
public record Answer(Decision.Outcome outcome, Optional<Quantity> fee, Optional<Effect.Limit> limit) {

    /**
     * The answer of a decision.
     *
     * @param decision any
     * @return without its reasons
     */
    public static Answer of(Decision decision) {
        if (!(decision.question() instanceof Question.Limits)) {
            return new Answer(decision.outcome(), decision.fee(), Optional.empty());
        }
        Optional<Effect.Limit> strictest = decision.findings().stream()
                .map(Finding::effect)
                .filter(Effect.Limit.class::isInstance)
                .map(Effect.Limit.class::cast)
                .min(Comparator.comparing(limit -> limit.most().amount()));
        return new Answer(decision.outcome(), decision.fee(), strictest);
    }

    @Override
    public String toString() {
        String cost = fee.map(due -> due.amount().signum() == 0 ? "" : ", fee " + due)
                .orElse(outcome == Decision.Outcome.ALLOWED ? ", fee unknown" : "");
        String most = limit.map(found -> ", limit " + found.most()
                        + found.tolerance().map(more -> " + " + more).orElse(""))
                .orElse("");
        return outcome + cost + most;
    }
}
