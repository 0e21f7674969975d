package io.citytwin.rules.internal.backtest;

import io.citytwin.rules.verify.BacktestAmount;
import io.citytwin.rules.verify.BacktestArea;
import io.citytwin.rules.verify.BacktestDay;
import io.citytwin.rules.verify.BacktestMeasure;
import io.citytwin.rules.verify.BacktestReport;
import io.citytwin.rules.verify.BacktestRun;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All numbers of a report, in the tables in which they are told, as text and on the page. Immutable. */
final class Tables {

    private final BacktestReport report;
    private final boolean two;

    Tables(BacktestReport report) {
        this.report = report;
        this.two = report.runs().size() > 1;
    }

    /**
     * Rows of cells.
     *
     * @param title what it tells
     * @param words how many columns, from the left, hold words; the others hold numbers
     * @param columns their names
     * @param rows as many cells each
     */
    record Table(String title, int words, List<String> columns, List<List<String>> rows) {}

    List<Table> all() {
        return Stream.of(
                        Stream.of(states(), affected(), measures()),
                        new EmissionTables(report).all().stream(),
                        Stream.of(levels(), months(), spans()))
                .flatMap(tables -> tables)
                .toList();
    }

    /** Words first: those that are the same for all versions, then the version's name if there are two. */
    private List<String> columns(String first, String... others) {
        return Stream.of(Stream.of(first), two ? Stream.of("version") : Stream.<String>empty(), Arrays.stream(others))
                .flatMap(names -> names)
                .toList();
    }

    private List<String> row(String first, BacktestRun run, Stream<String> cells) {
        return Stream.of(Stream.of(first), two ? Stream.of(run.name()) : Stream.<String>empty(), cells)
                .flatMap(all -> all)
                .toList();
    }

    private int words() {
        return two ? 2 : 1;
    }

    private Table states() {
        List<String> states = report.subject().states();
        List<List<String>> rows = new ArrayList<>();
        for (int area = 0; area < report.candidate().areas().size(); area++) {
            int differing = report.differingDays(area).size();
            for (BacktestRun run : report.runs()) {
                BacktestArea of = run.areas().get(area);
                Stream<String> days =
                        states.stream().map(state -> days(of, day -> day.state().equals(state)));
                Stream<String> more = Stream.of(days(of, BacktestDay::held));
                Stream<String> parted = two ? Stream.of(Integer.toString(differing)) : Stream.empty();
                rows.add(row(of.name(), run, Stream.of(days, more, parted).flatMap(all -> all)));
            }
        }
        List<String> names = new ArrayList<>(states);
        names.add("held");
        if (two) {
            names.add("differing");
        }
        return new Table(
                "Days in each state of " + report.subject().level(),
                words(),
                columns("area", names.toArray(String[]::new)),
                rows);
    }

    private static String days(BacktestArea area, Predicate<BacktestDay> wanted) {
        return Long.toString(area.days().stream().filter(wanted).count());
    }

    private Table affected() {
        List<List<String>> rows = new ArrayList<>();
        for (int area = 0; area < report.candidate().areas().size(); area++) {
            for (BacktestRun run : report.runs()) {
                BacktestArea of = run.areas().get(area);
                rows.add(row(
                        of.name(),
                        run,
                        report.measures().stream()
                                .flatMap(measure -> Stream.of(
                                        Long.toString(of.affected(measure)),
                                        Figures.hours(
                                                of.sum(measure, day -> true).twinMinutes())))));
            }
        }
        return new Table(
                "Who is affected at some time, and twin-hours",
                words(),
                columns(
                        "area",
                        report.measures().stream()
                                .flatMap(measure -> Stream.of(measure.toString(), "twin-hours"))
                                .toArray(String[]::new)),
                rows);
    }

    private Table measures() {
        List<List<String>> rows = new ArrayList<>();
        for (BacktestMeasure measure : report.measures()) {
            for (BacktestRun run : report.runs()) {
                BacktestAmount sum = sum(run, measure, day -> true);
                long affected = run.areas().stream()
                        .mapToLong(area -> area.affected(measure))
                        .sum();
                rows.add(row(
                        measure.toString(),
                        run,
                        Stream.of(
                                Figures.hours(sum.minutes()),
                                Long.toString(affected),
                                Long.toString(report.subject().counts().getOrDefault(measure.assetType(), 0L)),
                                Figures.hours(sum.twinMinutes()),
                                Figures.hours(sum.unknownMinutes()),
                                Long.toString(sum.directives()),
                                Figures.hours(sum.shiftMinutes()))));
            }
        }
        return new Table(
                "Measures in all areas together",
                words(),
                columns(
                        "measure",
                        "hours in force",
                        "affected",
                        "of",
                        "twin-hours",
                        "undecided twin-hours",
                        "directives",
                        "degree-hours below rest"),
                rows);
    }

    static BacktestAmount sum(BacktestRun run, BacktestMeasure measure, Predicate<BacktestDay> wanted) {
        return run.areas().stream()
                .map(area -> area.sum(measure, wanted))
                .reduce(BacktestAmount.NONE, BacktestAmount::plus);
    }

    private Table levels() {
        List<String> raised = report.subject().states();
        List<List<String>> rows = new ArrayList<>();
        for (int area = 0; area < report.candidate().areas().size(); area++) {
            for (String state : raised.subList(1, raised.size())) {
                rows.addAll(level(area, state));
            }
        }
        return new Table(
                "Measures by area and state: hours in force, most twins on one day, directives",
                words(),
                columns(
                        "area, state",
                        Stream.concat(
                                        Stream.of("days"),
                                        report.measures().stream()
                                                .flatMap(measure ->
                                                        Stream.of(measure + ": hours", "most twins", "directives")))
                                .toArray(String[]::new)),
                rows);
    }

    /** A row for each version, unless none has such a day. */
    private List<List<String>> level(int area, String state) {
        Predicate<BacktestDay> wanted = day -> day.state().equals(state);
        boolean ever = report.runs().stream()
                .flatMap(run -> run.areas().get(area).days().stream())
                .anyMatch(wanted);
        return ever
                ? report.runs().stream()
                        .map(run -> row(
                                run.areas().get(area).name() + ", " + state,
                                run,
                                level(run.areas().get(area), wanted)))
                        .toList()
                : List.of();
    }

    private Stream<String> level(BacktestArea area, Predicate<BacktestDay> wanted) {
        return Stream.concat(
                Stream.of(days(area, wanted)),
                report.measures().stream()
                        .flatMap(measure -> Stream.of(
                                Figures.hours(area.sum(measure, wanted).minutes()),
                                Long.toString(area.days().stream()
                                        .filter(wanted)
                                        .mapToLong(day -> day.amount(measure).twins())
                                        .max()
                                        .orElse(0)),
                                Long.toString(area.sum(measure, wanted).directives()))));
    }

    SortedSet<YearMonth> monthsOf() {
        return report.candidate().areas().stream()
                .flatMap(area -> area.days().stream())
                .map(day -> YearMonth.from(day.date()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Table months() {
        List<List<String>> rows = new ArrayList<>();
        for (YearMonth month : monthsOf()) {
            for (BacktestRun run : report.runs()) {
                Predicate<BacktestDay> wanted =
                        day -> YearMonth.from(day.date()).equals(month);
                long raised = run.areas().stream()
                        .flatMap(area -> area.days().stream())
                        .filter(wanted)
                        .filter(this::isRaised)
                        .count();
                rows.add(row(
                        month.toString(),
                        run,
                        Stream.concat(
                                Stream.of(Long.toString(raised)),
                                report.measures().stream()
                                        .map(measure -> Figures.hours(
                                                sum(run, measure, wanted).twinMinutes())))));
            }
        }
        return new Table(
                "By month: days times areas above the lowest state, and twin-hours",
                words(),
                columns(
                        "month",
                        Stream.concat(
                                        Stream.of("days above"),
                                        report.measures().stream().map(BacktestMeasure::toString))
                                .toArray(String[]::new)),
                rows);
    }

    boolean isRaised(BacktestDay day) {
        return !day.state().equals(report.subject().states().get(0));
    }

    private Table spans() {
        List<List<String>> rows = new ArrayList<>();
        for (int area = 0; area < report.candidate().areas().size(); area++) {
            for (BacktestRun run : report.runs()) {
                BacktestArea of = run.areas().get(area);
                for (Spans.Span span : Spans.of(of.days())) {
                    if (!span.state().equals(report.subject().states().get(0))) {
                        rows.add(row(of.name(), run, Stream.of(span.state(), span.first() + " to " + span.last())));
                    }
                }
            }
        }
        return new Table("Days above the lowest state", words() + 2, columns("area", "state", "days"), rows);
    }

    /** The days that a reader may want to see first: those that differ, else those above the lowest state. */
    long weight(int area) {
        List<LocalDate> differing = report.differingDays(area);
        return differing.isEmpty()
                ? report.candidate().areas().get(area).days().stream()
                        .filter(this::isRaised)
                        .count()
                : differing.size() * 10_000L;
    }
}
