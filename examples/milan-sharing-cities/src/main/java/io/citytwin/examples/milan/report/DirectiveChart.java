package io.citytwin.examples.milan.report;

import java.time.LocalDate;

/**
 * Directives by day: a row for each kind of asset, a bar for each day, as high as that day's share of the row's busiest
 * day. Immutable.
 */
final class DirectiveChart {

    private static final int HEAD = 18;
    private static final int ROW = 34;
    private static final int BAR = 26;

    private final DirectiveSums sums;
    private final DayScale scale;

    DirectiveChart(DirectiveSums sums, Period period) {
        this.sums = sums;
        this.scale = new DayScale(period);
    }

    void write(Markup out) {
        int height = HEAD + ROW * sums.byDay().size();
        out.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", "Directives by day");
        names(out, height);
        out.open(
                "svg",
                "class",
                "plot",
                "width",
                scale.width(),
                "height",
                height,
                "role",
                "img",
                "aria-label",
                "Directives by day for " + sums.byDay().size() + " kinds of assets");
        scale.months(out, 11);
        out.line();
        int y = HEAD;
        for (String type : sums.byDay().keySet()) {
            row(out, type, y);
            y += ROW;
        }
        out.end().end();
    }

    private void names(Markup out, int height) {
        out.open("svg", "class", "side", "width", Axis.WIDTH, "height", height, "aria-hidden", "true");
        int y = HEAD + BAR - 8;
        for (String type : sums.byDay().keySet()) {
            out.leaf("text", Axis.shortened(type), "class", "name", "x", 0, "y", y);
            y += ROW;
        }
        out.end();
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
