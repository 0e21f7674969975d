package io.citytwin.rules.internal.check;

import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.internal.grammar.FactType.KeyKind;
import io.citytwin.rules.internal.grammar.FactType.Origin;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.Rule.CellOf;
import io.citytwin.rules.internal.grammar.Rule.Compare;
import io.citytwin.rules.internal.grammar.Rule.Constant;
import io.citytwin.rules.internal.grammar.Rule.Operator;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.regulation.Regulation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where rules cut numbers of twins: at all dated values of what they are compared with, whatever the day is. For one
 * thread at a time.
 */
final class Cuts {

    private final Checked folder;
    private final SortedMap<String, SortedSet<Edge>> edges = new TreeMap<>();
    private final SortedSet<String> bits = new TreeSet<>();

    private Cuts(Checked folder) {
        this.folder = folder;
    }

    /** A place between two parts: just before a number, or just after it. */
    private record Edge(BigDecimal number, boolean after) implements Comparable<Edge> {

        @Override
        public int compareTo(Edge other) {
            return Comparator.comparing(Edge::number).thenComparing(Edge::after).compare(this, other);
        }
    }

    /** The parts of a number's line. */
    record Cut(int parts, String text) {}

    static Cuts of(Checked folder, List<Rule> rules) {
        Cuts cuts = new Cuts(folder);
        for (Rule rule : rules) {
            for (Rule.Condition condition : rule.conditions()) {
                compares(condition.test()).forEach(compare -> cuts.add(rule, condition.type(), compare));
            }
        }
        return cuts;
    }

    Cut of(String property) {
        SortedSet<Edge> of = edges.getOrDefault(property, new TreeSet<>());
        String text = of.stream()
                .map(edge -> edge.number().stripTrailingZeros().toPlainString())
                .distinct()
                .collect(Collectors.joining(", "));
        return new Cut(of.size() + 1, text);
    }

    /** Comparisons of two properties of twins. */
    SortedSet<String> bits() {
        return bits;
    }

    private static Stream<Compare> compares(Rule.Test test) {
        if (test instanceof Rule.All all) {
            return all.tests().stream().flatMap(Cuts::compares);
        } else if (test instanceof Rule.Any any) {
            return any.tests().stream().flatMap(Cuts::compares);
        }
        return test instanceof Compare compare ? Stream.of(compare) : Stream.empty();
    }

    private void add(Rule rule, FactType left, Compare compare) {
        String own = left.name() + "." + left.slots().get(compare.slot()).name();
        if (compare.right() instanceof Constant constant) {
            if (left.origin() == Origin.ASSET && constant.value() instanceof BigDecimal number) {
                cut(own, compare.operator(), number);
            }
            return;
        }
        CellOf cell = (CellOf) compare.right();
        FactType right = rule.conditions().get(cell.condition()).type();
        String other = right.name() + "." + right.slots().get(cell.slot()).name();
        if (left.origin() == Origin.ASSET && right.origin() == Origin.ASSET) {
            // A relation leads to the twin that rules look at, or not: that is said of the relation itself.
            if (!(left.slots().get(compare.slot()).kind() instanceof KeyKind)) {
                bits.add(own + " " + compare.operator().sign() + " " + other);
            }
        } else if (left.origin() == Origin.ASSET) {
            numbers(right, cell.slot()).forEach(number -> cut(own, compare.operator(), number));
        } else if (right.origin() == Origin.ASSET) {
            numbers(left, compare.slot()).forEach(number -> cut(other, Literal.turned(compare.operator()), number));
        }
    }

    private void cut(String property, Operator operator, BigDecimal number) {
        SortedSet<Edge> of = edges.computeIfAbsent(property, key -> new TreeSet<>());
        BigDecimal plain = number.stripTrailingZeros();
        if (operator != Operator.MORE && operator != Operator.AT_MOST) {
            of.add(new Edge(plain, false));
        }
        if (operator != Operator.LESS && operator != Operator.AT_LEAST) {
            of.add(new Edge(plain, true));
        }
    }

    /** All numbers that a parameter, or a column of a table, ever holds. */
    private List<BigDecimal> numbers(FactType type, int slot) {
        String name = type.slots().get(slot).name();
        Regulation regulation = type.origin() == Origin.LAW ? folder.lawOf(type) : folder.regulation();
        Optional<Parameter> parameter = regulation.parameters().find(type.origin() == Origin.LAW ? name : type.name());
        List<BigDecimal> numbers = new ArrayList<>();
        parameter.ifPresent(one -> one.values().forEach(value -> {
            if (value.value() instanceof LawValue.OfNumber number) {
                numbers.add(number.quantity().amount());
            } else if (value.value() instanceof LawValue.OfTable table) {
                table.rows().forEach(row -> {
                    if (row.cells().get(name) instanceof LawValue.NumberCell cell) {
                        numbers.add(cell.quantity().amount());
                    }
                });
            }
        }));
        return numbers;
    }
}
