package io.citytwin.examples.milan.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells a district's day in words and numbers. Immutable. */
public final class DistrictText {

    static final String TITLE = "Districts keep to their power";
    static final String NOTE =
            "A day of the period, played once more with simulated devices that report each quarter of an hour:"
                    + " all winter they report at midnight and when they are asked for something, and by that nobody could be held.";

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
     * Which district and day.
     *
     * @return a heading
     */
    public String title() {
        return day.district() + ", " + day.date();
    }

    /**
     * The day in a few sentences.
     *
     * @return one line each
     */
    public List<String> summary() {
        List<String> lines = new ArrayList<>(List.of(limit()));
        DistrictDay.Quarter free = day.busiest(DistrictDay.Quarter::free);
        DistrictDay.Quarter shared = day.busiest(DistrictDay.Quarter::shared);
        lines.add("Most that was drawn meanwhile: " + kilowatts(shared.shared()) + " at " + shared.from()
                + "; with nobody held it would have been " + kilowatts(free.free()) + " at " + free.from() + ".");
        lines.add("Quarters of an hour above the limit: " + above(DistrictDay.Quarter::shared) + " with shares, "
                + above(DistrictDay.Quarter::free) + " with nobody held.");
        held().ifPresent(lines::add);
        lines.add("Cars that got less than they wanted: "
                + gaveWay(day.sessions(), "of their connector's power") + "; lamps dimmed: "
                + gaveWay(day.lamps(), "of their light") + "; above the limit with all at their floors: "
                + kilowatts(day.unmet()) + " at most.");
        lines.add("The next quarter was predicted from " + day.forecast().method() + ": off by "
                + kilowatts(day.forecast().meanError()) + " in the mean of the last week, and on average "
                + kilowatts(day.forecast().bias().abs())
                + (day.forecast().bias().signum() < 0 ? " too high." : " too low."));
        return lines;
    }

    private String limit() {
        List<DistrictDay.Quarter> limited = day.limited();
        if (limited.isEmpty()) {
            return "No limit held.";
        }
        String values = limited.stream()
                .flatMap(quarter -> quarter.limit().stream())
                .distinct()
                .map(DistrictText::kilowatts)
                .collect(Collectors.joining(", then "));
        return "Limit: " + values + ", from " + limited.get(0).from() + " on, in " + limited.size()
                + " quarters of an hour.";
    }

    private Optional<String> held() {
        List<DistrictDay.Quarter> held =
                day.quarters().stream().filter(DistrictDay.Quarter::held).toList();
        return held.isEmpty()
                ? Optional.empty()
                : Optional.of("Devices were held in " + held.size() + " quarters, from that of "
                        + held.get(0).from() + " to that of "
                        + held.get(held.size() - 1).from() + "; on the whole day the district drew "
                        + day.less().toPlainString() + " kWh less.");
    }

    private static String gaveWay(DistrictDay.GaveWay held, String of) {
        return held.devices()
                + held.least()
                        .map(share -> ", down to " + share.toPlainString() + " % " + of)
                        .orElse("");
    }

    private long above(Function<DistrictDay.Quarter, BigDecimal> drawn) {
        return day.limited().stream()
                .filter(quarter ->
                        drawn.apply(quarter).compareTo(quarter.limit().orElseThrow()) > 0)
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
