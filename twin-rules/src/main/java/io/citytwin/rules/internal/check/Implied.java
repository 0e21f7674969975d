package io.citytwin.rules.internal.check;

import io.citytwin.rules.internal.grammar.Addition;
import io.citytwin.rules.internal.grammar.FactType.Origin;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.Rule.Quantifier;
import io.citytwin.rules.internal.grammar.Signed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Proves that wherever one rule fires, another one fires for the same twin: each pattern of the wide one is met by the
 * fact of a pattern of the narrow one. What it cannot prove so, it does not claim. For one thread at a time.
 */
final class Implied {

    private final World narrow;
    private final List<Literal> way;
    private final Rule wide;
    private final int[] facts;

    private Implied(World narrow, List<Literal> way, Rule wide) {
        this.narrow = narrow;
        this.way = way;
        this.wide = wide;
        this.facts = new int[wide.conditions().size()];
    }

    /** Whether the wide rule fires in all ways in which the narrow one can, under a state of the law. */
    static boolean by(Checked folder, Rule narrow, Rule wide, LawSlice slice) {
        boolean simple = wide.conditions().stream().noneMatch(one -> one.quantifier() == Quantifier.NOT);
        Optional<List<World>> worlds = World.of(folder, narrow, slice, "");
        return simple
                && worlds.isPresent()
                && worlds.get().stream()
                        .allMatch(world -> world.ways(narrow.conditions().size())
                                .map(ways -> ways.stream()
                                        .allMatch(way ->
                                                Domains.contradict(way) || new Implied(world, way, wide).matches(0)))
                                .orElse(false));
    }

    private boolean matches(int position) {
        if (position == wide.conditions().size()) {
            return saysTheSame();
        }
        return candidates(position).anyMatch(fact -> {
            facts[position] = fact;
            return holds(position) && matches(position + 1);
        });
    }

    /** The patterns of the narrow rule whose facts could meet a pattern of the wide one. */
    private IntStream candidates(int position) {
        Rule.Condition pattern = wide.conditions().get(position);
        if (position == wide.action().subject()) {
            return IntStream.of(narrow.rule().action().subject());
        }
        List<Rule.Condition> patterns = narrow.rule().conditions();
        return IntStream.range(0, patterns.size())
                .filter(fact -> patterns.get(fact).type().equals(pattern.type()))
                .filter(fact -> patterns.get(fact).quantifier() == Quantifier.EACH
                        || (patterns.get(fact).quantifier() == Quantifier.EXISTS
                                && pattern.quantifier() == Quantifier.EXISTS));
    }

    /** Whether the fact meets the pattern for certain: not to meet it contradicts what the narrow rule asks. */
    private boolean holds(int position) {
        Rule.Condition pattern = wide.conditions().get(position);
        if (pattern.type().origin() == Origin.TABLE && narrow.rows().get(facts[position]) == null) {
            return false;
        }
        List<List<Literal>> otherwise = narrow.ways(pattern.test(), facts[position], false, at -> facts[at]);
        return otherwise.stream().allMatch(not -> {
            List<Literal> both = new ArrayList<>(way);
            both.addAll(not);
            return Domains.contradict(both);
        });
    }

    private boolean saysTheSame() {
        List<List<Signed>> theirs = Effects.sums(wide.action());
        List<List<Signed>> ours = Effects.sums(narrow.rule().action());
        for (int index = 0; index < theirs.size(); index++) {
            List<Term> one = terms(theirs.get(index), true);
            List<Term> other = terms(ours.get(index), false);
            boolean alike = one.equals(other) && one.stream().noneMatch(term -> term.cell() instanceof Cell.Anything);
            if (!alike && !sameNumber(number(theirs.get(index), one), number(ours.get(index), other))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameNumber(Optional<BigDecimal> one, Optional<BigDecimal> other) {
        return one.flatMap(first -> other.filter(second -> second.compareTo(first) == 0))
                .isPresent();
    }

    private record Term(boolean minus, Signed.Part part, Cell cell) {}

    private List<Term> terms(List<Signed> sum, boolean ofWide) {
        return sum.stream()
                .map(term -> new Term(
                        term.minus(),
                        term.part(),
                        narrow.cell(term.operand(), at -> ofWide ? facts[at] : Integer.valueOf(at))))
                .toList();
    }

    private static Optional<BigDecimal> number(List<Signed> sum, List<Term> terms) {
        return Addition.of(
                sum,
                at -> terms.get(at).cell() instanceof Cell.Known known && known.value() instanceof BigDecimal number
                        ? Optional.of(number)
                        : Optional.empty());
    }
}
