package io.citytwin.rules.internal.engine;

import io.citytwin.rules.Effect;
import io.citytwin.rules.Finding;
import io.citytwin.rules.regulation.Regulation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What orders findings among each other. Immutable.
 *
 * @param strictness smaller goes first: the number of a limit, that of a floor turned round, and 0 for all others
 * @param rank of the authority; above all ranks for a person
 * @param area how far the code of the jurisdiction goes down
 * @param since first day of the provision
 * @param priority as declared
 * @param provision its id
 * @param value what it sets, as text
 */
public record Weight(
        BigDecimal strictness, int rank, int area, LocalDate since, int priority, String provision, String value) {

    private static final int OPERATOR = 1;

    static Weight of(Law law, Finding finding) {
        Optional<Regulation> regulation = law.find(finding.provision().regulation());
        return new Weight(
                strictness(finding.effect()),
                regulation.map(Regulation::rank).orElse(0),
                regulation.map(found -> found.jurisdiction().length()).orElse(0),
                finding.provision().since(),
                finding.provision().priority(),
                finding.provision().id(),
                finding.effect() instanceof Effect.Claim claim ? claim.value().toString() : "");
    }

    static Weight ofPerson(String provision) {
        return new Weight(BigDecimal.ZERO, Integer.MAX_VALUE, 0, LocalDate.MIN, 0, provision, "");
    }

    private static BigDecimal strictness(Effect effect) {
        if (effect instanceof Effect.Floor floor) {
            return floor.least().amount().negate();
        }
        return effect instanceof Effect.Limit limit ? limit.most().amount() : BigDecimal.ZERO;
    }

    /** The same right to a limit of another size. */
    Weight limiting(BigDecimal most) {
        return new Weight(most, rank, area, since, priority, provision, "");
    }

    /** Whether an authority or a person stands behind it, and not the house rules of an operator. */
    boolean isLaw() {
        return rank > OPERATOR;
    }
}
