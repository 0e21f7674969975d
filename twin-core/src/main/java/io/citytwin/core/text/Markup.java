package io.citytwin.core.text;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes elements of HTML or SVG and closes them; every text and attribute value is escaped, so that no text from a file
 * or a device becomes markup. For one thread at a time.
 */
public final class Markup {

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Nothing written yet. */
    public Markup() {}

    /**
     * Starts an element.
     *
     * @param name of the element, trusted
     * @param attributes names, trusted, and values in turn
     * @return this
     */
    public Markup open(String name, Object... attributes) {
        start(name, attributes);
        out.append('>');
        open.push(name);
        return this;
    }

    /**
     * Ends the element that was opened last.
     *
     * @return this
     */
    public Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /**
     * Ends the element that was opened last, with the next thing on a line of its own.
     *
     * @return this
     */
    public Markup end() {
        return close().line();
    }

    /**
     * An HTML element that has no end.
     *
     * @param name of the element, trusted
     * @param attributes names, trusted, and values in turn
     * @return this
     */
    public Markup lone(String name, Object... attributes) {
        start(name, attributes);
        out.append('>');
        return this;
    }

    /**
     * An SVG element without content.
     *
     * @param name of the element, trusted
     * @param attributes names, trusted, and values in turn
     * @return this
     */
    public Markup shape(String name, Object... attributes) {
        start(name, attributes);
        out.append("/>");
        return this;
    }

    /**
     * An element that holds only text.
     *
     * @param name of the element, trusted
     * @param text any
     * @param attributes names, trusted, and values in turn
     * @return this
     */
    public Markup leaf(String name, String text, Object... attributes) {
        return open(name, attributes).text(text).close();
    }

    /**
     * Text.
     *
     * @param text any
     * @return this
     */
    public Markup text(String text) {
        out.append(escaped(text));
        return this;
    }

    /**
     * The end of a line.
     *
     * @return this
     */
    public Markup line() {
        out.append('\n');
        return this;
    }

    /**
     * A shape that tells a pointing reader what it stands for.
     *
     * @param name of the shape, trusted
     * @param title any text
     * @param attributes names, trusted, and values in turn
     * @return this
     */
    public Markup titled(String name, String title, Object... attributes) {
        return open(name, attributes).leaf("title", title).close();
    }

    /**
     * Text that is no markup of this writer, such as a style sheet of a jar.
     *
     * @param trusted written as it is
     * @return this
     */
    public Markup verbatim(String trusted) {
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

    /**
     * Text in which nothing is markup; control characters but the end of a line become blanks.
     *
     * @param text any
     * @return the same for a reader of HTML or SVG
     */
    public static String escaped(String text) {
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

    /**
     * What was written.
     *
     * @return markup in which every element is closed
     * @throws IllegalStateException if an element is still open
     */
    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("`" + open.peek() + "` is not closed");
        }
        return out.toString();
    }
}
