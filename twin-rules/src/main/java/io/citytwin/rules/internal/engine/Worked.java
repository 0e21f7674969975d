package io.citytwin.rules.internal.engine;

import io.citytwin.rules.Effect;
import io.citytwin.rules.internal.drools.Firing;
import io.citytwin.rules.internal.grammar.Signed;
import java.math.BigDecimal;
import java.util.List;

/**
 * A computed number with its sum and all numbers in it: for a few numbers that are tried, different sums can come to the
 * same by chance, or once rounded. Immutable.
 *
 * @param figure what it comes to
 * @param signs what each number is in the sum
 * @param numbers in their order
 */
record Worked(Effect.Figure figure, List<Sign> signs, List<BigDecimal> numbers) {

    /** What a number is in a sum. */
    record Sign(boolean minus, Signed.Part part) {}

    /** What a firing says, so that what is equal for a few numbers is equal for all. */
    static Object of(Group group, Firing firing) {
        Effect effect = FindingWriter.effect(group, firing);
        if (!(effect instanceof Effect.Figure figure)) {
            return effect;
        }
        List<Signed> terms = firing.rule().action().terms();
        List<Sign> signs =
                terms.stream().map(term -> new Sign(term.minus(), term.part())).toList();
        return new Worked(figure, signs, Sums.numbers(terms, firing));
    }
}
