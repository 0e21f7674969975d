package io.citytwin.rules.internal.grammar;

import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.Rule.Quantifier;
import io.citytwin.rules.internal.grammar.SyntaxTree.BindingNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.ConditionNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.Name;
import io.citytwin.rules.internal.grammar.SyntaxTree.TestNode;
import io.citytwin.rules.internal.grammar.Token.Kind;
import io.citytwin.rules.internal.grammar.Tokens.Unreadable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the patterns of a rule. For one thread at a time. */
final class ConditionParser {

    static final int MOST_CONDITIONS = 12;
    static final int MOST_ENTRIES = 64;

    private final Tokens tokens;
    private final OperandParser operands;
    private final TestParser tests;
    private boolean torn;

    ConditionParser(Tokens tokens, OperandParser operands) {
        this.tokens = tokens;
        this.operands = operands;
        this.tests = new TestParser(tokens, operands);
    }

    /** Whether a condition of the rule read last had to be left out. */
    boolean torn() {
        return torn;
    }

    List<ConditionNode> conditions() {
        torn = false;
        List<ConditionNode> conditions = new ArrayList<>();
        while (!tokens.atConditionsEnd()) {
            int start = tokens.position();
            tokens.startOfPattern();
            try {
                if (conditions.size() == MOST_CONDITIONS) {
                    tooMany();
                }
                conditions.add(condition());
            } catch (Unreadable reported) {
                torn = true;
                recover(start);
            }
        }
        return conditions;
    }

    private void tooMany() {
        tokens.report(
                RulesError.SYNTAX,
                tokens.peek(),
                "The rule has more than `" + MOST_CONDITIONS + "` conditions.",
                "Maybe split it into several rules of one provision, such as `name/1` and `name/2`.");
        while (!tokens.atConditionsEnd()) {
            tokens.next();
        }
        throw new Unreadable();
    }

    private ConditionNode condition() {
        boolean not = tokens.accept("not");
        boolean exists = !not && tokens.accept("exists");
        boolean wrapped = (not || exists) && tokens.accept("(");
        ConditionNode condition = pattern(not ? Quantifier.NOT : exists ? Quantifier.EXISTS : Quantifier.EACH);
        if (wrapped) {
            if (!tokens.at(")")) {
                throw tokens.expected(
                        "`)`", "Maybe write a line of its own for each pattern: `not` and `exists` take one pattern.");
            }
            tokens.next();
        }
        behind();
        return condition;
    }

    /** What DRL allows behind a pattern, and this grammar does not. */
    private void behind() {
        Token token = tokens.peek();
        if (token.is("from") || (token.is("over") && tokens.peek(1).is(Kind.WORD))) {
            tokens.report(
                    RulesError.FORBIDDEN,
                    token,
                    token.shown() + " is not part of rules.",
                    "Maybe leave it out: facts come from twins, state.yaml and parameters.yaml only.");
            throw new Unreadable();
        } else if (token.is("and") || token.is("&&") || token.is(",") || token.is(";")) {
            tokens.report(
                    RulesError.SYNTAX,
                    token,
                    token.shown() + " stands between two patterns.",
                    "Maybe leave it out: all patterns of a rule must match anyway.");
            tokens.next();
        } else if (token.is("or") || token.is("||")) {
            tokens.report(
                    RulesError.SYNTAX,
                    token,
                    token.shown() + " stands between two patterns.",
                    "Maybe write two rules of one provision, such as `name/1` and `name/2`.");
            tokens.next();
        }
    }

    private ConditionNode pattern(Quantifier quantifier) {
        Optional<Name> variable = Optional.empty();
        if (tokens.peek().is(Kind.VARIABLE)) {
            variable = Optional.of(variable());
            tokens.expect(":");
        } else if (tokens.peek().is(Kind.WORD) && tokens.peek(1).is(":")) {
            throw tokens.expected("a pattern", "Maybe `$" + tokens.peek().text() + "`: variables begin with `$`.");
        }
        Name type = type();
        if (tokens.at(".")) {
            throw tokens.expected("`(`", "Maybe leave the package out: fact types have one word.");
        }
        tokens.expect("(");
        List<BindingNode> bindings = new ArrayList<>();
        List<TestNode> met = new ArrayList<>();
        if (!tokens.at(")")) {
            do {
                entry(bindings, met);
            } while (tokens.accept(","));
        }
        if (!tokens.at(")")) {
            throw tokens.expected("`,` or `)`", "Maybe separate two conditions by `,`, or close the pattern with `)`.");
        }
        tokens.next();
        return new ConditionNode(quantifier, variable, type, List.copyOf(bindings), List.copyOf(met));
    }

    private Name variable() {
        Token variable = tokens.next();
        if (ReservedWords.contains(variable.text().substring(1))) {
            operands.reserved(variable);
        }
        return OperandParser.name(variable);
    }

    private Name type() {
        Token word = tokens.peek();
        if (word.is(Kind.WORD) && Words.CONDITIONS.containsKey(word.text())) {
            tokens.report(
                    RulesError.FORBIDDEN,
                    word,
                    word.shown() + " is not part of rules.",
                    Words.CONDITIONS.get(word.text()));
            tokens.next();
            if (tokens.at("(")) {
                tokens.skipParentheses();
            }
            throw new Unreadable();
        } else if (word.is(Kind.WORD) && ReservedWords.contains(word.text())) {
            operands.reserved(word);
            throw new Unreadable();
        }
        return OperandParser.name(tokens.expect(
                Kind.WORD, "a pattern", "Maybe a pattern such as `$p : Province( level > Level.none )`."));
    }

    private void entry(List<BindingNode> bindings, List<TestNode> met) {
        if (bindings.size() + met.size() == MOST_ENTRIES) {
            throw tokens.expected("`)`", "Maybe split the pattern: it may hold " + MOST_ENTRIES + " entries.");
        }
        if (tokens.peek().is(Kind.VARIABLE) && tokens.peek(1).is(":")) {
            Name variable = variable();
            tokens.next();
            bindings.add(new BindingNode(variable, tests.property()));
            if (!tokens.at(",") && !tokens.at(")")) {
                throw tokens.expected("`,` or `)`", "Maybe two entries, such as `$n : over, over >= levelFirstDays`.");
            }
        } else {
            met.add(tests.test());
        }
    }

    /** Goes on behind the pattern that could not be read, or at the next that seems to begin. */
    private void recover(int start) {
        if (tokens.position() == start && !tokens.atConditionsEnd()) {
            tokens.next();
        }
        while (!tokens.atConditionsEnd() && !patternBegins()) {
            boolean closes = tokens.at(")") && tokens.depth() == 1;
            tokens.next();
            if (closes && !continues()) {
                return;
            }
        }
    }

    private boolean patternBegins() {
        int type = tokens.peek().is(Kind.VARIABLE) && tokens.peek(1).is(":") ? 2 : 0;
        Token word = tokens.peek(type);
        boolean named = word.is(Kind.WORD) && tokens.peek(type + 1).is("(");
        return tokens.peek().firstOnLine()
                && ((named && Character.isUpperCase(word.text().charAt(0)))
                        || (named && Words.CONDITIONS.containsKey(word.text()))
                        || tokens.at("not")
                        || tokens.at("exists"));
    }

    /** Whether the line goes on as in {@code Law( x ) from y}, which is not worth a second problem. */
    private boolean continues() {
        return !tokens.peek().firstOnLine() && !tokens.atConditionsEnd() && !tokens.at(")");
    }
}
