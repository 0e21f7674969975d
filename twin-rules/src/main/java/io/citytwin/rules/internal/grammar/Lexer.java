package io.citytwin.rules.internal.grammar;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.grammar.Token.Kind;
import io.citytwin.rules.regulation.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Cuts the text of a rule file into tokens, in one pass, whatever the text is. For one thread at a time. */
public final class Lexer {

    private static final Set<String> LONG_SIGNS = Set.of("==", "!=", "<=", ">=", "&&", "||");
    private static final String DATE = "dddd-dd-dd";
    private static final String TIME = "dd:dd";

    private final String file;
    private final String text;
    private final Consumer<Problem> problems;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;
    private boolean firstOnLine = true;

    private Lexer(String file, String text, Consumer<Problem> problems) {
        this.file = file;
        this.text = text;
        this.problems = problems;
    }

    /**
     * All tokens of a file.
     *
     * @param file path inside the folder, for messages
     * @param text what the file holds
     * @param problems is told of comments and strings that do not end
     * @return in file order; the last one is always of kind END
     */
    public static List<Token> tokens(String file, String text, Consumer<Problem> problems) {
        Lexer lexer = new Lexer(file, text, problems);
        while (lexer.at < text.length()) {
            lexer.step();
        }
        lexer.add(Kind.END, "", lexer.place(lexer.at));
        return lexer.tokens;
    }

    private void step() {
        char next = text.charAt(at);
        if (next == '\n' || next == '\r') {
            lineEnd();
        } else if (Character.isWhitespace(next) || next == '\uFEFF' || next == '\u00A0') {
            at++;
        } else if (text.startsWith("//", at)) {
            skipLine();
        } else if (text.startsWith("/*", at)) {
            skipComment();
        } else if (next == '"' || next == '\'') {
            string(next);
        } else if (next >= '0' && next <= '9') {
            number();
        } else if (Character.isLetter(next) || next == '_') {
            until(Kind.WORD, wordEnd(at));
        } else if (next == '$' && wordEnd(at + 1) > at + 1) {
            until(Kind.VARIABLE, wordEnd(at + 1));
        } else {
            boolean two = at + 2 <= text.length() && LONG_SIGNS.contains(text.substring(at, at + 2));
            until(Kind.SIGN, at + (two ? 2 : Character.charCount(text.codePointAt(at))));
        }
    }

    private void lineEnd() {
        at += text.startsWith("\r\n", at) ? 2 : 1;
        line++;
        lineStart = at;
        firstOnLine = true;
    }

    private void skipLine() {
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
    }

    private void skipComment() {
        Place start = place(at);
        int close = text.indexOf("*/", at + 2);
        int end = close < 0 ? text.length() : close + 2;
        while (at < end) {
            if (text.charAt(at) == '\n' || text.charAt(at) == '\r') {
                lineEnd();
            } else {
                at++;
            }
        }
        if (close < 0) {
            problems.accept(Problem.error(
                    RulesError.SYNTAX,
                    start,
                    "A comment begins with `/*` and never ends.",
                    "Maybe close it with `*/`."));
        }
    }

    private void string(char quote) {
        int end = at + 1;
        while (end < text.length() && "\n\r".indexOf(text.charAt(end)) < 0 && text.charAt(end) != quote) {
            end++;
        }
        boolean closed = end < text.length() && text.charAt(end) == quote;
        if (!closed) {
            problems.accept(Problem.error(
                    RulesError.SYNTAX,
                    place(at),
                    "A text in quotes does not end on its line.",
                    "Maybe close it with `" + quote + "`."));
        }
        add(Kind.STRING, text.substring(at + 1, end), place(at));
        at = closed ? end + 1 : end;
    }

    /** Dates and times are one token, so that one message can say what is wrong with them. */
    private void number() {
        if (looksLike(DATE)) {
            until(Kind.NUMBER, at + DATE.length());
        } else if (looksLike(TIME)) {
            until(Kind.NUMBER, at + TIME.length());
        } else {
            int end = wordEnd(at);
            while (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(end + 1)) {
                end = wordEnd(end + 1);
            }
            until(Kind.NUMBER, end);
        }
    }

    private boolean looksLike(String form) {
        for (int i = 0; i < form.length(); i++) {
            boolean digit = form.charAt(i) == 'd';
            if (at + i >= text.length() || (digit ? !isDigit(at + i) : text.charAt(at + i) != form.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean isDigit(int index) {
        return text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        return end;
    }

    private void until(Kind kind, int end) {
        add(kind, text.substring(at, end), place(at));
        at = end;
    }

    private void add(Kind kind, String content, Place place) {
        tokens.add(new Token(kind, content, place, firstOnLine));
        firstOnLine = false;
    }

    private Place place(int index) {
        return new Place(file, line, index - lineStart + 1);
    }
}
