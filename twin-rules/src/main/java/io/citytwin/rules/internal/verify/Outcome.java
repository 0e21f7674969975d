package io.citytwin.rules.internal.verify;

import java.util.function.Supplier;

/**
 * What an expectation said and what came out. Immutable.
 *
 * @param expectation what was expected
 * @param said what it is about and both sides, as case files write it
 * @param difference the first thing that is other than expected; empty if nothing is
 * @param explanation why it came out, several lines; made only if somebody reads it
 * @param evidence what decided it
 */
record Outcome(Expectation expectation, Said said, String difference, Supplier<String> explanation, Evidence evidence) {

    /**
     * Both sides in the words of case files.
     *
     * @param asked what it is about
     * @param expected as the file writes it
     * @param actual written the same way
     */
    record Said(String asked, String expected, String actual) {}

    /** Whether both sides are the same. */
    boolean passed() {
        return difference.isEmpty();
    }
}
