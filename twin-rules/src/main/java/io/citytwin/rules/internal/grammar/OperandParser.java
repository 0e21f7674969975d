package io.citytwin.rules.internal.grammar;

import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.SyntaxTree.Bare;
import io.citytwin.rules.internal.grammar.SyntaxTree.BrokenOperand;
import io.citytwin.rules.internal.grammar.SyntaxTree.ListName;
import io.citytwin.rules.internal.grammar.SyntaxTree.Literal;
import io.citytwin.rules.internal.grammar.SyntaxTree.Name;
import io.citytwin.rules.internal.grammar.SyntaxTree.OperandNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.Variable;
import io.citytwin.rules.internal.grammar.Token.Kind;
import java.math.BigDecimal;

/** Reads names, variables, 0, 1, true and false. For one thread at a time. */
final class OperandParser {

    private final Tokens tokens;

    OperandParser(Tokens tokens) {
        this.tokens = tokens;
    }

    static Name name(Token token) {
        return new Name(token.text(), token.place());
    }

    OperandNode operand() {
        Token first = tokens.peek();
        if (first.is(Kind.VARIABLE)) {
            return variable();
        } else if (first.is(Kind.NUMBER) || first.is(Kind.STRING) || (first.is("-") && isNumber(1))) {
            return number();
        } else if (first.is(Kind.WORD) && !tokens.atConditionsEnd()) {
            return word();
        }
        throw tokens.expected("a value", "Maybe a variable, a parameter, or a name of a list such as `Level.first`.");
    }

    private boolean isNumber(int ahead) {
        return tokens.peek(ahead).is(Kind.NUMBER);
    }

    private OperandNode variable() {
        Token variable = tokens.next();
        if (!tokens.at(".")) {
            return new Variable(name(variable));
        }
        tokens.report(
                RulesError.FORBIDDEN,
                variable,
                "`" + variable.text() + "." + tokens.peek(1).text() + "` looks into a fact from outside its pattern.",
                "Maybe bind the property in the pattern of " + variable.shown() + ", such as `$n : "
                        + (tokens.peek(1).is(Kind.WORD) ? tokens.peek(1).text() : "id") + "`.");
        return broken(variable);
    }

    /** The first token of the operand was read and reported: skips what hangs on it. */
    private BrokenOperand broken(Token first) {
        while (tokens.at(".") && !tokens.peek(1).is(Kind.END)) {
            tokens.next();
            if (!tokens.at(",") && !tokens.at(")") && !tokens.at("(")) {
                tokens.next();
            }
        }
        if (tokens.at("(")) {
            tokens.skipParentheses();
        }
        return new BrokenOperand(first.place());
    }

    private OperandNode number() {
        Token first = tokens.next();
        if (first.is("0") || first.is("1")) {
            return new Literal(new BigDecimal(first.text()), name(first));
        } else if (first.is(Kind.STRING)) {
            tokens.report(
                    RulesError.NUMBER_IN_RULE,
                    first,
                    first.shown() + " is a text in quotes; rules hold names only.",
                    "Maybe write a name of a list without quotes, such as `Level.first`.");
        } else {
            String number = first.is("-") ? "-" + tokens.next().text() : first.text();
            tokens.report(
                    RulesError.NUMBER_IN_RULE,
                    first,
                    Token.quoted(number) + " is a value of law; rules hold 0 and 1 only.",
                    "Maybe declare it in parameters.yaml, with its date and source, and write its name here.");
        }
        return new BrokenOperand(first.place());
    }

    private OperandNode word() {
        Token word = tokens.next();
        if (word.is("true") || word.is("false")) {
            return new Literal(word.is("true"), name(word));
        } else if (word.is("null") || word.is("new")) {
            return forbiddenWord(word);
        } else if (tokens.at("(")) {
            return call(word);
        } else if (tokens.at(".")) {
            return listName(word);
        } else if (ReservedWords.contains(word.text())) {
            reserved(word);
            return new BrokenOperand(word.place());
        }
        return new Bare(name(word));
    }

    private OperandNode forbiddenWord(Token word) {
        tokens.report(
                RulesError.FORBIDDEN,
                word,
                word.shown() + " has no place in a rule.",
                word.is("new")
                        ? "Maybe name a parameter: rules make no objects."
                        : "Maybe leave the comparison out: the engine itself tries every value of what is unknown.");
        if (word.is("new") && tokens.peek().is(Kind.WORD)) {
            tokens.next();
        }
        return broken(word);
    }

    private OperandNode call(Token word) {
        reportCall(word);
        return broken(word);
    }

    /** The word before an opening parenthesis was read. */
    void reportCall(Token word) {
        tokens.report(
                RulesError.FORBIDDEN,
                word,
                "`" + word.text() + "(` calls a method.",
                "Maybe name a property, a parameter or a list without parentheses.");
    }

    void reserved(Token word) {
        tokens.report(
                RulesError.RESERVED,
                word,
                word.shown() + " is a reserved word of rules.",
                "Maybe choose another name, such as `" + word.text().replace("$", "") + "Value`.");
    }

    private OperandNode listName(Token list) {
        tokens.next();
        if (tokens.peek().is(Kind.NUMBER)) {
            Token number = tokens.next();
            tokens.report(
                    RulesError.NUMBER_IN_RULE,
                    number,
                    "`" + list.text() + "." + number.text() + "` holds a number; rules hold 0 and 1 only.",
                    "Maybe put the names of the list in a table in parameters.yaml and compare with its column.");
            return broken(list);
        }
        Token name = tokens.expect(Kind.WORD, "a name of the list", "Maybe a name such as `Level.first`.");
        if (tokens.at("(")) {
            return call(name);
        }
        return new ListName(name(list), name(name));
    }
}
