package io.citytwin.rules.internal.grammar;

import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.SyntaxTree.ActionNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.Sign;
import io.citytwin.rules.internal.grammar.SyntaxTree.SumNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.TermNode;
import io.citytwin.rules.internal.grammar.Token.Kind;
import io.citytwin.rules.internal.grammar.Tokens.Unreadable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the one sentence of a consequence. For one thread at a time. */
final class ActionParser {

    private static final String SAMPLE = "Maybe `findings.forbid( $v, Act.circulate );`.";

    private final Tokens tokens;
    private final OperandParser operands;

    ActionParser(Tokens tokens, OperandParser operands) {
        this.tokens = tokens;
        this.operands = operands;
    }

    ActionNode action() {
        Token first = tokens.peek();
        if (!first.is("findings")) {
            throw noVerb(first);
        }
        tokens.next();
        tokens.expect(".");
        Token verb = tokens.expect(Kind.WORD, "a verb", Nearest.advice("", Verbs.names(), ""));
        tokens.expect("(");
        List<SumNode> arguments = new ArrayList<>();
        if (!tokens.at(")")) {
            do {
                arguments.add(sum(Verbs.computes(verb.text())));
            } while (tokens.accept(","));
        }
        if (!tokens.at(")")) {
            throw tokens.expected("`,` or `)`", "Maybe separate two arguments by `,`, or close them with `)`.");
        }
        tokens.next();
        ending();
        return new ActionNode(OperandParser.name(verb), List.copyOf(arguments));
    }

    private Unreadable noVerb(Token first) {
        if (tokens.at("end") || tokens.atConditionsEnd()) {
            tokens.report(RulesError.VERB, first, first.shown() + " stands where a verb is expected.", SAMPLE);
        } else {
            tokens.report(
                    RulesError.FORBIDDEN,
                    first,
                    first.shown() + " begins something other than a sentence on `findings`.",
                    Words.STATEMENTS.getOrDefault(
                            first.text(), SAMPLE + " Consequences hold one verb and no other code."));
        }
        return new Unreadable();
    }

    private SumNode sum(boolean products) {
        List<TermNode> terms = new ArrayList<>();
        terms.add(new TermNode(Sign.PLUS, operands.operand()));
        for (Optional<Sign> sign = sign(products); sign.isPresent(); sign = sign(products)) {
            tokens.next();
            terms.add(new TermNode(sign.get(), operands.operand()));
        }
        if (tokens.at("*") || tokens.at("/") || tokens.at("%")) {
            tokens.report(
                    RulesError.FORBIDDEN,
                    tokens.peek(),
                    tokens.peek().shown() + " computes more than a sum.",
                    "Maybe declare the result in parameters.yaml: rules add and subtract only, but for `compute`.");
            throw new Unreadable();
        }
        return new SumNode(List.copyOf(terms));
    }

    private Optional<Sign> sign(boolean products) {
        return Arrays.stream(Sign.values())
                .filter(sign -> products || sign == Sign.PLUS || sign == Sign.MINUS)
                .filter(sign -> tokens.at(sign.text()))
                .findFirst();
    }

    private void ending() {
        if (tokens.at(".")) {
            tokens.report(
                    RulesError.FORBIDDEN,
                    tokens.peek(1),
                    "Something more is called on what a verb says.",
                    "Maybe write a second rule of the same provision: a rule has one verb.");
            throw new Unreadable();
        }
        tokens.expect(";");
        if (tokens.at("end") || tokens.atEnd() || tokens.atRule()) {
            return;
        }
        boolean second = tokens.at("findings");
        tokens.report(
                RulesError.FORBIDDEN,
                tokens.peek(),
                second
                        ? "A second verb follows in the same rule."
                        : tokens.peek().shown() + " follows the verb.",
                second
                        ? "Maybe write a second rule of the same provision, such as `name/2`."
                        : Words.STATEMENTS.getOrDefault(
                                tokens.peek().text(),
                                "Maybe delete it: consequences hold one verb and no other code."));
        throw new Unreadable();
    }
}
