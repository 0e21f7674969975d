package io.citytwin.rules.internal.mutate;

import io.citytwin.rules.internal.grammar.Token;
import io.citytwin.rules.internal.grammar.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * The tokens of one rule, in a file that can be read. Immutable.
 *
 * @param tokens from {@code rule} to {@code end}
 */
record RuleSpan(List<Token> tokens) {

    /** Copies the tokens. */
    RuleSpan {
        tokens = List.copyOf(tokens);
    }

    /**
     * A pattern.
     *
     * @param tokens from its first to its closing parenthesis
     * @param open where the tokens have the parenthesis before the entries
     * @param close and the one after them
     */
    record Pattern(List<Token> tokens, int open, int close) {

        List<Token> inside() {
            return tokens.subList(open + 1, close);
        }

        boolean isNegated() {
            return tokens.get(0).is("not") || tokens.get(0).is("exists");
        }

        boolean binds() {
            return tokens.stream().anyMatch(token -> token.is(":"));
        }
    }

    static List<RuleSpan> of(List<Token> file) {
        List<RuleSpan> rules = new ArrayList<>();
        int start = -1;
        for (int at = 0; at < file.size(); at++) {
            if (file.get(at).is("rule") && start < 0) {
                start = at;
            } else if (file.get(at).is("end") && start >= 0 && !file.get(at - 1).is(".")) {
                rules.add(new RuleSpan(file.subList(start, at + 1)));
                start = -1;
            }
        }
        return rules;
    }

    String name() {
        return tokens.get(1).text();
    }

    /** The provision that the rule's name gives; an annotation can say otherwise. */
    String provision() {
        int slash = name().indexOf('/');
        return slash < 0 ? name() : name().substring(0, slash);
    }

    List<Token> annotations() {
        return tokens.subList(2, indexOf("when"));
    }

    List<Token> consequence() {
        return tokens.subList(indexOf("then") + 1, tokens.size() - 1);
    }

    List<Pattern> patterns() {
        List<Pattern> patterns = new ArrayList<>();
        int then = indexOf("then");
        int start = indexOf("when") + 1;
        int depth = 0;
        for (int at = start; at < then; at++) {
            depth += tokens.get(at).is("(") ? 1 : tokens.get(at).is(")") ? -1 : 0;
            if (depth == 0 && tokens.get(at).is(")")) {
                patterns.add(pattern(tokens.subList(start, at + 1)));
                start = at + 1;
            }
        }
        return patterns;
    }

    /** {@code not} and {@code exists} can put a pattern into parentheses of its own. */
    private static Pattern pattern(List<Token> tokens) {
        int open = 0;
        while (!tokens.get(open).is("(") || !isType(tokens, open - 1)) {
            open++;
        }
        int close = open;
        for (int depth = 0; depth > 0 || close == open; close++) {
            depth += tokens.get(close).is("(") ? 1 : tokens.get(close).is(")") ? -1 : 0;
        }
        return new Pattern(tokens, open, close - 1);
    }

    private static boolean isType(List<Token> tokens, int at) {
        return at >= 0
                && tokens.get(at).is(Kind.WORD)
                && !tokens.get(at).is("not")
                && !tokens.get(at).is("exists");
    }

    private int indexOf(String word) {
        int at = 0;
        while (!tokens.get(at).is(word) || tokens.get(at).is(Kind.STRING)) {
            at++;
        }
        return at;
    }

    /** The stretches between signs that stand outside of parentheses. */
    static List<List<Token>> parts(List<Token> tokens, String... signs) {
        List<List<Token>> parts = new ArrayList<>();
        int start = 0;
        int depth = 0;
        for (int at = 0; at < tokens.size(); at++) {
            depth += tokens.get(at).is("(") ? 1 : tokens.get(at).is(")") ? -1 : 0;
            if (depth == 0 && List.of(signs).stream().anyMatch(tokens.get(at)::is)) {
                parts.add(tokens.subList(start, at));
                start = at + 1;
            }
        }
        if (start < tokens.size()) {
            parts.add(tokens.subList(start, tokens.size()));
        }
        return parts;
    }
}
