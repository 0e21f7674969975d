package io.citytwin.rules.regulation;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The same words in several languages. Immutable.
 *
 * @param byLanguage language code to text, never empty
 */
public record Wording(SortedMap<String, String> byLanguage) {

    /** Copies the map. */
    public Wording {
        byLanguage = Collections.unmodifiableSortedMap(new TreeMap<>(byLanguage));
    }

    /**
     * The text in a language.
     *
     * @param language such as {@code en}
     * @return the text, or the first one there is
     */
    public String in(String language) {
        String text = byLanguage.get(language);
        return text == null ? byLanguage.values().iterator().next() : text;
    }
}
