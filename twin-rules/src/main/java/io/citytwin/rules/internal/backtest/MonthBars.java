package io.citytwin.rules.internal.backtest;

import io.citytwin.core.text.Markup;
import io.citytwin.rules.verify.BacktestMeasure;
import io.citytwin.rules.verify.BacktestReport;
import java.time.YearMonth;
import java.util.List;

/** Twin-hours of a measure, month by month: a bar for each version, the older one at the left. Immutable. */
final class MonthBars {

    private static final int HEIGHT = 90;
    private static final int HEAD = 16;
    private static final int FOOT = 16;
    private static final int BAR = 9;
    private static final int MONTH = 30;

    private final BacktestReport report;
    private final BacktestMeasure measure;
    private final List<YearMonth> months;

    MonthBars(BacktestReport report, BacktestMeasure measure) {
        this.report = report;
        this.measure = measure;
        this.months = List.copyOf(new Tables(report).monthsOf());
    }

    private long minutes(int run, YearMonth month) {
        return Tables.sum(
                        report.runs().get(run),
                        measure,
                        day -> YearMonth.from(day.date()).equals(month))
                .twinMinutes();
    }

    void write(Markup out) {
        long most = 1;
        for (YearMonth month : months) {
            for (int run = 0; run < report.runs().size(); run++) {
                most = Math.max(most, minutes(run, month));
            }
        }
        int width = months.size() * MONTH;
        int height = HEAD + HEIGHT + FOOT;
        String label = measure + ": twin-hours by month";
        out.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", label);
        out.open("svg", "width", width, "height", height, "role", "img", "aria-label", label);
        out.shape("path", "class", "grid", "d", "M0 " + (HEAD + HEIGHT) + "H" + width);
        for (int at = 0; at < months.size(); at++) {
            bars(out, at, most);
        }
        out.end().end();
    }

    private void bars(Markup out, int at, long most) {
        YearMonth month = months.get(at);
        int x = at * MONTH;
        for (int run = 0; run < report.runs().size(); run++) {
            long minutes = minutes(run, month);
            int height = (int) (minutes * HEIGHT / most);
            if (minutes > 0) {
                boolean newest = run == report.runs().size() - 1;
                out.titled(
                        "rect",
                        month + ", " + report.runs().get(run).name() + ": " + Figures.hours(minutes) + " twin-hours",
                        "class",
                        newest ? "newer" : "older",
                        "x",
                        x + 4 + run * (BAR + 1),
                        "y",
                        HEAD + HEIGHT - Math.max(1, height),
                        "width",
                        BAR,
                        "height",
                        Math.max(1, height));
            }
            if (minutes == most) {
                String anchor = at * 2 < months.size() ? "tick" : "tick end";
                out.leaf("text", Figures.hours(minutes) + " h", "class", anchor, "x", x + MONTH / 2, "y", HEAD - 5);
                most++;
            }
        }
        if (at == 0 || month.getMonthValue() % 3 == 1) {
            out.leaf("text", month.toString(), "class", "tick", "x", x, "y", HEAD + HEIGHT + 13);
        }
    }
}
