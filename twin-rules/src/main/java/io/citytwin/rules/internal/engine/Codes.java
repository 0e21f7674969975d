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
sealed interface Codes {

    int UNKNOWN = 0;

    /** The code of a value, from 1. */
    int of(Value value);

    /** A value that has this code. */
    Value value(int code);

    static int orUnknown(Codes codes, @Nullable Value value) {
        return value == null ? UNKNOWN : codes.of(value);
    }

    /** Yes and no. */
    record Flags() implements Codes {

        private static final int NO = 1;
        private static final int YES = 2;

        @Override
        public int of(Value value) {
            return ((Value.Flag) value).on() ? YES : NO;
        }

        @Override
        public Value value(int code) {
            return new Value.Flag(code == YES);
        }
    }

    /** Names of a closed list. */
    final class Terms implements Codes {

        private final List<String> names;
        private final Map<String, Integer> codes = new HashMap<>();

        Terms(ValueType.Names of) {
            this.names = of.names();
            names.forEach(name -> codes.put(name, codes.size() + 1));
        }

        @Override
        public int of(Value value) {
            return codes.getOrDefault(((Value.Term) value).name(), UNKNOWN);
        }

        @Override
        public Value value(int code) {
            return new Value.Term(names.get(code - 1));
        }
    }

    /** The parts into which rules cut a number's line. */
    final class Parts implements Codes {

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
        public int of(Value value) {
            BigDecimal amount = ((Quantity) value).amount();
            double number = amount.doubleValue();
            int part = 0;
            while (part < about.length && isBelow(part, number, amount)) {
                part++;
            }
            return part + 1;
        }

        private boolean isBelow(int edge, double number, BigDecimal amount) {
            double apart = number - about[edge];
            return Math.abs(apart) > NEAR * Math.abs(number)
                    ? apart > 0
                    : edges.get(edge).isBelow(amount);
        }

        @Override
        public Value value(int code) {
            return new Quantity(Cuts.Edge.between(edges, code - 1), unit);
        }
    }

    /** Only whether there is a value. */
    record Known() implements Codes {

        @Override
        public int of(Value value) {
            return 1;
        }

        @Override
        public Value value(int code) {
            return new Value.Text("known");
        }
    }

    /** Every value by itself, since rules say it, or compare it with another property. */
    final class Exact implements Codes {

        private final List<Value> values = new ArrayList<>();
        private final Map<Value, Integer> codes = new HashMap<>();

        @Override
        public int of(Value value) {
            Integer known = codes.get(value);
            if (known == null) {
                values.add(value);
                known = values.size();
                codes.put(value, known);
            }
            return known;
        }

        @Override
        public Value value(int code) {
            return values.get(code - 1);
        }
    }
}
