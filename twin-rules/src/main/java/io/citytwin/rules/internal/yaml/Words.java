package io.citytwin.rules.internal.yaml;

import io.citytwin.core.error.NearestName;
import java.util.Collection;
import java.util.Optional;

/** Puts values and proposals into messages. Safe for use by many threads. */
final class Words {

    private static final int LONGEST = 60;
    private static final int MOST_LISTED = 30;

    private Words() {}

    /** The text in backticks, on one line and not too long. */
    static String quoted(String text) {
        return "`" + shown(text) + "`";
    }

    /** The text on one line and not too long. */
    static String shown(String text) {
        String start = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
        return plain(start).replace('`', ' ');
    }

    /** The text on one line, without signs that nobody sees. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", " ");
    }

    /** "Maybe the nearest.", or "Maybe one of all of them." */
    static String maybe(String text, Collection<String> candidates) {
        if (candidates.isEmpty()) {
            return "Maybe declare it first: nothing of this kind is declared.";
        }
        return nearest(text, candidates)
                .map(near -> "Maybe `" + near + "`.")
                .orElseGet(() -> "Maybe one of " + listed(candidates) + ".");
    }

    /** The candidate that was probably meant. */
    static Optional<String> nearest(String text, Collection<String> candidates) {
        // Bounded: a hostile word may be as long as its file.
        return text.length() > LONGEST ? Optional.empty() : NearestName.to(text, candidates);
    }

    static String listed(Collection<String> candidates) {
        String list = String.join(", ", candidates.stream().limit(MOST_LISTED).toList());
        return candidates.size() > MOST_LISTED ? list + " ..." : list;
    }
}
