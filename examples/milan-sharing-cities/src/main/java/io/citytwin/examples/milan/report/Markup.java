package io.citytwin.examples.milan.report;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes elements and closes them; every text and attribute value is escaped. For one thread at a time. */
final class Markup {

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Starts an element; {@code attributes} are names and values in turn. */
    Markup open(String name, Object... attributes) {
        start(name, attributes);
        out.append('>');
        open.push(name);
        return this;
    }

    /** Ends the element that was opened last. */
    Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /** The same, with the next thing on a line of its own. */
    Markup end() {
        return close().line();
    }

    /** An HTML element that has no end. */
    Markup lone(String name, Object... attributes) {
        start(name, attributes);
        out.append('>');
        return this;
    }

    /** An SVG element without content. */
    Markup shape(String name, Object... attributes) {
        start(name, attributes);
        out.append("/>");
        return this;
    }

    /** An element that holds only text. */
    Markup leaf(String name, String text, Object... attributes) {
        return open(name, attributes).text(text).close();
    }

    Markup text(String text) {
        out.append(escaped(text));
        return this;
    }

    Markup line() {
        out.append('\n');
        return this;
    }

    /** A shape that tells a pointing reader what it stands for. */
    Markup titled(String name, String title, Object... attributes) {
        return open(name, attributes).leaf("title", title).close();
    }

    /** Text that is no markup of this writer, such as a style sheet of this jar. */
    Markup verbatim(String trusted) {
        out.append(trusted);
        return this;
    }

    private void start(String name, Object... attributes) {
        out.append('<').append(name);
        for (int at = 0; at < attributes.length; at += 2) {
            out.append(' ')
                    .append(attributes[at])
                    .append("=\"")
                    .append(escaped(String.valueOf(attributes[at + 1])))
                    .append('"');
        }
    }

    static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(code -> {
            switch (code) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(Character.isISOControl(code) && code != '\n' ? ' ' : code);
            }
        });
        return safe.toString();
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("`" + open.peek() + "` is not closed");
        }
        return out.toString();
    }
}
