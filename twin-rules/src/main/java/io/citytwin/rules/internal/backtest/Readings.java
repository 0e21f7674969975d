package io.citytwin.rules.internal.backtest;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.text.Markup;
import io.citytwin.rules.verify.BacktestArea;
import io.citytwin.rules.verify.BacktestReport;
import io.citytwin.rules.verify.BacktestReport.Reading;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What the level looked at in one area, against the limit, below the states of both versions. Immutable. */
final class Readings {

    private static final int HEIGHT = 150;
    private static final int HEAD = 30;
    private static final int MONTHS = 16;

    private final BacktestReport report;
    private final Reading reading;
    private final int area;
    private final Quantity most;

    private Readings(BacktestReport report, Reading reading, int area, Quantity most) {
        this.report = report;
        this.reading = reading;
        this.area = area;
        this.most = most;
    }

    /** Of an area; empty if nothing was read there. */
    static Optional<Readings> of(BacktestReport report, int area) {
        return report.subject()
                .reading()
                .flatMap(reading ->
                        highest(report, area).map(most -> new Readings(report, reading, area, most.getValue())));
    }

    /** The day and value of the highest reading within the days reported. */
    static Optional<Map.Entry<LocalDate, Quantity>> highest(BacktestReport report, int area) {
        return within(report, area).entrySet().stream()
                .max(Comparator.comparing(entry -> entry.getValue().amount()));
    }

    private static SortedMap<LocalDate, Quantity> within(BacktestReport report, int area) {
        return report.candidate()
                .areas()
                .get(area)
                .readings()
                .subMap(report.subject().firstDay(), report.subject().lastDay().plusDays(1));
    }

    private int y(BigDecimal value) {
        BigDecimal top = most.amount().max(BigDecimal.ONE);
        return HEAD
                + HEIGHT
                - value.min(top)
                        .max(BigDecimal.ZERO)
                        .multiply(BigDecimal.valueOf(HEIGHT))
                        .divide(top, 0, RoundingMode.HALF_UP)
                        .intValue();
    }

    private Optional<BigDecimal> limit(LocalDate day) {
        return reading.limits().headMap(day.plusDays(1)).values().stream()
                .reduce((first, second) -> second)
                .map(Quantity::amount);
    }

    void write(Markup out, Stretch stretch) {
        BacktestArea of = report.candidate().areas().get(area);
        int height = HEAD + HEIGHT + MONTHS;
        stretch.frame(out, of.name() + ": " + reading.indicator() + ", " + stretch.title(), this::side, height);
        stretch.months(out, height);
        for (int run = 0; run < report.runs().size(); run++) {
            Timeline.lane(out, stretch, new Timeline.Lane(report, run, area), run * 10);
        }
        within(report, area).forEach((day, value) -> column(out, stretch, day, value.amount()));
        limits(out, stretch);
        out.end().end();
    }

    private void side(Markup out) {
        int base = HEAD + HEIGHT;
        out.leaf("text", most.toString(), "class", "tick end", "x", Stretch.Side.WIDTH - 6, "y", y(most.amount()) + 9);
        reading.limits()
                .values()
                .forEach(limit -> out.leaf(
                        "text",
                        "limit " + limit,
                        "class",
                        "tick limits end",
                        "x",
                        Stretch.Side.WIDTH - 6,
                        "y",
                        y(limit.amount()) + 4));
        out.leaf("text", "0", "class", "tick end", "x", Stretch.Side.WIDTH - 6, "y", base);
    }

    private void column(Markup out, Stretch stretch, LocalDate day, BigDecimal value) {
        if (stretch.contains(day)) {
            boolean over =
                    limit(day).filter(limit -> value.compareTo(limit) > 0).isPresent();
            int y = y(value);
            out.shape(
                    "rect",
                    "class",
                    over ? "over" : "mean",
                    "x",
                    stretch.x(day),
                    "y",
                    y,
                    "width",
                    Stretch.DAY - 1,
                    "height",
                    HEAD + HEIGHT - y);
        }
    }

    private void limits(Markup out, Stretch stretch) {
        List<LocalDate> starts = List.copyOf(reading.limits().keySet());
        for (int at = 0; at < starts.size(); at++) {
            LocalDate since = starts.get(at);
            LocalDate until = at + 1 < starts.size() ? starts.get(at + 1).minusDays(1) : stretch.last();
            int width = since.isAfter(stretch.last()) ? 0 : stretch.width(since, until);
            limit(since).filter(limit -> width > 0).ifPresent(limit -> {
                String path = "M" + stretch.from(since) + " " + y(limit) + "h" + width;
                out.shape("path", "class", "limit", "d", path);
            });
        }
    }
}
