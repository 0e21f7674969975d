package io.citytwin.rules.internal.engine;

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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where rules cut numbers of twins: at all dated values of what they are compared with, whatever the day is. For one
 * thread at a time.
 */
public final class Cuts {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final Regulation regulation;
    private final Function<FactType, Regulation> lawOf;
    private final SortedMap<String, SortedSet<Edge>> edges = new TreeMap<>();
    private final SortedSet<String> bits = new TreeSet<>();
    private final SortedSet<String> compared = new TreeSet<>();

    private Cuts(Regulation regulation, Function<FactType, Regulation> lawOf) {
        this.regulation = regulation;
        this.lawOf = lawOf;
    }

    /** A place between two parts: just before a number, or just after it. */
    record Edge(BigDecimal number, boolean after) implements Comparable<Edge> {

        @Override
        public int compareTo(Edge other) {
            return Comparator.comparing(Edge::number).thenComparing(Edge::after).compare(this, other);
        }

        boolean isBelow(BigDecimal other) {
            int order = other.compareTo(number);
            return after ? order > 0 : order >= 0;
        }

        /** A number in a part of the line: the first part lies below all edges. */
        static BigDecimal between(List<Edge> edges, int part) {
            if (edges.isEmpty()) {
                return BigDecimal.ZERO;
            } else if (part == 0) {
                return edges.get(0).number().subtract(BigDecimal.ONE);
            }
            Edge below = edges.get(part - 1);
            if (!below.after()) {
                return below.number();
            }
            return part == edges.size()
                    ? below.number().add(BigDecimal.ONE)
                    : below.number().add(edges.get(part).number()).divide(TWO);
        }
    }

    /**
     * The parts of a number's line.
     *
     * @param parts how many
     * @param text where it is cut, for people
     */
    public record Cut(int parts, String text) {}

    /**
     * All cuts of some rules.
     *
     * @param regulation of the rules
     * @param lawOf the regulation whose parameters a fact of law shows
     * @param rules of one group
     * @return where they cut
     */
    public static Cuts of(Regulation regulation, Function<FactType, Regulation> lawOf, List<Rule> rules) {
        Cuts cuts = new Cuts(regulation, lawOf);
        for (Rule rule : rules) {
            for (Rule.Condition condition : rule.conditions()) {
                compares(condition.test()).forEach(compare -> cuts.add(rule, condition.type(), compare));
            }
        }
        return cuts;
    }

    /**
     * Where a number is cut.
     *
     * @param property such as {@code Vehicle.length}
     * @return one part if it is compared with no law
     */
    public Cut of(String property) {
        List<Edge> of = edges(property);
        String text = of.stream()
                .map(edge -> edge.number().stripTrailingZeros().toPlainString())
                .distinct()
                .collect(Collectors.joining(", "));
        return new Cut(of.size() + 1, text);
    }

    /** In the order of the line. */
    List<Edge> edges(String property) {
        return List.copyOf(edges.getOrDefault(property, new TreeSet<>()));
    }

    /**
     * Comparisons of two properties of twins.
     *
     * @return for people
     */
    public SortedSet<String> bits() {
        return bits;
    }

    /** The properties that are compared with other properties of twins. */
    SortedSet<String> compared() {
        return compared;
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
                compared.add(own);
                compared.add(other);
            }
        } else if (left.origin() == Origin.ASSET) {
            numbers(right, cell.slot()).forEach(number -> cut(own, compare.operator(), number));
        } else if (right.origin() == Origin.ASSET) {
            numbers(left, compare.slot()).forEach(number -> cut(other, turned(compare.operator()), number));
        }
    }

    /**
     * The same comparison read from the other side.
     *
     * @param operator any
     * @return with its sides turned
     */
    public static Operator turned(Operator operator) {
        return switch (operator) {
            case LESS -> Operator.MORE;
            case MORE -> Operator.LESS;
            case AT_LEAST -> Operator.AT_MOST;
            case AT_MOST -> Operator.AT_LEAST;
            case EQUAL, NOT_EQUAL, IN, NOT_IN -> operator;
        };
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
        Regulation from = type.origin() == Origin.LAW ? lawOf.apply(type) : regulation;
        Optional<Parameter> parameter = from.parameters().find(type.origin() == Origin.LAW ? name : type.name());
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
