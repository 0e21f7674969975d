package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for the values of a property: values that rules cannot tell apart have one. 0 stands for what is unknown. For
 * one thread at a time.
 */
abstract sealed class Codes {

    static final int UNKNOWN = 0;

    /** The code of a value, from 1. */
    abstract int of(Value value);

    /** The same; most likely it is the one given. */
    int of(Value value, int likely) {
        return of(value);
    }

    /** A value that has this code. */
    abstract Value value(int code);

    final int orUnknown(@Nullable Value value, int likely) {
        return value == null ? UNKNOWN : of(value, likely);
    }

    /** Yes and no. */
    static final class Flags extends Codes {

        private static final int NO = 1;
        private static final int YES = 2;

        @Override
        int of(Value value) {
            return ((Value.Flag) value).on() ? YES : NO;
        }

        @Override
        Value value(int code) {
            return new Value.Flag(code == YES);
        }
    }

    /** Names of a closed list. */
    static final class Terms extends Codes {

        private final List<String> names;
        private final Map<String, Integer> codes = new HashMap<>();

        Terms(ValueType.Names of) {
            this.names = of.names();
            names.forEach(name -> codes.put(name, codes.size() + 1));
        }

        @Override
        int of(Value value) {
            return codes.getOrDefault(((Value.Term) value).name(), UNKNOWN);
        }

        @Override
        Value value(int code) {
            return new Value.Term(names.get(code - 1));
        }
    }

    /** The parts into which rules cut a number's line. */
    static final class Parts extends Codes {

        /** Binary fractions that differ by more than that share stand in the same order as the numbers they stand for. */
        private static final double NEAR = 1e-12;

        private final List<Cuts.Edge> edges;
        private final double[] about;
        private final Unit unit;

        /** In the order of the line. */
        Parts(List<Cuts.Edge> edges, Unit unit) {
            this.edges = edges;
            this.about = edges.stream()
                    .mapToDouble(edge -> edge.number().doubleValue())
                    .toArray();
            this.unit = unit;
        }

        @Override
        int of(Value value) {
            BigDecimal amount = ((Quantity) value).amount();
            double number = amount.doubleValue();
            int part = 0;
            while (part < about.length && isBelow(part, number, amount)) {
                part++;
            }
            return part + 1;
        }

        @Override
        int of(Value value, int likely) {
            int part = likely - 1;
            if (part >= 0) {
                double number = ((Quantity) value).amount().doubleValue();
                double near = NEAR * Math.abs(number);
                if ((part == 0 || number - about[part - 1] > near)
                        && (part == about.length || about[part] - number > near)) {
                    return likely;
                }
            }
            return of(value);
        }

        private boolean isBelow(int edge, double number, BigDecimal amount) {
            double apart = number - about[edge];
            return Math.abs(apart) > NEAR * Math.abs(number)
                    ? apart > 0
                    : edges.get(edge).isBelow(amount);
        }

        @Override
        Value value(int code) {
            return new Quantity(Cuts.Edge.between(edges, code - 1), unit);
        }
    }

    /** Only whether there is a value. */
    static final class Known extends Codes {

        @Override
        int of(Value value) {
            return 1;
        }

        @Override
        Value value(int code) {
            return new Value.Text("known");
        }
    }

    /** Every value by itself, since rules say it, or compare it with another property. */
    static final class Exact extends Codes {

        private final List<Value> values = new ArrayList<>();
        private final Map<Value, Integer> codes = new HashMap<>();

        @Override
        int of(Value value) {
            Integer known = codes.get(value);
            if (known == null) {
                values.add(value);
                known = values.size();
                codes.put(value, known);
            }
            return known;
        }

        @Override
        Value value(int code) {
            return values.get(code - 1);
        }
    }
}
