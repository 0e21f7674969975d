package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Value;
import io.citytwin.rules.Unmet.Comparison;
import io.citytwin.rules.internal.grammar.Fact;
import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.internal.grammar.Tests;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the tests of rules with the values that they met. Safe for use by many threads. */
final class Comparisons {

    private Comparisons() {}

    /** The comparisons of a test, those of alternatives and of lists one after the other. */
    static Stream<Comparison> of(Rule.Test test, Fact own, IntFunction<Fact> matched) {
        if (test instanceof Rule.All all) {
            return all.tests().stream().flatMap(part -> of(part, own, matched));
        } else if (test instanceof Rule.Any any) {
            return any.tests().stream().flatMap(part -> of(part, own, matched));
        } else if (test instanceof Rule.IsTrue flag) {
            return Stream.of(new Comparison(
                    own.type().name(),
                    own.role(),
                    slot(own, flag.slot()).name(),
                    value(kind(own, flag.slot()), own.cell(flag.slot())),
                    Rule.Operator.EQUAL.sign(),
                    List.of(new Value.Flag(true)),
                    flag.place()));
        }
        Rule.Compare compare = (Rule.Compare) test;
        FactType.Kind kind = kind(own, compare.slot());
        return Stream.of(new Comparison(
                own.type().name(),
                own.role(),
                slot(own, compare.slot()).name(),
                value(kind, own.cell(compare.slot())),
                compare.operator().sign(),
                limits(kind, Tests.value(compare.right(), matched)),
                compare.place()));
    }

    /** Of alternatives, those that hold; of everything else, all. */
    static Stream<Comparison> held(Rule.Test test, Fact own, IntFunction<Fact> matched) {
        if (test instanceof Rule.All all) {
            return all.tests().stream().flatMap(part -> held(part, own, matched));
        } else if (test instanceof Rule.Any any) {
            return any.tests().stream().flatMap(part -> held(part, own, matched));
        }
        return Tests.met(test, own, matched) ? of(test, own, matched) : Stream.empty();
    }

    /** By how much a comparison of numbers or of positions in a list fails; as far as can be, where that means nothing. */
    static double distance(Rule.Test test, Fact own, IntFunction<Fact> matched) {
        if (test instanceof Rule.Compare compare) {
            Object left = own.cell(compare.slot());
            Object right = Tests.value(compare.right(), matched);
            if (left instanceof BigDecimal number && right instanceof BigDecimal limit) {
                return number.subtract(limit).abs().doubleValue();
            } else if (left instanceof Integer position && right instanceof BitSet positions) {
                return positions.stream()
                        .map(other -> Math.abs(position - other))
                        .min()
                        .orElse(Integer.MAX_VALUE);
            }
        }
        return Integer.MAX_VALUE;
    }

    /** A cell as a value of the core; a relation is the path to where it leads. */
    static Optional<Value> value(FactType.Kind kind, @Nullable Object cell) {
        if (cell == null || cell == Fact.ANYTHING) {
            return Optional.empty();
        } else if (kind instanceof FactType.NumberKind number && cell instanceof BigDecimal amount) {
            return Optional.of(new Quantity(amount, number.unit()));
        } else if (kind instanceof FactType.NameKind names && cell instanceof Integer position) {
            return Optional.of(new Value.Term(names.of().names().get(position)));
        } else if (cell instanceof Boolean on) {
            return Optional.of(new Value.Flag(on));
        }
        return Optional.of(new Value.Text(cell.toString()));
    }

    private static List<Value> limits(FactType.Kind left, @Nullable Object right) {
        if (right instanceof BitSet positions && left instanceof FactType.NameKind names) {
            return positions.stream()
                    .<Value>mapToObj(
                            position -> new Value.Term(names.of().names().get(position)))
                    .toList();
        }
        return value(left, right).stream().toList();
    }

    private static FactType.Kind kind(Fact fact, int slot) {
        return slot(fact, slot).kind();
    }

    private static FactType.Slot slot(Fact fact, int slot) {
        return fact.type().slots().get(slot);
    }
}
