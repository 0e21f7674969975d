package io.citytwin.rules.internal.check;

import io.citytwin.rules.internal.grammar.Rule.Operator;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A stretch of numbers, each end open or closed, or without end. Immutable. */
record Span(
        @Nullable BigDecimal least,
        boolean withLeast,
        @Nullable BigDecimal most,
        boolean withMost) {

    static final Span ALL = new Span(null, false, null, false);

    boolean isEmpty() {
        if (least == null || most == null) {
            return false;
        }
        int order = least.compareTo(most);
        return order > 0 || (order == 0 && !(withLeast && withMost));
    }

    /** What is left of it by a comparison with a number; inequality takes away an end at most. */
    Span with(Operator operator, BigDecimal number) {
        return switch (operator) {
            case EQUAL -> from(number, true).to(number, true);
            case LESS -> to(number, false);
            case AT_MOST -> to(number, true);
            case MORE -> from(number, false);
            case AT_LEAST -> from(number, true);
            case NOT_EQUAL -> without(number);
            case IN, NOT_IN -> this;
        };
    }

    /** What is left of it if it is compared with some number of another one. */
    Span with(Operator operator, Span other) {
        return switch (operator) {
            case EQUAL -> from(other.least, other.withLeast).to(other.most, other.withMost);
            case LESS -> to(other.most, false);
            case AT_MOST -> to(other.most, other.withMost);
            case MORE -> from(other.least, false);
            case AT_LEAST -> from(other.least, other.withLeast);
            case NOT_EQUAL -> other.single() == null ? this : without(other.single());
            case IN, NOT_IN -> this;
        };
    }

    private @Nullable BigDecimal single() {
        return least != null && most != null && least.compareTo(most) == 0 ? least : null;
    }

    private Span without(BigDecimal number) {
        boolean first = least != null && least.compareTo(number) == 0;
        boolean last = most != null && most.compareTo(number) == 0;
        return new Span(least, withLeast && !first, most, withMost && !last);
    }

    private Span from(@Nullable BigDecimal number, boolean with) {
        if (number == null) {
            return this;
        }
        int order = least == null ? 1 : number.compareTo(least);
        boolean closed = order > 0 ? with : order < 0 ? withLeast : with && withLeast;
        return new Span(order > 0 ? number : least, closed, most, withMost);
    }

    private Span to(@Nullable BigDecimal number, boolean with) {
        if (number == null) {
            return this;
        }
        int order = most == null ? -1 : number.compareTo(most);
        boolean closed = order < 0 ? with : order > 0 ? withMost : with && withMost;
        return new Span(least, withLeast, order < 0 ? number : most, closed);
    }
}
