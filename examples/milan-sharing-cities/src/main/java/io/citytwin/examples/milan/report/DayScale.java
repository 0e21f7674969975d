package io.citytwin.examples.milan.report;

import io.citytwin.core.text.Markup;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Where days lie across a chart. All charts share it, so that days stand below each other. Immutable.
 *
 * @param period the days shown
 */
record DayScale(Period period) {

    static final int DAY = 6;
    static final int BAR = 5;
    private static final int MONTH_GAP = 6;

    /** Left edge of a day. */
    int x(LocalDate day) {
        int months = (int) ChronoUnit.MONTHS.between(period.from().withDayOfMonth(1), day.withDayOfMonth(1));
        return (int) ChronoUnit.DAYS.between(period.from(), day) * DAY + months * MONTH_GAP;
    }

    /** Right edge of a day's bar. */
    int right(LocalDate day) {
        return x(day) + BAR;
    }

    /** The middle of a period's middle day, which never lies in the gap between two months. */
    int middle(Period seen) {
        return x(seen.from().plusDays((seen.days() - 1) / 2)) + DAY / 2;
    }

    int width() {
        return right(period.to()) + 1;
    }

    List<Period> months() {
        return Months.of(period);
    }

    /** Names of the months along a line; a month too short for its name is not named. */
    void months(Markup out, int y) {
        for (Period month : months()) {
            int room = right(month.to()) - x(month.from());
            if (room >= SHORT_NAME) {
                String name = room >= FULL_NAME ? Months.title(month.from()) : Months.shortTitle(month.from());
                out.leaf("text", name, "class", "tick", "x", x(month.from()), "y", y);
            }
        }
    }

    private static final int SHORT_NAME = 52;
    private static final int FULL_NAME = 100;
}
