package io.citytwin.rules.internal.report;

/**
 * Makes text harmless for a terminal or a log: what would start a line, move a cursor, turn the direction of reading or
 * cannot be seen is written as its number. Safe for use by many threads.
 */
public final class SafeText {

    private SafeText() {}

    /**
     * The text on one line, with every sign in sight.
     *
     * @param text from anywhere
     * @return the same if there is nothing odd in it
     */
    public static String of(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> {
            if (isHarmless(sign)) {
                safe.appendCodePoint(sign);
            } else {
                safe.append("\\u{").append(Integer.toHexString(sign)).append('}');
            }
        });
        return safe.toString();
    }

    private static boolean isHarmless(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
