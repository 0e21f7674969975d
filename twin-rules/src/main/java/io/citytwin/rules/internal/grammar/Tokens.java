package io.citytwin.rules.internal.grammar;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.Token.Kind;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Tokens with a reading position, and the problems met on the way. For one thread at a time. */
final class Tokens {

    private static final Set<String> BEHIND_NAMES =
            Set.of("==", "!=", "<", "<=", ">", ">=", "=", ",", ")", "(", ":", "&&", "||");

    private final List<Token> all;
    private final Consumer<Problem> problems;
    private int at;
    private int depth;
    private int reported;

    Tokens(List<Token> all, Consumer<Problem> problems) {
        this.all = all;
        this.problems = problems;
    }

    /** Thrown after a problem was reported: what follows cannot be read before the next place to go on from. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable() {
            super("reported", null, false, false);
        }
    }

    Token peek() {
        return peek(0);
    }

    Token peek(int ahead) {
        return all.get(Math.min(at + ahead, all.size() - 1));
    }

    Token next() {
        Token token = peek();
        if (at < all.size() - 1) {
            at++;
        }
        if (token.is("(")) {
            depth++;
        } else if (token.is(")")) {
            depth--;
        }
        return token;
    }

    boolean at(String wordOrSign) {
        return peek().is(wordOrSign);
    }

    boolean accept(String wordOrSign) {
        boolean there = at(wordOrSign);
        if (there) {
            next();
        }
        return there;
    }

    Token expect(String wordOrSign) {
        if (!at(wordOrSign)) {
            throw expected("`" + wordOrSign + "`", "Maybe write `" + wordOrSign + "` before it.");
        }
        return next();
    }

    Token expect(Kind kind, String description, String advice) {
        if (!peek().is(kind)) {
            throw expected(description, advice);
        }
        return next();
    }

    /** Reports that something else stands here; to be thrown. */
    Unreadable expected(String description, String advice) {
        report(RulesError.SYNTAX, peek(), peek().shown() + " stands where " + description + " is expected.", advice);
        return new Unreadable();
    }

    void report(RulesError code, Token token, String what, String advice) {
        reported++;
        problems.accept(Problem.error(code, token.place(), what, advice));
    }

    int reported() {
        return reported;
    }

    int position() {
        return at;
    }

    int depth() {
        return depth;
    }

    void startOfPattern() {
        depth = 0;
    }

    boolean atEnd() {
        return peek().is(Kind.END);
    }

    /** A line that begins with the word, or the word before a name: a stray word inside a rule is not enough. */
    boolean atRule() {
        return at("rule") && (peek().firstOnLine() || peek(1).is(Kind.STRING)) && !peek(1).is("(");
    }

    /** Where the conditions of a rule are over, well formed or not. */
    boolean atConditionsEnd() {
        return atEnd() || atRule() || atRuleEnd() || (at("then") && !usedAsName());
    }

    /** The word that closes a rule, not the same word in the place of a name. */
    boolean atRuleEnd() {
        return at("end") && !usedAsName();
    }

    private boolean usedAsName() {
        Token behind = peek(1);
        return (behind.is(Kind.SIGN) && BEHIND_NAMES.contains(behind.text())) || behind.is("in") || behind.is("not");
    }

    /** The opening parenthesis is the next token; stops behind the closing one, or where the rule part ends. */
    void skipParentheses() {
        int outside = depth;
        next();
        while (depth > outside && !atConditionsEnd()) {
            next();
        }
    }
}
