package io.citytwin.adapter.dittoembedded.internal.twin;

import org.eclipse.ditto.json.JsonFieldSelectorInvalidException;

/** Refuses lists of fields that nest so deep that reading them would overflow the stack. Immutable. */
public final class FieldsText {

    private static final int DEEPEST = 50;

    private FieldsText() {}

    /**
     * The same text.
     *
     * @param fields such as {@code thingId,attributes(a,b)}
     * @return it
     * @throws JsonFieldSelectorInvalidException if it nests deeper than 50
     */
    public static String shallow(String fields) {
        int depth = 0;
        for (int i = 0; i < fields.length(); i++) {
            char c = fields.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth > DEEPEST) {
                throw JsonFieldSelectorInvalidException.newBuilder()
                        .message("The fields nest deeper than " + DEEPEST + ".")
                        .build();
            }
        }
        return fields;
    }
}
