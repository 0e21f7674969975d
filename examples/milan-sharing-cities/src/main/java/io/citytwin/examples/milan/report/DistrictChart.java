package io.citytwin.examples.milan.report;

import io.citytwin.core.text.Markup;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A district's day: a column for each quarter of an hour, darker while devices were held, the limit above, a line for what would
 * have been drawn without shares, and the predictions as a dotted line with their upper ends in grey. Immutable.
 */
public final class DistrictChart {

    private static final int QUARTER = 8;
    private static final int BAR = 6;
    private static final int HEIGHT = 220;
    private static final int HEAD = 18;
    private static final int FOOT = 16;
    private static final int STEP = 50;
    private static final int HOURS = 3;

    private final DistrictDay day;
    private final String mark;
    private final int top;

    /**
     * A chart.
     *
     * @param day what to draw
     * @param mark what stands behind its title, such as that data are made up
     */
    public DistrictChart(DistrictDay day, String mark) {
        this.day = day;
        this.mark = mark;
        BigDecimal most = day.quarters().stream()
                .flatMap(quarter -> Stream.concat(
                        Stream.of(quarter.shared(), quarter.free()),
                        Stream.concat(quarter.high().stream(), quarter.limit().stream())))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
        top = (most.intValue() / STEP + 1) * STEP;
    }

    /**
     * Writes the figure.
     *
     * @param out takes it
     */
    public void write(Markup out) {
        String label = day.district() + ": power on " + day.date();
        out.open("figure").leaf("figcaption", label + ", kW in the mean of each quarter of an hour" + mark);
        legend(out);
        out.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", label);
        side(out);
        out.open("svg", "class", "plot", "width", width(), "height", height(), "role", "img", "aria-label", label);
        grid(out);
        band(out);
        columns(out);
        line(out, quarter -> Optional.of(quarter.free()), "class", "run");
        line(out, DistrictDay.Quarter::expected, "class", "run", "stroke-dasharray", "2 3");
        line(out, DistrictDay.Quarter::limit, "class", "limit");
        hours(out);
        out.end().end().end();
    }

    private static void legend(Markup out) {
        out.open("ul", "class", "legend");
        key(out, "mean", "drawn");
        key(out, "over", "drawn while devices were held");
        key(out, "gap", "upper ends of predictions");
        out.leaf("li", "line: with nobody held").leaf("li", "dots: predicted").leaf("li", "dashes: limit");
        out.end();
    }

    private static void key(Markup out, String color, String text) {
        out.open("li").leaf("span", "", "class", "key " + color).text(text).close();
    }

    private int width() {
        return day.quarters().size() * QUARTER;
    }

    private static int height() {
        return HEAD + HEIGHT + FOOT;
    }

    private int y(BigDecimal kilowatts) {
        BigDecimal shown = kilowatts.max(BigDecimal.ZERO);
        return HEAD
                + HEIGHT
                - shown.multiply(BigDecimal.valueOf(HEIGHT))
                        .divide(BigDecimal.valueOf(top), 0, RoundingMode.HALF_UP)
                        .intValue();
    }

    private void side(Markup out) {
        out.open("svg", "class", "side", "width", Axis.WIDTH, "height", height(), "aria-hidden", "true");
        for (int value = 0; value <= top; value += STEP) {
            int y = y(BigDecimal.valueOf(value)) + 4;
            out.leaf("text", value + " kW", "class", "tick end", "x", Axis.WIDTH - 6, "y", y);
        }
        out.end();
    }

    private void grid(Markup out) {
        for (int value = 0; value <= top; value += STEP) {
            out.shape("path", "class", "grid", "d", "M0 " + y(BigDecimal.valueOf(value)) + "H" + width());
        }
        out.line();
    }

    private void band(Markup out) {
        List<DistrictDay.Quarter> quarters = day.quarters();
        for (int at = 0; at < quarters.size(); at++) {
            DistrictDay.Quarter quarter = quarters.get(at);
            if (quarter.expected().isPresent() && quarter.high().isPresent()) {
                int high = y(quarter.high().get());
                int height = y(quarter.expected().get()) - high;
                out.shape("rect", "class", "gap", "x", at * QUARTER, "y", high, "width", QUARTER, "height", height);
            }
        }
        out.line();
    }

    private void columns(Markup out) {
        List<DistrictDay.Quarter> quarters = day.quarters();
        for (int at = 0; at < quarters.size(); at++) {
            DistrictDay.Quarter quarter = quarters.get(at);
            int y = y(quarter.shared());
            String color = quarter.held() ? "over" : "mean";
            int height = HEAD + HEIGHT - y;
            out.titled(
                    "rect",
                    title(quarter),
                    "class",
                    color,
                    "x",
                    at * QUARTER + 1,
                    "y",
                    y,
                    "width",
                    BAR,
                    "height",
                    height);
        }
        out.line();
    }

    private static String title(DistrictDay.Quarter quarter) {
        return quarter.from() + ": " + quarter.shared().toPlainString() + " kW"
                + quarter.limit().map(limit -> " of " + limit.toPlainString()).orElse("")
                + ", with nobody held " + quarter.free().toPlainString();
    }

    /** A line of steps; where there is no number, it is broken. */
    private void line(Markup out, Function<DistrictDay.Quarter, Optional<BigDecimal>> number, Object... style) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (int at = 0; at < day.quarters().size(); at++) {
            Optional<BigDecimal> value = number.apply(day.quarters().get(at));
            if (value.isPresent()) {
                path.append(drawing ? "V" : "M" + at * QUARTER + " ").append(y(value.get()));
                path.append("H").append((at + 1) * QUARTER);
            }
            drawing = value.isPresent();
        }
        if (!path.isEmpty()) {
            Object[] attributes =
                    Stream.concat(Stream.of(style), Stream.of("d", path)).toArray();
            out.shape("path", attributes).line();
        }
    }

    private void hours(Markup out) {
        List<DistrictDay.Quarter> quarters = day.quarters();
        for (int at = 0; at < quarters.size(); at++) {
            LocalTime from = quarters.get(at).from();
            if (from.getMinute() == 0 && from.getHour() % HOURS == 0) {
                out.leaf("text", from.toString(), "class", "tick", "x", at * QUARTER, "y", height() - 3);
            }
        }
        out.line();
    }
}
