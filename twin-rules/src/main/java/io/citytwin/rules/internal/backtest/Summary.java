package io.citytwin.rules.internal.backtest;

import io.citytwin.rules.verify.BacktestReport;
import io.citytwin.rules.verify.BacktestReport.Subject;
import io.citytwin.rules.verify.BacktestRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a reader must know before the numbers. Immutable. */
final class Summary {

    /** Told in every output that has no estimate. */
    static final String NO_FACTORS =
            "No emission factor was given: activity is told, emissions are not estimated (--factors FILE).";

    private final BacktestReport report;

    Summary(BacktestReport report) {
        this.report = report;
    }

    String title() {
        Subject subject = report.subject();
        return "Backtest of " + subject.regulation() + ", " + subject.firstDay() + " to " + subject.lastDay();
    }

    Map<String, String> facts() {
        Subject subject = report.subject();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("air", subject.air());
        if (report.runs().size() > 1) {
            facts.put("older version", version(report.runs().get(0)));
        }
        facts.put("version", version(report.candidate()));
        facts.put("level", subject.level() + ": " + String.join(" < ", subject.states()));
        subject.reading()
                .ifPresent(reading -> facts.put(
                        "limit",
                        reading.indicator() + " "
                                + reading.limits().entrySet().stream()
                                        .map(limit -> limit.getValue() + " since " + limit.getKey())
                                        .collect(Collectors.joining(", "))));
        highest().ifPresent(found -> facts.put("highest reading of the area shown", found));
        facts.put("who", subject.people().label());
        facts.put(
                "counted",
                subject.counts().isEmpty()
                        ? "nobody"
                        : subject.counts().entrySet().stream()
                                .map(count -> count.getValue() + " " + count.getKey())
                                .collect(Collectors.joining(", ")));
        return facts;
    }

    private Optional<String> highest() {
        return shown(report)
                .flatMap(area -> Readings.highest(report, area)
                        .map(highest -> highest.getValue() + " on " + highest.getKey() + " in "
                                + report.candidate().areas().get(area).name()));
    }

    /** The area that a reader wants to see first. */
    static Optional<Integer> shown(BacktestReport report) {
        Tables tables = new Tables(report);
        return IntStream.range(0, report.candidate().areas().size())
                .boxed()
                .max(Comparator.comparingLong(tables::weight));
    }

    private static String version(BacktestRun run) {
        return run.name() + ", read up to " + run.verified();
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (report.subject().people().madeUp()) {
            warnings.add("Who is affected is made up: nobody counted these vehicles and buildings.");
        }
        if (report.subject().factors().factors().isEmpty()) {
            warnings.add(NO_FACTORS);
        }
        warnings.addAll(report.subject().people().notes());
        return warnings;
    }

    /** One sentence about where two versions part. */
    String parting() {
        long days = 0;
        for (int area = 0; area < report.candidate().areas().size(); area++) {
            days += report.differingDays(area).size();
        }
        long all = days;
        return report.first()
                .map(first -> "The versions part first on " + first.date() + " in " + first.areaName() + ": "
                        + first.what() + ". They differ on " + all + " days of areas.")
                .orElse("Both versions give the same on every day.");
    }
}
