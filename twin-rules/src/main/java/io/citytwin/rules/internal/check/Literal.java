package io.citytwin.rules.internal.check;

import io.citytwin.rules.internal.engine.Cuts;
import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.internal.grammar.FactType.FlagKind;
import io.citytwin.rules.internal.grammar.FactType.NameKind;
import io.citytwin.rules.internal.grammar.FactType.NumberKind;
import io.citytwin.rules.internal.grammar.Rule.Operator;
import io.citytwin.rules.internal.grammar.Tests;
import java.math.BigDecimal;
import java.util.BitSet;

/** One comparison under one state of the law. Immutable. */
sealed interface Literal {

    /** True or false whatever the city is like. */
    record Always(boolean holds) implements Literal {}

    /** Nothing can be concluded from it. */
    record Free() implements Literal {}

    /** A name by its position, or a flag as 0 or 1, is one of several. */
    record Among(Cell.Open cell, BitSet allowed) implements Literal {}

    /** A number compared with a known one. */
    record Bound(Cell.Open cell, Operator operator, BigDecimal number) implements Literal {}

    /** Two cells compared with each other. */
    record Link(Cell.Open left, Operator operator, Cell.Open right) implements Literal {}

    /** A comparison, or its opposite. */
    static Literal of(Cell left, Operator operator, Cell right, boolean positive) {
        Operator meant = positive ? operator : opposite(operator);
        if (left instanceof Cell.Anything || right instanceof Cell.Anything) {
            return new Free();
        } else if (left instanceof Cell.Known one && right instanceof Cell.Known two) {
            return new Always(Tests.compared(one.value(), operator, two.value()) == positive);
        } else if (left instanceof Cell.Open cell && right instanceof Cell.Known known) {
            return known(cell, meant, known.value(), true);
        } else if (left instanceof Cell.Known known && right instanceof Cell.Open cell) {
            return known(cell, meant, known.value(), false);
        }
        return operator == Operator.IN || operator == Operator.NOT_IN
                ? new Free()
                : new Link((Cell.Open) left, meant, (Cell.Open) right);
    }

    /** A flag that is up or down. */
    static Literal flag(Cell cell, boolean up) {
        if (cell instanceof Cell.Known known) {
            return new Always(known.value().equals(up));
        } else if (cell instanceof Cell.Open open) {
            BitSet allowed = new BitSet();
            allowed.set(up ? 1 : 0);
            return new Among(open, allowed);
        }
        return new Free();
    }

    private static Literal known(Cell.Open cell, Operator operator, Object value, boolean cellLeft) {
        if (cell.kind() instanceof NumberKind && value instanceof BigDecimal number) {
            return new Bound(cell, cellLeft ? operator : Cuts.turned(operator), number);
        }
        int size = size(cell.kind());
        BitSet allowed = new BitSet();
        for (int position = 0; position < size; position++) {
            Object candidate = cell.kind() instanceof FlagKind ? (Object) (position == 1) : (Object) position;
            allowed.set(
                    position,
                    cellLeft ? Tests.compared(candidate, operator, value) : Tests.compared(value, operator, candidate));
        }
        return size == 0 ? new Free() : new Among(cell, allowed);
    }

    /** How many values a name or a flag can have; 0 for anything else. */
    static int size(FactType.Kind kind) {
        if (kind instanceof FlagKind) {
            return 2;
        }
        return kind instanceof NameKind names ? names.of().names().size() : 0;
    }

    private static Operator opposite(Operator operator) {
        return switch (operator) {
            case EQUAL -> Operator.NOT_EQUAL;
            case NOT_EQUAL -> Operator.EQUAL;
            case LESS -> Operator.AT_LEAST;
            case AT_LEAST -> Operator.LESS;
            case MORE -> Operator.AT_MOST;
            case AT_MOST -> Operator.MORE;
            case IN -> Operator.NOT_IN;
            case NOT_IN -> Operator.IN;
        };
    }
}
