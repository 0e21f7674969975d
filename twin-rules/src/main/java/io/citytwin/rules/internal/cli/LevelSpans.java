package io.citytwin.rules.internal.cli;

import io.citytwin.core.model.TwinId;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.internal.backtest.LevelRecord;
import io.citytwin.rules.internal.verify.LevelText;
import io.citytwin.rules.register.LevelDecision.Reason;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;

/** Prints a level's history as spans of days with one state, area by area. For one thread at a time. */
final class LevelSpans {

    private final LevelRecord history;
    private final CivilCalendar calendar;
    private final int width;

    LevelSpans(LevelRecord history, CivilCalendar calendar) {
        this.history = history;
        this.calendar = calendar;
        this.width = history.level().states().names().stream()
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    void print(PrintWriter out) {
        history.states().forEach((area, states) -> {
            out.println();
            out.println(history.nameOf(area) + " (" + area + ")");
            int start = 0;
            for (int day = 1; day <= states.size(); day++) {
                if (day == states.size() || !states.get(day).equals(states.get(start))) {
                    out.println(span(area, start, day - 1, states.get(start)));
                    start = day;
                }
            }
            held(area)
                    .forEach((cells, days) ->
                            out.println("  could not be decided on " + days + " days for lack of " + cells));
        });
    }

    private String span(TwinId area, int first, int last, String state) {
        LocalDate from = history.days().get(first);
        String why = history.decisionFor(area, from)
                .filter(decision -> first > 0 || decision.reason() != Reason.HELD)
                .map(decision -> "  decided " + calendar.dateOf(decision.decidedAt()) + ": " + LevelText.of(decision))
                .orElse("");
        String span = "  " + from + ".." + history.days().get(last) + "  " + state;
        return (why.isEmpty() ? span : span + " ".repeat(width - state.length()) + why);
    }

    /** What was unknown when nothing could be decided, and how often. */
    private SortedMap<String, Integer> held(TwinId area) {
        SortedMap<String, Integer> days = new TreeMap<>();
        history.decisions().stream()
                .filter(decision -> decision.subject().equals(area))
                .filter(decision -> !decision.unknown().isEmpty())
                .map(decision -> String.join(
                        ", ",
                        decision.unknown().stream()
                                .map(LevelSpans::withoutDay)
                                .distinct()
                                .toList()))
                .forEach(cells -> days.merge(cells, 1, Integer::sum));
        return days;
    }

    private static String withoutDay(String cell) {
        return cell.replaceFirst(" \\d{4}-\\d{2}-\\d{2}$", " of some day");
    }
}
