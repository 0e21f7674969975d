package io.citytwin.rules.internal.grammar;

import io.citytwin.core.error.NearestName;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the known name that somebody probably meant. Safe for use by many threads. */
final class Nearest {

    private static final int LISTED = 16;

    private Nearest() {}

    /** One line of advice: the near name, or all names if they are few, or else the other advice. */
    static String advice(String written, Collection<String> known, String otherwise) {
        Optional<String> near = to(written, known);
        if (near.isPresent()) {
            return "Maybe `" + near.get() + "`.";
        }
        return known.isEmpty() || known.size() > LISTED
                ? otherwise
                : "Maybe one of " + known.stream().sorted().collect(Collectors.joining("`, `", "`", "`")) + ".";
    }

    /** The known name with the fewest different letters, if these are few. */
    static Optional<String> to(String written, Collection<String> known) {
        return NearestName.to(written, known);
    }
}
