package io.citytwin.rules.verify;

import io.citytwin.rules.regulation.Place;
import java.util.Optional;

/**
 * One expectation of a case and what came of it. Immutable.
 *
 * @param regulation id of the regulation whose folder holds the case
 * @param name the case's sentence
 * @param variant name of the variant; empty for the case itself
 * @param place of the expectation
 * @param asked what the expectation is about
 * @param expected as the file writes it
 * @param actual what came out, written the same way
 * @param difference the first thing that is other than expected, in a few words; empty if both are the same
 * @param explanation why it came out, several lines; empty if both are the same
 */
public record CaseResult(
        String regulation,
        String name,
        Optional<String> variant,
        Place place,
        String asked,
        String expected,
        String actual,
        String difference,
        String explanation) {

    /**
     * Whether what was expected came out.
     *
     * @return true if there is no difference
     */
    public boolean passed() {
        return difference.isEmpty();
    }

    /**
     * The case with its variant.
     *
     * @return such as {@code A diesel Euro 4: euro unknown}
     */
    public String title() {
        return name + variant.map(text -> ": " + text).orElse("");
    }

    @Override
    public String toString() {
        return place + " " + title() + "\n  " + asked + "\n  expected " + expected + "\n  actual   " + actual;
    }
}
