package io.citytwin.examples.milan.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Writes a city's report as text. Everything that the page shows as a number stands here too. Immutable. */
public final class CityText {

    private static final String INDENT = "  ";

    private final CityReport report;
    private final String mark;

    /**
     * A writer.
     *
     * @param report what to write
     */
    public CityText(CityReport report) {
        this.report = report;
        this.mark = report.winter().heading().mark();
    }

    static String title(CityHeading heading) {
        return (heading.generated() ? "GENERATED air, not measured: " : "") + heading.title() + ", " + heading.period();
    }

    static List<String> notes(CityReport report) {
        return Stream.concat(report.heading().notes().stream(), report.winter().heading().notes().stream())
                .distinct()
                .toList();
    }

    /**
     * The first lines, which need nothing but the heading.
     *
     * @param heading of a city
     * @return title, period, regulations and warnings
     */
    public static List<String> heading(CityHeading heading) {
        List<String> lines = new ArrayList<>(List.of(title(heading), ""));
        Columns facts = new Columns().row("period", heading.period().toString()).row("vehicles", heading.seeds());
        heading.regulations().forEach(regulation -> facts.row("regulation", regulation));
        lines.addAll(facts.lines(INDENT));
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
        section(lines, "In short", summary());
        section(lines, "Inventory", inventory());
        section(lines, "Decisions at the gates, by reason", reasons());
        section(lines, "Fees", fees());
        section(lines, "Directives, by provision", directives());
        section(lines, "Energy and emissions: simulated devices and assumptions, no meter measured this", energy());
        evenings(lines);
        section(lines, "Assumptions", assumptions());
        lines.addAll(List.of("", "Decisions explained" + mark));
        report.explained().forEach(one -> explained(lines, one));
        section(lines, "Decisions at each gate", gates());
        lines.addAll(List.of("", "Directives by day (columns are the days of the month)" + mark));
        days(lines);
        levels(lines);
        lines.addAll(List.of("", "On the map" + mark));
        new MapNames(report.map()).lines(INDENT).forEach(lines::add);
        return lines;
    }

    private void section(List<String> lines, String title, Columns table) {
        List<String> rows = table.lines(INDENT);
        lines.addAll(List.of("", title + mark));
        lines.addAll(rows.isEmpty() ? List.of(INDENT + "none") : rows);
    }

    private Columns summary() {
        Columns table = new Columns();
        new CitySummary(report).lines().forEach(line -> table.row(line.number(), line.what()));
        return table;
    }

    private Columns inventory() {
        Columns table = new Columns();
        report.inventory()
                .forEach(count -> table.row(count.type(), Integer.toString(count.count()), count.file(), count.sum()));
        return table;
    }

    private Columns reasons() {
        Columns table = new Columns();
        Reasons.of(report.gates())
                .forEach(reason ->
                        table.row(reason.zone(), reason.outcome(), Long.toString(reason.passages()), reason.reason()));
        return table;
    }

    private Columns gates() {
        Columns table = new Columns();
        report.gates()
                .forEach(gate -> table.row(
                        gate.label(), gate.zone(), gate.outcome(), Long.toString(gate.passages()), gate.reason()));
        return table;
    }

    private Columns fees() {
        Columns table = new Columns();
        report.fees()
                .forEach(fee -> table.row(
                        fee.total().toString(),
                        WinterText.count(fee.passages(), "passage"),
                        fee.provision(),
                        fee.title(),
                        fee.source()));
        return table;
    }

    private Columns directives() {
        Columns table = new Columns();
        DirectiveSums.of(report.directives())
                .rows()
                .forEach(row -> table.row(
                        row.type() + "." + row.property(),
                        row.provision(),
                        row.issued() + " issued",
                        row.acknowledged() + " acknowledged",
                        row.raised() + " raised"));
        return table;
    }

    private Columns energy() {
        Columns table = new Columns();
        report.energy()
                .forEach(figure -> table.row(
                        figure.group(),
                        figure.value().toString(),
                        figure.name(),
                        figure.basis(),
                        figure.assumptions().isEmpty() ? "" : "assumes " + String.join(", ", figure.assumptions())));
        return table;
    }

    private Columns assumptions() {
        Columns table = new Columns();
        report.assumptions()
                .forEach(assumption ->
                        table.row(assumption.name(), assumption.value().toString(), assumption.label()));
        return table;
    }

    private void evenings(List<String> lines) {
        if (report.evenings().isEmpty()) {
            return;
        }
        lines.addAll(List.of("", DistrictText.TITLE + mark, INDENT + DistrictText.NOTE));
        for (DistrictDay day : report.evenings()) {
            DistrictText text = new DistrictText(day);
            lines.addAll(List.of("", INDENT + text.title()));
            text.summary().forEach(line -> lines.add(INDENT.repeat(2) + line));
            lines.addAll(List.of("", INDENT + "kW in each quarter of an hour" + mark));
            lines.addAll(text.table());
        }
    }

    private static void explained(List<String> lines, Explained one) {
        lines.addAll(List.of("", INDENT + one.title()));
        WinterText.answer(lines, one.answer());
        if (!one.alternatives().isEmpty()) {
            lines.add(INDENT.repeat(2) + "lawful instead");
            one.alternatives().forEach(line -> lines.add(INDENT.repeat(3) + line));
        }
    }

    private void days(List<String> lines) {
        DirectiveSums sums = DirectiveSums.of(report.directives());
        for (Period month : Months.of(report.heading().period())) {
            lines.addAll(List.of("", INDENT + Months.title(month.from())));
            Columns table = new Columns();
            for (String type : sums.byDay().keySet()) {
                List<String> row = new ArrayList<>(List.of(type));
                for (LocalDate day = month.from(); !day.isAfter(month.to()); day = day.plusDays(1)) {
                    row.add(Long.toString(sums.on(type, day)));
                }
                table.row(row);
            }
            lines.addAll(table.lines(INDENT));
        }
    }

    private void levels(List<String> lines) {
        if (!report.winter().provinces().isEmpty()) {
            lines.addAll(List.of(""));
            lines.addAll(WinterText.heading(report.winter().heading()));
            lines.addAll(new WinterText(report.winter()).body());
        }
    }
}
