package io.citytwin.rules.internal.grammar;

import io.citytwin.rules.internal.grammar.FactType.FlagKind;
import io.citytwin.rules.internal.grammar.FactType.KeyKind;
import io.citytwin.rules.internal.grammar.FactType.Kind;
import io.citytwin.rules.internal.grammar.FactType.NameKind;
import io.citytwin.rules.internal.grammar.FactType.NamesKind;
import io.citytwin.rules.internal.grammar.FactType.NumberKind;
import io.citytwin.rules.internal.grammar.Rule.Operator;

/** What each kind of property is called, and how it can be compared. Safe for use by many threads. */
final class Kinds {

    private Kinds() {}

    static String described(Kind kind) {
        if (kind instanceof NumberKind number) {
            return "a number in `" + number.unit().symbol() + "`";
        } else if (kind instanceof NameKind name) {
            return "a `" + name.of().list() + "`";
        } else if (kind instanceof NamesKind names) {
            return "several `" + names.of().list() + "`";
        } else if (kind instanceof KeyKind key) {
            return "a `" + key.assetType() + "`";
        }
        return kind instanceof FlagKind ? "yes or no" : "free text";
    }

    static boolean isMembership(Operator operator) {
        return operator == Operator.IN || operator == Operator.NOT_IN;
    }

    static boolean isEquality(Operator operator) {
        return operator == Operator.EQUAL || operator == Operator.NOT_EQUAL;
    }

    /** Whether the operator makes sense for the left side. */
    static boolean allows(Kind left, Operator operator) {
        if (left instanceof NumberKind) {
            return !isMembership(operator);
        } else if (left instanceof NameKind name) {
            return isMembership(operator) || isEquality(operator) || name.of().ordered();
        }
        return (left instanceof FlagKind || left instanceof KeyKind) && isEquality(operator);
    }

    /** What an author can write instead of an operator that makes no sense. */
    static String instead(Kind left) {
        if (left instanceof NumberKind) {
            return "Maybe one of `==`, `!=`, `<`, `<=`, `>`, `>=`.";
        } else if (left instanceof NameKind name) {
            return "Maybe one of `==`, `!=`, `in`, `not in`: the names of `"
                    + name.of().list() + "` have no order.";
        } else if (left instanceof NamesKind) {
            return "Maybe bind it and use `in`, such as `$f : fuel` here and `fuel in $f` in a later pattern.";
        } else if (left instanceof FlagKind) {
            return "Maybe `== true` or `== false`.";
        }
        return left instanceof KeyKind ? "Maybe `==` or `!=`." : "Maybe leave it out: only explanations show it.";
    }

    /** Whether a bound property may stand on the right side, for an operator that the left side allows. */
    static boolean fit(Kind left, Operator operator, Kind right) {
        if (isMembership(operator)) {
            return left instanceof NameKind name
                    && right instanceof NamesKind names
                    && name.of().equals(names.of());
        }
        return left.equals(right);
    }
}
