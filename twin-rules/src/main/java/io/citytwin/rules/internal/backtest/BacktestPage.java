package io.citytwin.rules.internal.backtest;

import io.citytwin.core.text.HtmlPage;
import io.citytwin.core.text.Markup;
import io.citytwin.rules.internal.backtest.Tables.Table;
import io.citytwin.rules.internal.diff.DiffText;
import io.citytwin.rules.internal.report.PageStyle;
import io.citytwin.rules.verify.BacktestDifference;
import io.citytwin.rules.verify.BacktestMeasure;
import io.citytwin.rules.verify.BacktestReport;
import java.util.List;

/** Writes a backtest as a page with pictures. Immutable. */
public final class BacktestPage {

    private static final int OPEN = 15;

    private final BacktestReport report;
    private final Tables tables;
    private final Summary summary;
    private final List<Stretch> stretches;

    private BacktestPage(BacktestReport report) {
        this.report = report;
        this.tables = new Tables(report);
        this.summary = new Summary(report);
        this.stretches =
                Stretch.of(report.subject().firstDay(), report.subject().lastDay());
    }

    /**
     * As HTML.
     *
     * @param report what came of a backtest
     * @return a whole page
     */
    public static String of(BacktestReport report) {
        BacktestPage page = new BacktestPage(report);
        return HtmlPage.around(page.summary.title(), PageStyle.with(BacktestPage.class, "backtest.css"), page::write);
    }

    private boolean two() {
        return report.runs().size() > 1;
    }

    private void write(Markup out) {
        out.leaf("h1", summary.title()).line();
        summary.warnings()
                .forEach(warning -> out.leaf("p", warning, "class", "banner").line());
        out.open("dl");
        summary.facts()
                .forEach((name, fact) -> out.leaf("dt", name).leaf("dd", fact).line());
        out.end();
        if (two()) {
            parting(out);
        }
        timeline(out);
        readings(out);
        if (!report.measures().isEmpty()) {
            months(out);
        }
        numbers(out);
        if (two()) {
            law(out);
        }
    }

    private void parting(Markup out) {
        out.open("section").leaf("h2", "Where the versions part").line();
        out.leaf("p", summary.parting()).line();
        report.first().ifPresent(first -> because(out, first));
        out.end();
    }

    private static void because(Markup out, BacktestDifference first) {
        out.open("div", "class", "sides");
        out.open("div").leaf("h3", "older").leaf("pre", first.before()).close();
        out.open("div").leaf("h3", "newer").leaf("pre", first.after()).close();
        out.end();
        if (!first.causes().isEmpty()) {
            out.leaf("h3", "because of").open("ul");
            first.causes().forEach(cause -> out.leaf("li", DiffText.line(cause)).line());
            out.end();
        }
    }

    private void timeline(Markup out) {
        out.open("section")
                .leaf("h2", "Levels day by day" + (two() ? ", the older version above the newer one" : ""))
                .line();
        legend(out);
        Timeline timeline = new Timeline(report);
        for (Stretch stretch : stretches) {
            out.open("figure").leaf("figcaption", stretch.title());
            if (anythingIn(stretch)) {
                timeline.write(out, stretch);
            } else {
                out.leaf("p", "Every area is in its lowest state on every day.", "class", "note");
            }
            out.end();
        }
        out.end();
    }

    private boolean anythingIn(Stretch stretch) {
        return report.runs().stream()
                .flatMap(run -> run.areas().stream())
                .flatMap(area -> area.days().stream())
                .anyMatch(day -> stretch.contains(day.date()) && tables.isRaised(day));
    }

    private void legend(Markup out) {
        out.open("ul", "class", "legend");
        List<String> states = report.subject().states();
        for (int state = 0; state < states.size(); state++) {
            key(out, "s" + Math.min(state, 3), states.get(state));
        }
        if (two()) {
            key(out, "mark", "the versions differ");
        }
        out.end();
    }

    private static void key(Markup out, String colour, String name) {
        out.open("li").open("svg", "width", 14, "height", 14, "aria-hidden", "true");
        out.shape("rect", "class", colour, "width", 14, "height", 14);
        out.close().text(" " + name).close();
    }

    private void readings(Markup out) {
        Summary.shown(report)
                .ifPresent(area -> Readings.of(report, area).ifPresent(readings -> {
                    out.open("section");
                    out.leaf("h2", report.candidate().areas().get(area).name() + ": what the level looked at")
                            .line();
                    out.open("ul", "class", "legend");
                    key(out, "over", "above the limit");
                    key(out, "mean", "within the limit");
                    out.end();
                    for (Stretch stretch : stretches) {
                        out.open("figure").leaf("figcaption", stretch.title());
                        readings.write(out, stretch);
                        out.end();
                    }
                    out.end();
                }));
    }

    private void months(Markup out) {
        out.open("section").leaf("h2", "Twin-hours by month").line();
        if (two()) {
            out.open("ul", "class", "legend");
            key(out, "older", report.runs().get(0).name());
            key(out, "newer", report.candidate().name());
            out.end();
        }
        out.open("div", "class", "bars");
        for (BacktestMeasure measure : report.measures()) {
            out.open("figure").leaf("figcaption", measure.toString());
            new MonthBars(report, measure).write(out);
            out.end();
        }
        out.end().end();
    }

    private void numbers(Markup out) {
        out.open("section").leaf("h2", "Numbers").line();
        for (Table table : tables.all()) {
            if (table.rows().size() > OPEN) {
                out.open("details").leaf("summary", table.title());
                table(out, table);
                out.end();
            } else {
                out.leaf("h3", table.title());
                table(out, table);
            }
        }
        out.end();
    }

    private static void table(Markup out, Table table) {
        out.open("div", "class", "wide", "tabindex", "0", "role", "region", "aria-label", table.title());
        out.open("table").open("thead").open("tr");
        for (int column = 0; column < table.columns().size(); column++) {
            out.leaf("th", table.columns().get(column), "class", column < table.words() ? "word" : "number");
        }
        out.close().close().open("tbody").line();
        for (List<String> row : table.rows()) {
            out.open("tr");
            for (int column = 0; column < row.size(); column++) {
                out.leaf("td", row.get(column), "class", column < table.words() ? "word" : "number");
            }
            out.end();
        }
        out.close().close().end();
    }

    private void law(Markup out) {
        out.open("section").leaf("h2", "What changed in law").line();
        out.leaf("pre", report.law().text());
        out.end();
    }
}
