package io.citytwin.adapter.airquality.internal;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A field of a row: the name of one, or a text with names in braces. Immutable. */
public final class Field {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");

    private final String text;
    private final List<String> names;
    private final boolean together;

    private Field(String text, boolean together, List<String> names) {
        this.text = text;
        this.together = together;
        this.names = names;
    }

    /** A name, or names in braces. */
    public static Field of(String text) {
        List<String> names = names(text);
        return names.isEmpty() ? new Field(text, false, List.of(text)) : new Field(text, true, names);
    }

    /** A text that may have names in braces and is a text otherwise. */
    public static Field template(String text) {
        return new Field(text, true, names(text));
    }

    private static List<String> names(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** The columns that it needs. */
    public Stream<String> columns() {
        return names.stream();
    }

    /** What it says in a row; empty if one of its names is empty there. */
    public String in(Row row) {
        if (!together) {
            return row.text(text);
        }
        if (names.stream().anyMatch(name -> row.text(name).isEmpty())) {
            return "";
        }
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(row.text(found.group(1))));
    }
}
