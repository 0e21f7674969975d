package io.citytwin.examples.milan.report;

import io.citytwin.core.text.Markup;
import java.time.LocalDate;
import java.util.Set;

/**
 * Directives by day: a row for each kind of asset, a bar for each day, as high as that day's share of the row's busiest
 * day. Immutable.
 */
final class DirectiveChart {

    private static final int BAR = 26;
    private static final Axis.Rows ROWS = new Axis.Rows(18, 34, BAR - 8);

    private final DirectiveSums sums;
    private final DayScale scale;

    DirectiveChart(DirectiveSums sums, Period period) {
        this.sums = sums;
        this.scale = new DayScale(period);
    }

    void write(Markup out) {
        Set<String> types = sums.byDay().keySet();
        out.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Directives by day");
        Axis.names(out, types, ROWS);
        Axis.plot(out, scale, ROWS.height(types.size()), "Directives by day for " + types.size() + " kinds of assets");
        int y = ROWS.head();
        for (String type : types) {
            row(out, type, y);
            y += ROWS.row();
        }
        out.end().end();
    }

    private void row(Markup out, String type, int y) {
        long most = scale.period()
                .from()
                .datesUntil(scale.period().to().plusDays(1))
                .mapToLong(day -> sums.on(type, day))
                .max()
                .orElse(0);
        int base = y + BAR;
        out.shape("path", "class", "grid", "d", "M0 " + base + "H" + scale.width());
        for (LocalDate day = scale.period().from(); !day.isAfter(scale.period().to()); day = day.plusDays(1)) {
            long number = sums.on(type, day);
            if (number > 0) {
                int bar = (int) Math.max(2, BAR * number / most);
                out.open("g", "class", "cell").leaf("title", type + " " + day + ": " + number);
                out.shape(
                        "rect",
                        "class",
                        "over",
                        "x",
                        scale.x(day),
                        "y",
                        base - bar,
                        "width",
                        DayScale.BAR,
                        "height",
                        bar);
                out.close();
            }
        }
        out.line();
    }
}
