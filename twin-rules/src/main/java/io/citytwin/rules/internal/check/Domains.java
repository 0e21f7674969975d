package io.citytwin.rules.internal.check;

import io.citytwin.rules.internal.check.Literal.Among;
import io.citytwin.rules.internal.check.Literal.Bound;
import io.citytwin.rules.internal.check.Literal.Link;
import io.citytwin.rules.internal.engine.Cuts;
import io.citytwin.rules.internal.grammar.FactType.NumberKind;
import io.citytwin.rules.internal.grammar.Rule.Operator;
import io.citytwin.rules.internal.grammar.Tests;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What comparisons leave of each cell. Narrows until nothing changes; an empty rest proves that they contradict each
 * other, anything else proves nothing. For one thread at a time.
 */
final class Domains {

    private final Map<Cell.Open, BitSet> names = new HashMap<>();
    private final Map<Cell.Open, Span> numbers = new HashMap<>();
    private final List<Link> links = new ArrayList<>();
    private boolean contradicted;

    private Domains() {}

    /** Whether the comparisons cannot all hold at once; false also if that is not known. */
    static boolean contradict(List<Literal> literals) {
        Domains domains = new Domains();
        literals.forEach(domains::add);
        return domains.contradicted || domains.linksContradict() || domains.narrowUntilEmpty();
    }

    private void add(Literal literal) {
        if (literal instanceof Literal.Always always) {
            contradicted |= !always.holds();
        } else if (literal instanceof Among among) {
            BitSet rest = rest(among.cell());
            rest.and(among.allowed());
            contradicted |= rest.isEmpty();
        } else if (literal instanceof Bound bound) {
            put(bound.cell(), span(bound.cell()).with(bound.operator(), bound.number()));
        } else if (literal instanceof Link link) {
            links.add(link);
        }
    }

    private BitSet rest(Cell.Open cell) {
        return names.computeIfAbsent(cell, key -> {
            BitSet all = new BitSet();
            all.set(0, Literal.size(key.kind()));
            return all;
        });
    }

    private Span span(Cell.Open cell) {
        return numbers.getOrDefault(cell, Span.ALL);
    }

    private boolean put(Cell.Open cell, Span span) {
        contradicted |= span.isEmpty();
        return !span.equals(numbers.put(cell, span));
    }

    /** Two cells that are compared twice: what each comparison allows of less, equal and more. */
    private boolean linksContradict() {
        Map<Set<Cell.Open>, EnumSet<Order>> allowed = new HashMap<>();
        for (Link link : links) {
            if (link.left().equals(link.right())) {
                if (!Order.of(link.operator()).contains(Order.SAME)) {
                    return true;
                }
                continue;
            }
            boolean turned = link.left().toString().compareTo(link.right().toString()) > 0;
            EnumSet<Order> rest =
                    allowed.computeIfAbsent(Set.of(link.left(), link.right()), key -> EnumSet.allOf(Order.class));
            rest.retainAll(Order.of(turned ? Cuts.turned(link.operator()) : link.operator()));
            if (rest.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private boolean narrowUntilEmpty() {
        boolean changed = true;
        // Each round takes something away; a bound keeps two numbers from chasing each other.
        for (int round = 0; round < 100 && changed && !contradicted; round++) {
            changed = false;
            for (Link link : links) {
                changed |= narrow(link.left(), link.operator(), link.right());
                changed |= narrow(link.right(), Cuts.turned(link.operator()), link.left());
            }
        }
        return contradicted;
    }

    private boolean narrow(Cell.Open left, Operator operator, Cell.Open right) {
        if (left.kind() instanceof NumberKind) {
            return put(left, span(left).with(operator, span(right)));
        } else if (Literal.size(left.kind()) == 0) {
            return false;
        }
        BitSet mine = rest(left);
        BitSet theirs = rest(right);
        int before = mine.cardinality();
        BitSet kept = new BitSet();
        mine.stream()
                .filter(one -> theirs.stream().anyMatch(other -> Tests.compared(one, operator, other)))
                .forEach(kept::set);
        mine.and(kept);
        contradicted |= mine.isEmpty();
        return mine.cardinality() < before;
    }

    /** How two values can stand to each other. */
    private enum Order {
        BEFORE,
        SAME,
        AFTER;

        static EnumSet<Order> of(Operator operator) {
            return switch (operator) {
                case EQUAL -> EnumSet.of(SAME);
                case NOT_EQUAL -> EnumSet.of(BEFORE, AFTER);
                case LESS -> EnumSet.of(BEFORE);
                case AT_MOST -> EnumSet.of(BEFORE, SAME);
                case MORE -> EnumSet.of(AFTER);
                case AT_LEAST -> EnumSet.of(SAME, AFTER);
                case IN, NOT_IN -> EnumSet.allOf(Order.class);
            };
        }
    }
}
