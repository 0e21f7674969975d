package io.citytwin.examples.milan.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells a district's day in words and numbers. Immutable. */
public final class DistrictText {

    private static final String INDENT = "  ";

    private final DistrictDay day;

    /**
     * A writer.
     *
     * @param day what to tell
     */
    public DistrictText(DistrictDay day) {
        this.day = day;
    }

    /**
     * The day in a few sentences.
     *
     * @return one line each
     */
    public List<String> summary() {
        DistrictDay.Quarter free = day.busiest(false);
        DistrictDay.Quarter shared = day.busiest(true);
        List<DistrictDay.Quarter> held =
                day.quarters().stream().filter(DistrictDay.Quarter::held).toList();
        List<String> lines = new ArrayList<>();
        lines.add(day.district() + ", " + day.date() + ": at most " + kilowatts(shared.shared()) + " (" + shared.from()
                + "); without shares it would have been " + kilowatts(free.free()) + " (" + free.from() + ").");
        lines.add(
                "Quarters of an hour above the limit: " + above(true) + " with shares, " + above(false) + " without.");
        if (!held.isEmpty()) {
            lines.add("Devices were held in " + held.size() + " quarters, the first at "
                    + held.get(0).from()
                    + ", the last at " + held.get(held.size() - 1).from() + "; on the whole day they drew "
                    + day.less().toPlainString() + " kWh less.");
        }
        lines.add("Predictions of the next quarter were off by " + kilowatts(day.meanError())
                + " in the mean of the last week; what came was " + kilowatts(day.bias()) + " more than predicted.");
        return lines;
    }

    private long above(boolean shared) {
        return day.quarters().stream()
                .filter(quarter -> shared ? quarter.passesShared() : quarter.passesFree())
                .count();
    }

    /**
     * Each quarter of the day.
     *
     * @return a table, its head first
     */
    public List<String> table() {
        Columns table = new Columns();
        table.row("from", "shared", "free", "expected", "up to", "limit", "estimated", "held");
        day.quarters()
                .forEach(quarter -> table.row(
                        quarter.from().toString(),
                        quarter.shared().toPlainString(),
                        quarter.free().toPlainString(),
                        text(quarter.expected()),
                        text(quarter.high()),
                        text(quarter.limit()),
                        quarter.estimated().toPlainString(),
                        quarter.held() ? "held" : ""));
        return table.lines(INDENT);
    }

    private static String text(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("");
    }

    private static String kilowatts(BigDecimal number) {
        return number.toPlainString() + " kW";
    }
}
