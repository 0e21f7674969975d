package io.citytwin.adapter.dittoembedded.internal.search;

import java.util.Locale;

/**
 * A pattern with {@code *} for any text and {@code ?} for one character. It is matched without a regular expression, so
 * that no pattern takes longer than its length times that of the text. Immutable.
 *
 * @param pattern as it was written, in lower case if case does not matter
 * @param ignoringCase whether case does not matter
 */
record Wildcards(String pattern, boolean ignoringCase) {

    private static final int MAX_LENGTH = 1024;

    static Wildcards of(String pattern, boolean ignoringCase) {
        if (pattern.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("The pattern has more than " + MAX_LENGTH + " characters.");
        }
        return new Wildcards(ignoringCase ? pattern.toLowerCase(Locale.ROOT) : pattern, ignoringCase);
    }

    boolean match(String value) {
        return matches(ignoringCase ? value.toLowerCase(Locale.ROOT) : value);
    }

    private boolean matches(String text) {
        int at = 0;
        int next = 0;
        int star = -1;
        int restart = 0;
        while (at < text.length()) {
            if (next < pattern.length() && pattern.charAt(next) == '*') {
                star = next++;
                restart = at;
            } else if (next < pattern.length() && fits(pattern.charAt(next), text.charAt(at))) {
                next++;
                at++;
            } else if (star >= 0) {
                next = star + 1;
                at = ++restart;
            } else {
                return false;
            }
        }
        while (next < pattern.length() && pattern.charAt(next) == '*') {
            next++;
        }
        return next == pattern.length();
    }

    private static boolean fits(char wanted, char found) {
        return wanted == '?' || wanted == found;
    }
}
