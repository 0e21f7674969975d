package io.citytwin.rules.internal.grammar;

import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.SyntaxTree.AnnotationNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.Name;
import io.citytwin.rules.internal.grammar.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads what stands between {@code rule} and {@code when}. For one thread at a time. */
final class HeaderParser {

    static final Set<String> ANNOTATIONS = Set.of("provision", "lifts", "spends");

    private final Tokens tokens;

    HeaderParser(Tokens tokens) {
        this.tokens = tokens;
    }

    Name name() {
        Token name = tokens.expect(Kind.STRING, "the rule's name", "Maybe `rule \"traffic\"`: names stand in quotes.");
        if (name.text().isBlank()) {
            tokens.report(
                    RulesError.SYNTAX,
                    name,
                    "The rule's name is empty.",
                    "Maybe the name of its provision, such as `rule \"traffic\"`.");
        }
        return OperandParser.name(name);
    }

    /** Reads up to and including {@code when}. */
    void read(List<AnnotationNode> annotations) {
        while (!tokens.accept("when")) {
            Token token = tokens.peek();
            if (token.is("@")) {
                annotation(annotations);
            } else if (token.is(Kind.WORD) && Words.ATTRIBUTES.containsKey(token.text())) {
                attribute();
            } else {
                throw tokens.expected("`when`", "Maybe write `when` before the first pattern.");
            }
        }
    }

    private void annotation(List<AnnotationNode> annotations) {
        tokens.next();
        Token word = tokens.expect(Kind.WORD, "an annotation", "Maybe `@provision(traffic)`.");
        if (!ANNOTATIONS.contains(word.text())) {
            tokens.report(
                    RulesError.ANNOTATION,
                    word,
                    "`@" + word.text() + "` is no annotation.",
                    Nearest.advice("@" + word.text(), List.of("@provision", "@lifts", "@spends"), ""));
            if (tokens.at("(")) {
                tokens.skipParentheses();
            }
            return;
        }
        tokens.expect("(");
        List<Name> names = new ArrayList<>();
        do {
            names.add(dotted());
        } while (tokens.accept(","));
        tokens.expect(")");
        annotations.add(new AnnotationNode(OperandParser.name(word), List.copyOf(names)));
    }

    private Name dotted() {
        Token first = tokens.expect(Kind.WORD, "a name", "Maybe the name of a provision, such as `level.first`.");
        StringBuilder name = new StringBuilder(first.text());
        while (tokens.at(".") || tokens.at("-")) {
            String sign = tokens.next().text();
            boolean number = tokens.peek().is(Kind.NUMBER);
            Token part = number
                    ? tokens.next()
                    : tokens.expect(Kind.WORD, "a name", "Maybe leave out the last `" + sign + "`.");
            name.append(sign).append(part.text());
        }
        return new Name(name.toString(), first.place());
    }

    private void attribute() {
        Token first = tokens.next();
        StringBuilder name = new StringBuilder(first.text());
        while (tokens.at("-") && tokens.peek(1).is(Kind.WORD)) {
            tokens.next();
            name.append('-').append(tokens.next().text());
        }
        tokens.report(
                RulesError.FORBIDDEN,
                first,
                "`" + name + "` is an attribute; rules have none.",
                Words.ATTRIBUTES.getOrDefault(first.text(), ""));
        tokens.accept("-");
        if (tokens.at("(")) {
            tokens.skipParentheses();
        } else if (tokens.peek().is(Kind.NUMBER)
                || tokens.peek().is(Kind.STRING)
                || tokens.at("true")
                || tokens.at("false")) {
            tokens.next();
        }
        tokens.accept(",");
    }
}
