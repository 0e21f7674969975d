package io.citytwin.rules.internal.cli;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.text.CsvLine;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.core.time.DayValue;
import io.citytwin.rules.internal.backtest.LevelRecord;
import io.citytwin.rules.internal.verify.LevelText;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.regulation.Regulation;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints decisions about a level as comma separated values. For one thread at a time. */
final class LevelTable {

    private final LevelRecord history;
    private final List<String> indicators;
    private final List<String> runs;
    private final CivilCalendar calendar;

    LevelTable(LevelRecord history, Regulation regulation, CivilCalendar calendar) {
        this.history = history;
        this.calendar = calendar;
        String of = history.level().of();
        this.indicators = regulation.state().indicators().values().stream()
                .filter(indicator -> indicator.of().equals(of))
                .map(indicator -> indicator.name())
                .toList();
        this.runs = regulation.state().runs().values().stream()
                .filter(run -> run.of().equals(of))
                .map(run -> run.name())
                .toList();
    }

    void print(PrintWriter out) {
        out.print(Stream.of(
                                Stream.of("decided", "area"),
                                indicators.stream(),
                                runs.stream(),
                                Stream.of("in_force", "state", "reason", "unknown"))
                        .flatMap(names -> names)
                        .collect(Collectors.joining(","))
                + "\n");
        history.decisions().forEach(decision -> out.print(row(decision) + "\n"));
    }

    private String row(LevelDecision decision) {
        List<String> cells = new ArrayList<>();
        cells.add(calendar.dateOf(decision.decidedAt()).toString());
        cells.add(history.nameOf(decision.subject()));
        indicators.forEach(
                name -> cells.add(Optional.ofNullable(decision.known().days().get(name))
                        .map(LevelTable::amount)
                        .orElse("")));
        runs.forEach(
                name -> cells.add(Optional.ofNullable(decision.known().runs().get(name))
                        .map(LevelText::length)
                        .orElse("")));
        cells.add(decision.inForce().toString());
        cells.add(decision.after());
        cells.add(decision.reason().toString());
        cells.add(String.join("; ", decision.unknown()));
        return cells.stream().map(CsvLine::written).collect(Collectors.joining(","));
    }

    private static String amount(DayValue day) {
        return day instanceof DayValue.Known known ? plain(known.value()) : "";
    }

    private static String plain(Quantity quantity) {
        return quantity.amount().toPlainString();
    }
}
