package io.citytwin.rules.internal.check;

import io.citytwin.rules.internal.check.Literal.Among;
import io.citytwin.rules.internal.check.Literal.Bound;
import io.citytwin.rules.internal.check.Literal.Link;
import io.citytwin.rules.internal.grammar.FactType.FlagKind;
import io.citytwin.rules.internal.grammar.FactType.KeyKind;
import io.citytwin.rules.internal.grammar.FactType.NumberKind;
import io.citytwin.rules.internal.grammar.Rule.Operator;
import io.citytwin.rules.internal.grammar.Tests;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Looks for values with which comparisons all hold, and holds them against each one: what it finds exists. It may miss
 * some. For one thread at a time.
 */
final class Example {

    private final List<Literal> literals;
    private final Map<Cell.Open, Object> values = new HashMap<>();

    private Example(List<Literal> literals) {
        this.literals = new ArrayList<>(literals);
    }

    /** Whether values were found with which all hold, where each type has one twin only. */
    static boolean exists(List<Literal> literals) {
        return new Example(literals).isFound();
    }

    private boolean isFound() {
        List<Literal> asked = List.copyOf(literals);
        for (Cell.Open cell : cells()) {
            boolean chosen = candidates(cell).anyMatch(value -> choose(cell, value));
            if (!chosen) {
                return false;
            }
        }
        return asked.stream().allMatch(this::holds);
    }

    private boolean choose(Cell.Open cell, Object value) {
        Literal same = Literal.of(cell, Operator.EQUAL, new Cell.Known(value), true);
        literals.add(same);
        if (Domains.contradict(literals)) {
            literals.remove(literals.size() - 1);
            return false;
        }
        values.put(cell, value);
        return true;
    }

    private Set<Cell.Open> cells() {
        Set<Cell.Open> cells = new LinkedHashSet<>();
        for (Literal literal : literals) {
            if (literal instanceof Among among) {
                cells.add(among.cell());
            } else if (literal instanceof Bound bound) {
                cells.add(bound.cell());
            } else if (literal instanceof Link link) {
                cells.add(link.left());
                cells.add(link.right());
            }
        }
        cells.removeIf(cell -> cell.kind() instanceof KeyKind);
        return cells;
    }

    /** Names and flags: all. Numbers: those that they are compared with, and around and between these. */
    private Stream<Object> candidates(Cell.Open cell) {
        if (!(cell.kind() instanceof NumberKind)) {
            boolean flag = cell.kind() instanceof FlagKind;
            return IntStream.range(0, Literal.size(cell.kind()))
                    .mapToObj(position -> flag ? (Object) (position == 1) : (Object) position);
        }
        List<BigDecimal> numbers = Stream.concat(
                        literals.stream().filter(Bound.class::isInstance).map(bound -> ((Bound) bound).number()),
                        Stream.of(BigDecimal.ZERO))
                .distinct()
                .sorted()
                .toList();
        List<Object> tried = new ArrayList<>(numbers);
        numbers.forEach(number -> tried.add(number.add(BigDecimal.ONE)));
        numbers.forEach(number -> tried.add(number.subtract(BigDecimal.ONE)));
        for (int index = 1; index < numbers.size(); index++) {
            tried.add(numbers.get(index).add(numbers.get(index - 1)).divide(BigDecimal.valueOf(2)));
        }
        return tried.stream();
    }

    private boolean holds(Literal literal) {
        if (literal instanceof Literal.Always always) {
            return always.holds();
        } else if (literal instanceof Among among) {
            Object value = values.get(among.cell());
            return value instanceof Boolean up
                    ? among.allowed().get(up ? 1 : 0)
                    : value instanceof Integer position && among.allowed().get(position);
        } else if (literal instanceof Bound bound) {
            return Tests.compared(values.get(bound.cell()), bound.operator(), bound.number());
        } else if (literal instanceof Link link) {
            // The only twin of its type is the same everywhere.
            return link.left().kind() instanceof KeyKind
                    ? link.operator() == Operator.EQUAL
                    : Tests.compared(values.get(link.left()), link.operator(), values.get(link.right()));
        }
        return false;
    }
}
