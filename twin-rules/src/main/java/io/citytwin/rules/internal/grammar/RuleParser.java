package io.citytwin.rules.internal.grammar;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.SyntaxTree.ActionNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.AnnotationNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.ConditionNode;
import io.citytwin.rules.internal.grammar.SyntaxTree.Health;
import io.citytwin.rules.internal.grammar.SyntaxTree.Name;
import io.citytwin.rules.internal.grammar.SyntaxTree.RuleNode;
import io.citytwin.rules.internal.grammar.Token.Kind;
import io.citytwin.rules.internal.grammar.Tokens.Unreadable;
import io.citytwin.rules.regulation.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads the text of a rule file into a tree and reports everything that is not in the grammar. For one thread at a time. */
public final class RuleParser {

    /** Larger files are refused unread. */
    public static final int LARGEST_FILE = 256 * 1024;

    /** A file may hold this many rules. */
    public static final int MOST_RULES = 1000;

    private final Tokens tokens;
    private final HeaderParser headers;
    private final ConditionParser conditions;
    private final ActionParser actions;
    private final List<RuleNode> rules = new ArrayList<>();

    private RuleParser(Tokens tokens) {
        OperandParser operands = new OperandParser(tokens);
        this.tokens = tokens;
        this.headers = new HeaderParser(tokens);
        this.conditions = new ConditionParser(tokens, operands);
        this.actions = new ActionParser(tokens, operands);
    }

    /**
     * Reads a file. No text makes it throw.
     *
     * @param file path inside the folder, for messages
     * @param text what the file holds
     * @param problems is told each problem, in file order within each stage
     * @return the rules whose name could be read, in file order; unsound ones too, so that their names can be checked
     */
    public static List<RuleNode> parse(String file, String text, Consumer<Problem> problems) {
        if (text.length() > LARGEST_FILE || text.getBytes(StandardCharsets.UTF_8).length > LARGEST_FILE) {
            problems.accept(Problem.error(
                    RulesError.SYNTAX,
                    new Place(file, 1, 1),
                    "The file holds more than `256` KiB.",
                    "Maybe put what repeats into a table in parameters.yaml, or split the regulation."));
            return List.of();
        }
        RuleParser parser = new RuleParser(new Tokens(Lexer.tokens(file, text, problems), problems));
        parser.file();
        return List.copyOf(parser.rules);
    }

    private void file() {
        while (!tokens.atEnd()) {
            if (tokens.at("rule") && rules.size() == MOST_RULES) {
                tokens.report(
                        RulesError.SYNTAX,
                        tokens.peek(),
                        "The file holds more than `" + MOST_RULES + "` rules.",
                        "Maybe put what repeats into a table in parameters.yaml.");
                return;
            } else if (tokens.at("rule")) {
                rule();
            } else {
                notARule();
            }
        }
    }

    private void notARule() {
        Token token = tokens.peek();
        String advice = token.is(Kind.WORD) ? Words.FILE_PARTS.get(token.text()) : null;
        if (advice != null) {
            tokens.report(RulesError.FORBIDDEN, token, token.shown() + " is not part of rule files.", advice);
        } else {
            tokens.report(
                    RulesError.SYNTAX,
                    token,
                    token.shown() + " stands where `rule` is expected.",
                    Nearest.to(token.text(), List.of("rule")).isPresent()
                            ? "Maybe `rule`."
                            : "Maybe a rule before it ends too early, or `rule` is missing.");
        }
        tokens.next();
        while (!tokens.atEnd() && !tokens.atRule() && !filePart()) {
            tokens.next();
        }
    }

    private boolean filePart() {
        return tokens.peek().firstOnLine()
                && tokens.peek().is(Kind.WORD)
                && Words.FILE_PARTS.containsKey(tokens.peek().text());
    }

    private void rule() {
        int before = tokens.reported();
        tokens.next();
        Optional<Name> name = Optional.empty();
        List<AnnotationNode> annotations = new ArrayList<>();
        List<ConditionNode> patterns = new ArrayList<>();
        Optional<ActionNode> action = Optional.empty();
        boolean torn = true;
        try {
            name = Optional.of(headers.name());
            headers.read(annotations);
            patterns.addAll(conditions.conditions());
            torn = conditions.torn();
            tokens.expect("then");
            action = Optional.of(actions.action());
            tokens.expect("end");
        } catch (Unreadable reported) {
            skipRule();
        }
        boolean sound = tokens.reported() == before;
        Health health = sound ? Health.SOUND : torn ? Health.TORN : Health.FAULTY;
        if (name.isPresent()) {
            rules.add(new RuleNode(name.get(), annotations, patterns, action, health));
        }
    }

    private void skipRule() {
        while (!tokens.atEnd() && !tokens.atRule() && !tokens.atRuleEnd()) {
            tokens.next();
        }
        tokens.accept("end");
    }
}
