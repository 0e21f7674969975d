package io.citytwin.core.time;

import java.time.LocalDate;
import java.util.List;

/**
 * How many days a run lasts, as far as that is known. Immutable.
 *
 * @param min least possible number of days
 * @param max greatest possible number of days
 * @param missing the days without a value that leave it open, newest first
 */
public record RunLength(int min, int max, List<LocalDate> missing) {

    /** Copies the days. */
    public RunLength {
        missing = List.copyOf(missing);
    }

    /**
     * Whether the length is certain.
     *
     * @return true if least and greatest are equal
     */
    public boolean known() {
        return min == max;
    }
}
