package io.citytwin.examples.milan.report;

import io.citytwin.core.text.Markup;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Daily means of one province against the limit, with runs below and levels above. Immutable. */
final class PmChart {

    private static final int BAND = 16;
    private static final int BAND_GAP = 6;
    private static final int LABEL = 16;
    private static final int RAISE = 25;
    private static final int RUNS = 18;
    private static final int MONTHS = 16;
    private static final int STEP = 50;

    private final Winter winter;
    private final Province province;
    private final Size size;

    /**
     * How large to draw.
     *
     * @param height of the columns' room
     * @param top the highest value that has room
     * @param labelled whether limit and levels are labelled
     * @param months whether months are named
     */
    record Size(int height, int top, boolean labelled, boolean months) {

        int head() {
            return BAND + BAND_GAP + (labelled ? LABEL : 0);
        }

        int y(BigDecimal value) {
            BigDecimal shown = value.min(BigDecimal.valueOf(top));
            int up = shown.multiply(BigDecimal.valueOf(height))
                    .divide(BigDecimal.valueOf(top), 0, RoundingMode.HALF_UP)
                    .intValue();
            return base() - up;
        }

        int base() {
            return head() + height;
        }

        int all() {
            return base() + RUNS + (months ? MONTHS : 0);
        }
    }

    PmChart(Winter winter, Province province, Size size) {
        this.winter = winter;
        this.province = province;
        this.size = size;
    }

    /** The top of a scale on which all means of a winter have room, rounded up. */
    static int top(Winter winter) {
        int most = winter.provinces().stream()
                .flatMap(province -> province.days().stream())
                .flatMap(day -> day.mean().stream())
                .mapToInt(BigDecimal::intValue)
                .max()
                .orElse(STEP);
        return (most / RAISE + 1) * RAISE;
    }

    void write(Markup out, Part part) {
        DayScale scale = new DayScale(part.period());
        String label = province.name() + ": daily mean of PM10, " + part.title();
        out.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", label);
        side(out);
        out.open(
                "svg",
                "class",
                "plot",
                "width",
                scale.width(),
                "height",
                size.all(),
                "role",
                "img",
                "aria-label",
                label);
        grid(out, scale);
        List<Day> days = province.daysIn(part.period());
        days.forEach(day -> column(out, scale, day));
        out.line();
        limits(out, scale);
        levels(out, scale);
        runs(out, scale, days);
        if (size.months()) {
            scale.months(out, size.all() - 3);
        }
        out.end().end();
    }

    private void side(Markup out) {
        out.open("svg", "class", "side", "width", Axis.WIDTH, "height", size.all(), "aria-hidden", "true");
        if (size.labelled()) {
            out.leaf("text", "level", "class", "tick", "x", 0, "y", 12);
            out.leaf("text", "days in a row", "class", "tick", "x", 0, "y", size.base() + 14);
        } else {
            out.leaf("text", Axis.shortened(province.name()), "class", "name", "x", 0, "y", size.base() - 4);
        }
        int highest = size.top() / STEP * STEP;
        for (int value = size.labelled() ? 0 : highest; value <= highest; value += STEP) {
            String text = value == highest && size.labelled() ? value + " µg/m³" : Integer.toString(value);
            out.leaf(
                    "text", text, "class", "tick end", "x", Axis.WIDTH - 6, "y", size.y(BigDecimal.valueOf(value)) + 4);
        }
        out.end();
    }

    private void grid(Markup out, DayScale scale) {
        for (int value = 0; value <= size.top(); value += STEP) {
            int y = size.y(BigDecimal.valueOf(value));
            out.shape("path", "class", "grid", "d", "M0 " + y + "H" + scale.width());
        }
        out.line();
    }

    private void column(Markup out, DayScale scale, Day day) {
        int x = scale.x(day.date());
        Optional<BigDecimal> mean = day.mean();
        if (mean.isEmpty()) {
            out.titled(
                    "rect",
                    day.date() + ": missing",
                    "class",
                    "gap",
                    "x",
                    x,
                    "y",
                    size.y(BigDecimal.valueOf(size.top())),
                    "width",
                    DayScale.BAR,
                    "height",
                    size.height());
            return;
        }
        int y = size.y(mean.get());
        boolean above = day.above(winter.limits());
        String title = day.date() + ": " + mean.get().toPlainString() + " µg/m³"
                + (above ? ", above the limit, day " + day.run() + " in a row" : "");
        out.titled(
                "rect",
                title,
                "class",
                above ? "over" : "mean",
                "x",
                x,
                "y",
                y,
                "width",
                DayScale.BAR,
                "height",
                size.base() - y);
    }

    private void limits(Markup out, DayScale scale) {
        for (Limit limit : winter.limits()) {
            Axis.within(limit.period(), scale.period()).ifPresent(seen -> {
                int y = size.y(limit.value());
                out.shape(
                        "path",
                        "class",
                        "limit",
                        "d",
                        "M" + scale.x(seen.from()) + " " + y + "H" + scale.right(seen.to()));
                if (size.labelled()) {
                    out.leaf(
                            "text",
                            "- - - limit " + limit.label(),
                            "class",
                            "limits",
                            "x",
                            scale.x(seen.from()),
                            "y",
                            BAND + 13);
                }
            });
        }
        out.line();
    }

    private void levels(Markup out, DayScale scale) {
        out.shape("rect", "class", "s0", "width", scale.width(), "height", BAND);
        for (Span span : province.spans()) {
            Axis.within(span.period(), scale.period()).ifPresent(seen -> {
                int x = scale.x(seen.from());
                int width = scale.right(seen.to()) - x;
                boolean oneMonth = seen.from().getMonth() == seen.to().getMonth();
                String name = winter.states().get(span.state());
                out.titled(
                        "rect",
                        name + ", " + seen,
                        "class",
                        "s" + span.state(),
                        "x",
                        x,
                        "width",
                        width,
                        "height",
                        BAND);
                String text = oneMonth && width > name.length() * 7 + 4
                        ? name
                        : width > 9 ? Integer.toString(span.state()) : "";
                out.leaf(
                        "text",
                        text,
                        "class",
                        "in s" + span.state(),
                        "x",
                        oneMonth ? x + width / 2 : scale.middle(seen),
                        "y",
                        BAND - 4);
            });
        }
        out.line();
    }

    private boolean continues(Day day, Day next) {
        return next.above(winter.limits()) && next.run().least() > day.run().least();
    }

    /** A bracket under each run with its length, drawn where the run ends. */
    private void runs(Markup out, DayScale scale, List<Day> days) {
        int y = size.base() + 4;
        for (int at = 0; at < days.size(); at++) {
            Day day = days.get(at);
            boolean last = at + 1 == days.size() || !continues(day, days.get(at + 1));
            if (!last || !day.above(winter.limits())) {
                continue;
            }
            Day first = days.get(Math.max(0, at + 1 - day.run().least()));
            int x = scale.x(first.date());
            int right = scale.right(day.date());
            out.shape("path", "class", "run", "d", "M" + x + " " + y + "H" + right);
            out.leaf("text", day.run().toString(), "class", "runs", "x", (x + right) / 2, "y", y + 11);
        }
        out.line();
    }
}
