package io.citytwin.examples.milan.report;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A city's winter in a few lines, added up from its report. Immutable. */
final class CitySummary {

    private final CityReport report;

    CitySummary(CityReport report) {
        this.report = report;
    }

    /** A number and what it counts. */
    record Line(String number, String what) {}

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        long twins =
                report.inventory().stream().mapToLong(InventoryCount::count).sum();
        lines.add(
                new Line(Long.toString(twins), "twins of " + report.inventory().size() + " types"));
        long passages = report.gates().stream().mapToLong(GateTally::passages).sum();
        lines.add(new Line(Long.toString(passages), "passages decided at " + gates() + " gates" + outcomes()));
        report.fees().forEach(fee -> lines.add(new Line(fee.total().toString(), fee.title() + ", " + fee.provision())));
        long issued =
                report.directives().stream().mapToLong(DirectiveTally::issued).sum();
        long taken = report.directives().stream()
                .mapToLong(DirectiveTally::acknowledged)
                .sum();
        long raised =
                report.directives().stream().mapToLong(DirectiveTally::raised).sum();
        lines.add(new Line(
                Long.toString(issued),
                "directives to devices, " + taken + " acknowledged, " + raised + " raised as an alert"));
        return lines;
    }

    private long gates() {
        return report.gates().stream().map(GateTally::gate).distinct().count();
    }

    private String outcomes() {
        SortedMap<String, Long> byOutcome = new TreeMap<>();
        report.gates().forEach(tally -> byOutcome.merge(tally.outcome(), tally.passages(), Long::sum));
        StringBuilder text = new StringBuilder();
        byOutcome.forEach((outcome, number) -> text.append(text.isEmpty() ? ": " : ", ")
                .append(number)
                .append(' ')
                .append(outcome));
        return text.toString();
    }
}
