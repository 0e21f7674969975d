package io.citytwin.examples.milan.report;

import io.citytwin.core.text.Markup;
import java.util.List;

/**
 * The calendar of levels: a row for each province, a column for each day. A level is told by colour, by the height of
 * its bar and by its number on longer spans. Immutable.
 */
final class HeatMap {

    private static final Axis.Rows ROWS = new Axis.Rows(18, 24, 14);
    private static final int CELL = 20;
    private static final int LEAST = 3;

    private final Winter winter;

    HeatMap(Winter winter) {
        this.winter = winter;
    }

    void write(Markup out, Part part) {
        DayScale scale = new DayScale(part.period());
        out.open(
                "div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Calendar, " + part.title());
        List<String> names = winter.provinces().stream().map(Province::name).toList();
        Axis.names(out, names, ROWS);
        Axis.plot(out, scale, ROWS.height(names.size()), "Levels of " + names.size() + " provinces, " + part.title());
        int y = ROWS.head();
        for (Province province : winter.provinces()) {
            row(out, scale, province, y);
            y += ROWS.row();
        }
        out.end().end();
    }

    private void row(Markup out, DayScale scale, Province province, int y) {
        out.open("g", "class", "row");
        for (Day day : province.daysIn(scale.period())) {
            cell(out, scale, province, day, y);
        }
        out.close();
        for (Span span : province.spans()) {
            Axis.within(span.period(), scale.period())
                    .filter(seen -> seen.days() >= LEAST)
                    .ifPresent(seen -> {
                        int bar = height(span.state());
                        out.leaf(
                                "text",
                                Integer.toString(span.state()),
                                "class",
                                "in s" + span.state(),
                                "x",
                                scale.middle(seen),
                                "y",
                                y + CELL - bar / 2 + 4);
                    });
        }
        out.line();
    }

    private void cell(Markup out, DayScale scale, Province province, Day day, int y) {
        String title = province.name() + " " + day.date() + ": "
                + winter.states().get(day.state()) + (day.held() ? ", held: what would decide it is unknown" : "");
        int x = scale.x(day.date());
        out.open("g", "class", "cell").leaf("title", title);
        out.shape("rect", "class", "s0", "x", x, "y", y, "width", DayScale.BAR, "height", CELL);
        if (day.state() > 0) {
            int bar = height(day.state());
            out.shape(
                    "rect",
                    "class",
                    "s" + day.state(),
                    "x",
                    x,
                    "y",
                    y + CELL - bar,
                    "width",
                    DayScale.DAY,
                    "height",
                    bar);
        }
        if (day.held()) {
            out.shape("rect", "class", "held", "x", x + 1, "y", y + 1, "width", 3, "height", 3);
        }
        out.close();
    }

    private int height(int state) {
        int highest = winter.states().size() - 1;
        return CELL * (state + 1) / (highest + 1);
    }

    /** What colours and marks mean. */
    void legend(Markup out) {
        out.open("ul", "class", "legend");
        List<String> states = winter.states();
        for (int state = 0; state < states.size(); state++) {
            out.open("li").open("svg", "width", 14, "height", CELL, "aria-hidden", "true");
            out.shape("rect", "class", "s0", "width", 14, "height", CELL);
            if (state > 0) {
                int bar = height(state);
                out.shape("rect", "class", "s" + state, "y", CELL - bar, "width", 14, "height", bar);
                out.leaf("text", Integer.toString(state), "class", "in s" + state, "x", 7, "y", CELL - bar / 2 + 4);
            }
            out.close().text(" " + states.get(state)).close();
        }
        out.open("li").open("svg", "width", 14, "height", CELL, "aria-hidden", "true");
        out.shape("rect", "class", "s0", "width", 14, "height", CELL);
        out.shape("rect", "class", "held", "x", 5, "y", 2, "width", 4, "height", 4);
        out.close()
                .text(" held: something unknown would decide, so the level stayed")
                .close();
        out.end();
    }
}
