package io.citytwin.rules.internal.backtest;

import io.citytwin.rules.verify.BacktestDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Days with one state, put together. Immutable. */
final class Spans {

    private Spans() {}

    /** From the first to the last day, both inclusive. */
    record Span(String state, LocalDate first, LocalDate last) {}

    static List<Span> of(List<BacktestDay> days) {
        List<Span> spans = new ArrayList<>();
        int start = 0;
        for (int day = 1; day <= days.size(); day++) {
            if (day == days.size()
                    || !days.get(day).state().equals(days.get(start).state())) {
                spans.add(new Span(
                        days.get(start).state(),
                        days.get(start).date(),
                        days.get(day - 1).date()));
                start = day;
            }
        }
        return spans;
    }
}
