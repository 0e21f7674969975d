package io.citytwin.core.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Counts consecutive days backwards from a day. Immutable. */
public final class Run {

    /** How many days a run looks at, the last one included. */
    public static final int MOST_DAYS = 400;

    private Run() {}

    /**
     * The run of days that ends on a day. A day whose answer is {@link DayTruth#NO} ends it; no more than
     * {@link #MOST_DAYS} days are looked at.
     *
     * @param end last day of the run
     * @param earliest first day with data: the days before it are missing and never asked for
     * @param days whether a day counts
     * @param treatment what a missing day does
     * @return the length; certain unless the treatment is {@link MissingDays#UNKNOWN} and a day is missing
     */
    public static RunLength ending(
            LocalDate end, LocalDate earliest, Function<LocalDate, DayTruth> days, MissingDays treatment) {
        int sure = 0;
        int possible = 0;
        List<LocalDate> missing = new ArrayList<>();
        for (int back = 0; back < MOST_DAYS; back++) {
            LocalDate day = end.minusDays(back);
            if (day.isBefore(earliest)) {
                // Nothing is known of any day before, so the newest of them stands for all.
                if (treatment == MissingDays.UNKNOWN) {
                    missing.add(day);
                    possible = MOST_DAYS;
                }
                break;
            }
            DayTruth truth = days.apply(day);
            if (truth == DayTruth.NO || (truth == DayTruth.MISSING && treatment == MissingDays.BREAKS)) {
                break;
            } else if (truth == DayTruth.YES) {
                possible++;
                sure += missing.isEmpty() ? 1 : 0;
            } else if (treatment == MissingDays.UNKNOWN) {
                possible++;
                missing.add(day);
            }
        }
        return new RunLength(sure, possible, missing);
    }
}
