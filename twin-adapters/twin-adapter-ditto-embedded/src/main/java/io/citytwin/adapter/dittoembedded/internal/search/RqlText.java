package io.citytwin.adapter.dittoembedded.internal.search;

import java.util.BitSet;

/**
 * What can be told of an RQL text without reading it: how deep it nests, and which of its {@code like} were
 * {@code ilike}, a word that Ditto's parser 2.4 does not know. Immutable.
 *
 * @param text with {@code like} for {@code ilike}
 * @param depth of parentheses outside of strings
 * @param ignoringCase which of the {@code like}, in their order
 */
record RqlText(String text, int depth, BitSet ignoringCase) {

    static RqlText of(String text) {
        return new Scan(text).run();
    }

    /** One walk over the text. For one thread at a time. */
    private static final class Scan {
        private final String text;
        private final StringBuilder plain = new StringBuilder();
        private final BitSet ignoringCase = new BitSet();
        private int likes;
        private int depth;
        private int deepest;
        private char quote;
        private char before = '(';

        private Scan(String text) {
            this.text = text;
        }

        private RqlText run() {
            for (int at = 0; at < text.length(); at++) {
                char here = text.charAt(at);
                if (here == '\\' && at + 1 < text.length()) {
                    plain.append(here).append(text.charAt(++at));
                    before = '\\';
                } else if (quote != 0) {
                    plain.append(here);
                    quote = here == quote ? 0 : quote;
                } else {
                    outside(at, here);
                    before = here;
                }
            }
            return new RqlText(plain.toString(), deepest, ignoringCase);
        }

        private void outside(int at, char here) {
            if (here == '"' || here == '\'') {
                quote = here;
            } else if (here == '(') {
                deepest = Math.max(deepest, ++depth);
            } else if (here == ')') {
                depth--;
            } else if (startsWord() && text.startsWith("like(", at)) {
                likes++;
            } else if (startsWord() && text.startsWith("ilike(", at)) {
                ignoringCase.set(likes++);
                return;
            }
            plain.append(here);
        }

        private boolean startsWord() {
            return before == '(' || before == ',' || Character.isWhitespace(before);
        }
    }
}
