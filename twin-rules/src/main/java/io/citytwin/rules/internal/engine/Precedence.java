package io.citytwin.rules.internal.engine;

import io.citytwin.rules.Effect;
import io.citytwin.rules.Finding;
import io.citytwin.rules.regulation.Regulation;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.function.Function;

/** Which of several findings is named first. Bans add up, so the order changes no outcome, only who is quoted. */
final class Precedence {

    /** Strictest limit, then legal rank, the smaller area, the later date, the declared priority. */
    static final Function<Law, Comparator<Finding>> STRONGEST_FIRST =
            law -> Comparator.<Finding, BigDecimal>comparing(Precedence::most)
                    .thenComparing(finding -> -rank(law, finding))
                    .thenComparing(finding -> -area(law, finding))
                    .thenComparing(finding -> finding.provision().since(), Comparator.reverseOrder())
                    .thenComparing(finding -> -finding.provision().priority())
                    .thenComparing(finding -> finding.provision().id());

    private Precedence() {}

    private static BigDecimal most(Finding finding) {
        return finding.effect() instanceof Effect.Limit limit ? limit.most().amount() : BigDecimal.ZERO;
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
