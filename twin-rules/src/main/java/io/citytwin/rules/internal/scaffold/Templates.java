package io.citytwin.rules.internal.scaffold;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of a new folder. Safe for use by many threads. */
public final class Templates {

    private static final String RESOURCES = "/io/citytwin/rules/scaffold/";
    private static final Pattern WORD = Pattern.compile("@(\\w+)@");
    private static final List<String> FILES = List.of(
            "regulation.yaml",
            "parameters.yaml",
            "rules.drl",
            "cases/1-a-long-vehicle.yaml",
            "cases/2-exactly-the-limit.yaml",
            "README.md");

    private Templates() {}

    /**
     * Fills in all templates.
     *
     * @param words what stands for each {@code @word@}, already in the form that its file needs
     * @return path inside the folder to text
     */
    public static SortedMap<String, String> fill(Map<String, String> words) {
        SortedMap<String, String> files = new TreeMap<>();
        for (String file : FILES) {
            // In one go, so that nothing in a word is filled in again.
            files.put(
                    file,
                    WORD.matcher(read(file))
                            .replaceAll(found ->
                                    Matcher.quoteReplacement(words.getOrDefault(found.group(1), found.group()))));
        }
        return files;
    }

    /**
     * A text as YAML reads it back, whatever is in it.
     *
     * @param text on one line
     * @return in double quotes
     */
    public static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String read(String file) {
        try (InputStream in = Templates.class.getResourceAsStream(RESOURCES + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
