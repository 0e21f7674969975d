package io.citytwin.rules.internal.grammar;

import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.Rule.Operator;
import io.citytwin.rules.internal.grammar.SyntaxTree.AllNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.AmongNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.AnyNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.BrokenTest;
import io.citytwin.rules.internal.grammar.SyntaxTree.CompareNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.FlagNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.Name;
import io.citytwin.rules.internal.grammar.SyntaxTree.OperandNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.TestNode;
import io.citytwin.rules.internal.grammar.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what a fact must meet. For one thread at a time. */
final class TestParser {

    static final int DEEPEST = 32;

    private static final Map<String, Operator> OPERATORS = Map.of(
            "==", Operator.EQUAL,
            "!=", Operator.NOT_EQUAL,
            "<", Operator.LESS,
            "<=", Operator.AT_MOST,
            ">", Operator.MORE,
            ">=", Operator.AT_LEAST);
    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%");

    private final Tokens tokens;
    private final OperandParser operands;
    private int nested;

    TestParser(Tokens tokens, OperandParser operands) {
        this.tokens = tokens;
        this.operands = operands;
    }

    TestNode test() {
        nested = 0;
        return any();
    }

    private TestNode any() {
        List<TestNode> tests = new ArrayList<>();
        do {
            tests.add(all());
        } while (tokens.accept("||"));
        return tests.size() == 1 ? tests.get(0) : new AnyNode(List.copyOf(tests));
    }

    private TestNode all() {
        List<TestNode> tests = new ArrayList<>();
        do {
            tests.add(atom());
        } while (tokens.accept("&&"));
        return tests.size() == 1 ? tests.get(0) : new AllNode(List.copyOf(tests));
    }

    private TestNode atom() {
        Token first = tokens.peek();
        if (first.is("(")) {
            return group();
        } else if (first.is("!") || (first.is("not") && !tokens.peek(1).is("in"))) {
            return broken(
                    RulesError.SYNTAX,
                    first.shown() + " stands before a property.",
                    "Maybe compare, such as `volunteer == false`.");
        } else if (first.is(Kind.VARIABLE) || first.is(Kind.NUMBER) || first.is(Kind.STRING) || isListName(first)) {
            return broken(
                    RulesError.SYNTAX,
                    first.shown() + " stands where a property is expected.",
                    "Maybe turn it round: a property of this pattern comes first, such as `over >= $n`.");
        } else if (!first.is(Kind.WORD) || tokens.atConditionsEnd()) {
            throw tokens.expected("a property", "Maybe a property of this fact, or `)`.");
        }
        return tokens.peek(1).is("(") || tokens.peek(1).is(".") ? refused(first) : comparison(property());
    }

    private TestNode group() {
        if (nested == DEEPEST) {
            throw tokens.expected(
                    "a property", "Maybe split the rule: parentheses may be nested " + DEEPEST + " deep.");
        }
        tokens.next();
        nested++;
        TestNode inner = any();
        nested--;
        tokens.expect(")");
        return inner;
    }

    private boolean isListName(Token first) {
        return first.is(Kind.WORD)
                && Character.isUpperCase(first.text().charAt(0))
                && tokens.peek(1).is(".");
    }

    private TestNode refused(Token word) {
        if (Words.CONDITIONS.containsKey(word.text()) && tokens.peek(1).is("(")) {
            return broken(
                    RulesError.FORBIDDEN, word.shown() + " is not part of rules.", Words.CONDITIONS.get(word.text()));
        } else if (tokens.peek(1).is(".")) {
            return broken(
                    RulesError.FORBIDDEN,
                    "`" + word.text() + "." + tokens.peek(2).text() + "` looks into another fact.",
                    "Maybe add a pattern for that fact and compare its `id`.");
        }
        tokens.next();
        operands.reportCall(word);
        skipAtom();
        return new BrokenTest();
    }

    /** A property to be read; a reserved word is reported and stays a word without meaning. */
    Name property() {
        Token word = tokens.expect(Kind.WORD, "a property", "Maybe a property of this fact.");
        if (ReservedWords.contains(word.text())) {
            operands.reserved(word);
            return new Name("", word.place());
        }
        return OperandParser.name(word);
    }

    private TestNode comparison(Name property) {
        Token sign = tokens.peek();
        Operator operator = sign.is(Kind.SIGN) ? OPERATORS.get(sign.text()) : null;
        if (operator != null) {
            tokens.next();
            return withoutArithmetic(new CompareNode(property, operator, operands.operand()));
        } else if (sign.is("in") || (sign.is("not") && tokens.peek(1).is("in"))) {
            return among(property, tokens.accept("not") ? Operator.NOT_IN : Operator.IN);
        }
        Token word = sign.is("not") ? tokens.peek(1) : sign;
        if (word.is(Kind.WORD) && Words.COMPARISONS.containsKey(word.text())) {
            tokens.accept("not");
            return broken(
                    RulesError.FORBIDDEN, word.shown() + " is not part of rules.", Words.COMPARISONS.get(word.text()));
        } else if (sign.is("=") || sign.is("!") || sign.is("~")) {
            return broken(
                    RulesError.SYNTAX,
                    sign.shown() + " stands where `==` is expected.",
                    "Maybe one of `==`, `!=`, `<`, `<=`, `>`, `>=`, `in`, `not in`.");
        }
        return withoutArithmetic(property.text().isEmpty() ? new BrokenTest() : new FlagNode(property));
    }

    private TestNode among(Name property, Operator operator) {
        tokens.next();
        if (!tokens.at("(")) {
            return new CompareNode(property, operator, operands.operand());
        }
        tokens.next();
        List<OperandNode> names = new ArrayList<>();
        do {
            names.add(operands.operand());
        } while (tokens.accept(","));
        tokens.expect(")");
        return new AmongNode(property, operator, List.copyOf(names));
    }

    private TestNode withoutArithmetic(TestNode read) {
        Token sign = tokens.peek();
        if (sign.is(Kind.SIGN) && ARITHMETIC.contains(sign.text())) {
            return broken(
                    RulesError.FORBIDDEN,
                    sign.shown() + " computes inside a comparison.",
                    "Maybe declare the result in parameters.yaml or state.yaml: only the consequence adds and subtracts.");
        }
        return read;
    }

    private TestNode broken(RulesError code, String what, String advice) {
        tokens.report(code, tokens.peek(), what, advice);
        skipAtom();
        return new BrokenTest();
    }

    /** Skips to what ends a comparison, outside all parentheses opened on the way. */
    private void skipAtom() {
        int outside = tokens.depth();
        while (!tokens.atConditionsEnd()) {
            boolean ends = tokens.at(",") || tokens.at(")") || tokens.at("&&") || tokens.at("||");
            if (ends && tokens.depth() <= outside) {
                return;
            }
            tokens.next();
        }
    }
}
