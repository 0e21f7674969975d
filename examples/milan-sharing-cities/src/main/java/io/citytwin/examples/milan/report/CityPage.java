package io.citytwin.examples.milan.report;

import io.citytwin.core.text.HtmlPage;
import io.citytwin.core.text.Markup;
import java.util.List;

/** Writes a city's report as one HTML file that needs nothing else. Immutable. */
public final class CityPage {

    private final CityReport report;
    private final CityHeading heading;
    private final CityTables tables;
    private final String mark;

    /**
     * A writer.
     *
     * @param report what to write
     */
    public CityPage(CityReport report) {
        this.report = report;
        this.heading = report.heading();
        this.mark = report.winter().heading().mark();
        this.tables = new CityTables(report);
    }

    /**
     * The whole file.
     *
     * @return HTML
     */
    public String html() {
        return HtmlPage.around(CityText.title(heading), HtmlPage.style(CityPage.class, "report.css"), out -> {
            top(out);
            summary(out);
            map(out);
            directives(out);
            tables.gates(out);
            tables.energy(out);
            evenings(out);
            explained(out);
            tables.inventory(out);
            if (!report.winter().provinces().isEmpty()) {
                new WinterSections(report.winter()).write(out);
            }
        });
    }

    private void top(Markup out) {
        if (heading.generated()) {
            out.open("p", "class", "banner")
                    .leaf("strong", "GENERATED")
                    .text(" No station measured this air. It shows how the law works, not how the air was.")
                    .end();
        }
        out.open("header")
                .leaf("h1", CityText.title(heading))
                .open("dl", "class", "facts")
                .line();
        entry(out, "Period", heading.period().toString());
        entry(out, "Air", report.winter().heading().data());
        entry(out, "Vehicles", heading.seeds());
        heading.regulations().forEach(regulation -> entry(out, "Regulation", regulation));
        entry(out, "Law", "as read up to " + report.winter().heading().verified() + "; not legal advice");
        out.end();
        CityText.notes(report)
                .forEach(note -> out.leaf("p", note, "class", "note").line());
        out.end();
    }

    private static void entry(Markup out, String term, String text) {
        out.leaf("dt", term).leaf("dd", text).line();
    }

    private void summary(Markup out) {
        out.open("section")
                .leaf("h2", "In short" + mark)
                .open("dl", "class", "tiles")
                .line();
        for (CitySummary.Line line : new CitySummary(report).lines()) {
            out.open("div").leaf("dt", line.what()).leaf("dd", line.number()).end();
        }
        out.close().end();
    }

    private void map(Markup out) {
        CityMap map = report.map();
        if (map.points().isEmpty()) {
            return;
        }
        out.open("section").leaf("h2", "Where things are");
        chart(out, new MapChart(map, Mark.SITE), "The site: assets and gates");
        if (map.points().stream().anyMatch(point -> !point.type().equals("Gate"))) {
            List<String> assets =
                    Mark.SITE.stream().filter(type -> !type.equals("Gate")).toList();
            chart(out, new MapChart(map, assets), "The assets, nearer");
        }
        out.leaf("p", "Outlines are schematic, drawn for this example. Point at a mark for its name.", "class", "note");
        out.end();
    }

    private static void chart(Markup out, MapChart chart, String caption) {
        out.open("figure").leaf("figcaption", caption).line();
        chart.legend(out);
        chart.write(out, caption);
        out.end();
    }

    private void directives(Markup out) {
        DirectiveSums sums = DirectiveSums.of(report.directives());
        out.open("section").leaf("h2", "What devices were asked, day by day" + mark);
        if (sums.rows().isEmpty()) {
            out.leaf("p", "Nothing.").end();
            return;
        }
        out.open("figure")
                .leaf(
                        "figcaption",
                        "Directives for each kind of asset; each row has its own scale, its busiest day fills it."
                                + mark)
                .line();
        new DirectiveChart(sums, heading.period()).write(out);
        out.end();
        tables.directives(out, sums);
        out.end();
    }

    private void evenings(Markup out) {
        if (report.evenings().isEmpty()) {
            return;
        }
        out.open("section").leaf("h2", DistrictText.TITLE + mark).leaf("p", DistrictText.NOTE, "class", "note");
        for (DistrictDay day : report.evenings()) {
            DistrictText text = new DistrictText(day);
            out.leaf("h3", text.title());
            PageTables.lines(out, text.summary());
            new DistrictChart(day, mark).write(out);
        }
        out.end();
    }

    private void explained(Markup out) {
        out.open("section").leaf("h2", "Decisions explained" + mark);
        for (Explained one : report.explained()) {
            out.open("article").leaf("h3", one.title());
            PageTables.answer(out, one.answer());
            if (!one.alternatives().isEmpty()) {
                out.leaf("h4", "Lawful instead");
                PageTables.lines(out, one.alternatives());
            }
            out.end();
        }
        out.end();
    }
}
