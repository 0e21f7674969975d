package io.citytwin.rules.verify;

import io.citytwin.rules.regulation.Place;

/**
 * A regulation folder with one small change, and what came of it. Immutable.
 *
 * @param place of what was changed
 * @param change such as {@code `20` becomes `19`}
 * @param fate whether somebody noticed
 * @param detail who noticed, why nobody can, or which case is missing
 */
public record Mutant(Place place, String change, Fate fate, String detail) {

    /** Whether somebody noticed a change. */
    public enum Fate {
        /** A folder with this change is refused. */
        REFUSED,
        /** A case fails. */
        KILLED,
        /** It was proven that the change means nothing: whatever is asked, the answer is the same. */
        EQUIVALENT,
        /** Every case passes all the same. */
        SURVIVED
    }

    @Override
    public String toString() {
        return place + " " + change + "\n  " + detail;
    }
}
