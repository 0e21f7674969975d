package io.citytwin.rules.internal.yaml;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.regulation.Place;
import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Knows names of files that deceive whoever looks at them, or that mean another file elsewhere. Safe for use by many threads. */
final class FileNames {

    private FileNames() {}

    /** What is wrong with a path, if something is; the path is not shown as it is. */
    static Optional<Problem> fault(String place, String path) {
        if (path.chars().anyMatch(FileNames::deceives)) {
            return Optional.of(refused(
                    place,
                    "The name " + Words.quoted(path) + " holds invisible signs.",
                    "Maybe use letters, digits, `-` and `_`."));
        }
        return path.indexOf('\\') < 0
                ? Optional.empty()
                : Optional.of(
                        refused(place, "The name " + Words.quoted(path) + " holds a backslash.", "Maybe use `/`."));
    }

    private static boolean deceives(int sign) {
        return switch (Character.getType(sign)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    /** Reports names of which a file system that ignores case, or composes letters, can hold only one. */
    static void collisions(String start, Collection<String> paths, Consumer<Problem> problems) {
        Map<String, String> firsts = new HashMap<>();
        for (String path : paths) {
            String folded = Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
            String first = firsts.putIfAbsent(folded, path);
            if (first != null) {
                problems.accept(refused(
                        start + path,
                        Words.quoted(path) + " and " + Words.quoted(first) + " are one file on other machines.",
                        "Maybe rename one of them."));
            }
        }
    }

    static Problem refused(String place, String what, String advice) {
        return Problem.error(RulesError.FILE_NAME, new Place(Words.plain(place), 1, 1), what, advice);
    }
}
