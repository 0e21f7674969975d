package io.citytwin.rules.bundle;

import io.citytwin.core.error.ErrorCode;
import io.citytwin.rules.regulation.Place;
import java.util.Comparator;

/**
 * Something wrong in a regulation folder. Immutable.
 *
 * @param code the stable code
 * @param severity whether the folder can be used all the same
 * @param place where
 * @param what one sentence, values in backticks
 * @param advice one line that says what to try
 */
public record Problem(ErrorCode code, Severity severity, Place place, String what, String advice)
        implements Comparable<Problem> {

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::place)
            .thenComparing(problem -> problem.code().id())
            .thenComparing(Problem::what);

    /** Whether the folder can be used all the same. */
    public enum Severity {
        /** The folder is refused. */
        ERROR,
        /** The folder is used; somebody should look. */
        WARNING,
        /** A fact that is not sure, shown so that nobody overlooks it. */
        OPEN_POINT
    }

    /**
     * A mistake for which a folder is refused.
     *
     * @param code the stable code
     * @param place where
     * @param what one sentence, values in backticks
     * @param advice one line that says what to try
     * @return the problem
     */
    public static Problem error(ErrorCode code, Place place, String what, String advice) {
        return new Problem(code, Severity.ERROR, place, what, advice);
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return place + " " + code.id() + " " + what + "\n  " + advice;
    }
}
