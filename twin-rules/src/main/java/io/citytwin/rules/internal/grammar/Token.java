package io.citytwin.rules.internal.grammar;

import io.citytwin.rules.regulation.Place;

/**
 * The smallest part of a rule file. Immutable.
 *
 * @param kind what it is
 * @param text as in the file; of a string what is between the quotes
 * @param place where it begins
 * @param firstOnLine whether only blanks stand before it on its line
 */
public record Token(Kind kind, String text, Place place, boolean firstOnLine) {

    private static final int SHOWN = 60;

    /** What a token is. */
    public enum Kind {
        WORD,
        VARIABLE,
        NUMBER,
        STRING,
        SIGN,
        END
    }

    /**
     * Whether it is this word, sign or number.
     *
     * @param written as in the file
     * @return false for a string, whatever it holds
     */
    public boolean is(String written) {
        return kind != Kind.STRING && text.equals(written);
    }

    /**
     * Whether it is of a kind.
     *
     * @param wanted the kind
     * @return true if it is
     */
    public boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** For messages: in backticks, and never longer than a line. */
    String shown() {
        return kind == Kind.END ? "the end of the file" : quoted(kind == Kind.STRING ? "\"" + text + "\"" : text);
    }

    static String quoted(String text) {
        return "`" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text) + "`";
    }
}
