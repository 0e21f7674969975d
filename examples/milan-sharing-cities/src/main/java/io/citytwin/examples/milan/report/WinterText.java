package io.citytwin.examples.milan.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a winter as text. Everything that the page shows as a number stands here too. Immutable. */
public final class WinterText {

    private static final String INDENT = "  ";

    private final Winter winter;

    /**
     * A writer.
     *
     * @param winter what to write
     */
    public WinterText(Winter winter) {
        this.winter = winter;
    }

    /**
     * The first lines, which need nothing but the heading.
     *
     * @param heading of a winter
     * @return title, period, regulation and warnings
     */
    public static List<String> heading(Heading heading) {
        List<String> lines = new ArrayList<>();
        lines.add(heading.title());
        lines.add("");
        lines.addAll(new Columns()
                .row("period", heading.period().toString())
                .row("data", heading.data())
                .row("regulation", heading.regulation())
                .row("law", "as read up to " + heading.verified() + "; not legal advice")
                .lines(INDENT));
        heading.notes().forEach(note -> lines.add(INDENT + note));
        return lines;
    }

    /**
     * All that follows the heading.
     *
     * @return lines
     */
    public List<String> body() {
        List<String> lines = new ArrayList<>();
        section(lines, "Levels in force and why");
        winter.provinces().forEach(province -> province(lines, province));
        section(lines, "Days at each level");
        lines.addAll(days().lines(INDENT));
        section(lines, "Decisions held because something was unknown");
        winter.provinces().forEach(province -> held(lines, province));
        section(lines, "Values and sources used");
        lines.addAll(law().lines(INDENT));
        section(lines, "Calendar of levels (" + legend() + ")");
        parts(lines, false);
        section(
                lines,
                "Daily mean of PM10 in µg/m³ (- missing, * above the limit, with its number in a row; 1+ at least)");
        winter.limits().forEach(limit -> lines.add(INDENT + limit.period() + ": limit " + limit.label()));
        parts(lines, true);
        return lines;
    }

    private void section(List<String> lines, String title) {
        lines.add("");
        lines.add(title + winter.heading().mark());
    }

    private void province(List<String> lines, Province province) {
        lines.add("");
        lines.add(INDENT + province.name() + ", " + stations(province));
        if (province.spans().isEmpty()) {
            lines.add(INDENT.repeat(2) + "no level above " + winter.states().get(0));
        }
        for (Span span : province.spans()) {
            lines.add(
                    INDENT.repeat(2) + span.period() + INDENT + winter.states().get(span.state()) + ", "
                            + count(span.period().days(), "day"));
            span.began()
                    .ifPresentOrElse(
                            cause -> cause(lines, "on:  ", cause),
                            () -> lines.add(INDENT.repeat(3) + "on:  before the report begins"));
            span.ended()
                    .ifPresentOrElse(
                            cause -> cause(lines, "off: ", cause),
                            () -> lines.add(INDENT.repeat(3) + "off: not before the report ends"));
        }
    }

    private static void cause(List<String> lines, String label, Span.Cause cause) {
        lines.add(INDENT.repeat(3) + label + cause.what());
        cause.seen().forEach(seen -> lines.add(INDENT.repeat(3) + "     saw " + seen));
        cause.law().forEach(law -> lines.add(INDENT.repeat(3) + "     law " + law));
    }

    static String stations(Province province) {
        return count(province.stations(), "station");
    }

    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    private Columns days() {
        Columns table = new Columns();
        List<String> head = new ArrayList<>(List.of("province"));
        head.addAll(winter.states());
        head.add("held");
        table.row(head);
        for (Province province : winter.provinces()) {
            List<String> row = new ArrayList<>(List.of(province.name()));
            for (int state = 0; state < winter.states().size(); state++) {
                row.add(Long.toString(province.daysAt(state)));
            }
            row.add(Long.toString(province.daysHeld()));
            table.row(row);
        }
        return table;
    }

    private static void held(List<String> lines, Province province) {
        String cells = province.held().isEmpty()
                ? "none"
                : province.held().stream()
                        .map(held ->
                                held.cell() + " (" + count(held.days().size(), "day") + ": " + dates(held.days()) + ")")
                        .collect(Collectors.joining("; "));
        lines.add(INDENT + province.name() + ": " + cells);
    }

    static String dates(List<LocalDate> days) {
        return days.stream().map(LocalDate::toString).collect(Collectors.joining(" "));
    }

    private Columns law() {
        Columns table = new Columns().row("", "parameter", "value", "from", "to", "published", "confidence", "source");
        winter.law()
                .forEach(row -> table.row(
                        row.doubtful() ? "?" : "",
                        row.parameter(),
                        row.value(),
                        row.from(),
                        row.to(),
                        row.published(),
                        row.confidence(),
                        row.source()));
        return table;
    }

    static void answer(List<String> lines, Answer answer) {
        lines.add(INDENT + answer.asked());
        lines.add(INDENT + answer.outcome());
        for (Answer.Reason reason : answer.reasons()) {
            lines.add(INDENT.repeat(2) + reason.provision());
            if (!reason.says().isBlank()) {
                lines.add(INDENT.repeat(3) + "\"" + reason.says() + "\"");
            }
            reason.lines().forEach(line -> lines.add(INDENT.repeat(3) + line));
        }
        answer.others().forEach(other -> lines.add(INDENT.repeat(2) + other));
    }

    private String legend() {
        return ". " + winter.states().get(0) + ", "
                + winter.states().stream()
                        .skip(1)
                        .map(state -> winter.states().indexOf(state) + " " + state)
                        .collect(Collectors.joining(", "))
                + ", ? held";
    }

    private void parts(List<String> lines, boolean means) {
        winter.parts().stream().filter(part -> part.inSeason() || !means).forEach(part -> {
            for (Period month : Months.of(part.period())) {
                lines.add("");
                lines.add(INDENT + Months.title(month.from()));
                Columns table = new Columns();
                winter.provinces().forEach(province -> table.row(row(province, month, means)));
                lines.addAll(table.lines(INDENT));
            }
        });
    }

    private List<String> row(Province province, Period month, boolean means) {
        List<String> row = new ArrayList<>(List.of(province.name()));
        List<Day> days = province.daysIn(month);
        if (means) {
            days.forEach(day -> row.add(mean(day)));
        } else {
            row.add(month.from().getDayOfMonth() + "-" + month.to().getDayOfMonth());
            row.add(days.stream().map(WinterText::letter).collect(Collectors.joining()));
        }
        return row;
    }

    private String mean(Day day) {
        String value = day.mean().map(BigDecimal::toPlainString).orElse("-");
        return day.above(winter.limits()) ? value + "*" + day.run() : value;
    }

    private static String letter(Day day) {
        return day.held() ? "?" : day.state() == 0 ? "." : Integer.toString(day.state());
    }
}
