package io.citytwin.adapter.dittoembedded.internal.ws;

/** Measures how deep JSON is nested before anything recursive reads it. */
final class Depth {

    private Depth() {}

    static boolean within(int limit, String json) {
        int depth = 0;
        boolean text = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (text) {
                i += c == '\\' ? 1 : 0;
                text = c != '"';
            } else if (c == '"') {
                text = true;
            } else {
                depth += step(c);
                if (depth > limit) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int step(char c) {
        return switch (c) {
            case '{', '[' -> 1;
            case '}', ']' -> -1;
            default -> 0;
        };
    }
}
