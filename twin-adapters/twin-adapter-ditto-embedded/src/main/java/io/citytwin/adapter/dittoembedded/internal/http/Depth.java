package io.citytwin.adapter.dittoembedded.internal.http;

import org.eclipse.ditto.base.model.exceptions.DittoJsonException;
import org.eclipse.ditto.json.JsonParseException;

/** Refuses JSON that nests so deep that reading it would overflow the stack. Immutable. */
public final class Depth {

    private static final int DEEPEST = 100;

    private Depth() {}

    /**
     * Looks at brackets outside of strings only.
     *
     * @param text JSON, or not
     * @throws DittoJsonException if it nests deeper than 100
     */
    public static void check(String text) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if (c == '}' || c == ']') {
                depth--;
            }
            if (depth > DEEPEST) {
                throw new DittoJsonException(JsonParseException.newBuilder()
                        .message("The JSON nests deeper than " + DEEPEST + ".")
                        .build());
            }
        }
    }
}
