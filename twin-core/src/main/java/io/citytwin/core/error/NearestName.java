package io.citytwin.core.error;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was probably meant, for the advice of a message. Safe for use by many threads. */
public final class NearestName {

    // What is written can come from outside and be of any length.
    private static final int LONGEST = 64;

    private NearestName() {}

    /**
     * The name that takes the fewest typed characters to mend.
     *
     * @param word what was written
     * @param names what can be written
     * @return the nearest name, the first in their natural order among equals; empty if none shares half of the word, or
     *     if the word is longer than names are
     */
    public static Optional<String> to(String word, Collection<String> names) {
        return names.stream()
                .filter(name -> Math.max(word.length(), name.length()) <= LONGEST)
                .filter(name -> distance(word, name) * 2 <= Math.max(word.length(), name.length()))
                .min(Comparator.<String>comparingInt(name -> distance(word, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    // Levenshtein's distance, one row at a time.
    private static int distance(String word, String name) {
        int[] row = new int[name.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= word.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (word.charAt(i - 1) == name.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[row.length - 1];
    }
}
