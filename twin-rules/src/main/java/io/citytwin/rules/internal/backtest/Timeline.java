package io.citytwin.rules.internal.backtest;

import io.citytwin.core.text.Markup;
import io.citytwin.rules.verify.BacktestArea;
import io.citytwin.rules.verify.BacktestReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The states of all areas, day by day: a lane for each version, the older one above, and marks where they differ. */
final class Timeline {

    private static final int LANE = 9;
    private static final int MARK = 4;
    private static final int GAP = 7;
    private static final int MONTHS = 16;
    private static final int NAME = 20;

    private final BacktestReport report;

    Timeline(BacktestReport report) {
        this.report = report;
    }

    private int row() {
        return report.runs().size() * (LANE + 1) + MARK + GAP;
    }

    private int height() {
        return report.candidate().areas().size() * row() + MONTHS;
    }

    void write(Markup out, Stretch stretch) {
        List<BacktestArea> areas = report.candidate().areas();
        stretch.frame(out, "Levels, " + stretch.title(), side -> names(side, areas), height());
        stretch.months(out, height());
        for (int area = 0; area < areas.size(); area++) {
            row(out, stretch, area);
        }
        out.end().end();
    }

    private void names(Markup out, List<BacktestArea> areas) {
        for (int area = 0; area < areas.size(); area++) {
            out.leaf("text", shortened(areas.get(area).name()), "class", "name", "x", 0, "y", area * row() + LANE + 3);
        }
    }

    static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, NAME - 1)) + "…";
    }

    private void row(Markup out, Stretch stretch, int area) {
        int y = area * row();
        for (int run = 0; run < report.runs().size(); run++) {
            lane(out, stretch, new Lane(report, run, area), y + run * (LANE + 1));
        }
        int below = y + report.runs().size() * (LANE + 1);
        differing(stretch, area)
                .forEach(days -> out.titled(
                        "rect",
                        "differs: " + days.first() + " to " + days.last(),
                        "class",
                        "mark",
                        "x",
                        stretch.from(days.first()),
                        "y",
                        below,
                        "width",
                        stretch.width(days.first(), days.last()),
                        "height",
                        MARK));
        out.line();
    }

    /** One version in one area. */
    record Lane(BacktestReport report, int run, int area) {

        BacktestArea of() {
            return report.runs().get(run).areas().get(area);
        }

        String name() {
            return report.runs().get(run).name();
        }
    }

    static void lane(Markup out, Stretch stretch, Lane lane, int y) {
        out.shape("rect", "class", "s0", "x", 0, "y", y, "width", stretch.width(), "height", LANE);
        for (Spans.Span span : Spans.of(lane.of().days())) {
            int width = stretch.width(span.first(), span.last());
            int state = lane.report().subject().states().indexOf(span.state());
            if (state > 0 && width > 0 && !span.first().isAfter(stretch.last())) {
                out.titled(
                        "rect",
                        lane.of().name() + ", " + lane.name() + ": " + span.state() + ", " + span.first() + " to "
                                + span.last(),
                        "class",
                        "s" + Math.min(state, 3),
                        "x",
                        stretch.from(span.first()),
                        "y",
                        y,
                        "width",
                        width,
                        "height",
                        LANE);
            }
        }
    }

    /** Days in a row on which two versions differ. */
    private List<Stretch> differing(Stretch stretch, int area) {
        List<Stretch> found = new ArrayList<>();
        for (LocalDate day : report.differingDays(area)) {
            if (!stretch.contains(day)) {
                continue;
            }
            Stretch last = found.isEmpty() ? null : found.get(found.size() - 1);
            if (last != null && last.last().plusDays(1).equals(day)) {
                found.set(found.size() - 1, new Stretch(last.first(), day));
            } else {
                found.add(new Stretch(day, day));
            }
        }
        return found;
    }
}
