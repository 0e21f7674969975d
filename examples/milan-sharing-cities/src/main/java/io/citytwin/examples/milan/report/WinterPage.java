package io.citytwin.examples.milan.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Writes a winter as one HTML file that needs nothing else. Immutable. */
public final class WinterPage {

    private static final int LARGE = 180;
    private static final int SMALL = 56;

    private final Winter winter;
    private final Heading heading;
    private final PageTables tables;

    /**
     * A writer.
     *
     * @param winter what to write
     */
    public WinterPage(Winter winter) {
        this.winter = winter;
        this.heading = winter.heading();
        this.tables = new PageTables(winter);
    }

    /**
     * The whole file.
     *
     * @return HTML
     */
    public String html() {
        Markup out = new Markup();
        out.verbatim("<!DOCTYPE html>\n").open("html", "lang", "en").line();
        head(out);
        out.open("body").open("main").line();
        top(out);
        calendar(out);
        chosen(out);
        others(out);
        tables.law(out);
        tables.answers(out);
        tables.spans(out);
        tables.held(out);
        out.end();
        out.open("footer")
                .text(heading.title() + ". Written by CityTwin. Not legal advice.")
                .end();
        return out.close().end().toString();
    }

    private void head(Markup out) {
        out.open("head").line();
        out.lone("meta", "charset", "utf-8").line();
        out.lone("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        out.lone("meta", "name", "color-scheme", "content", "light dark").line();
        out.leaf("title", heading.title()).line();
        out.open("style").verbatim(style()).end().end();
    }

    private static String style() {
        try (InputStream css =
                Objects.requireNonNull(WinterPage.class.getResourceAsStream("report.css"), "report.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void top(Markup out) {
        if (heading.generated()) {
            out.open("p", "class", "banner")
                    .leaf("strong", "GENERATED")
                    .text(" No station measured these values. They show how the law works, not how the air was.")
                    .end();
        }
        out.open("header").leaf("h1", heading.title()).open("dl").line();
        entry(out, "Period", heading.period().toString());
        entry(out, "Data", heading.data());
        entry(out, "Regulation", heading.regulation());
        entry(out, "Law", "as read up to " + heading.verified() + "; not legal advice");
        out.end();
        heading.notes().forEach(note -> out.leaf("p", note, "class", "note").line());
        out.end();
    }

    private static void entry(Markup out, String term, String text) {
        out.leaf("dt", term).leaf("dd", text).line();
    }

    private void calendar(Markup out) {
        HeatMap map = new HeatMap(winter);
        out.open("section").leaf("h2", "Levels day by day" + heading.mark());
        map.legend(out);
        for (Part part : winter.parts()) {
            if (part.inSeason()) {
                figure(out, "Level of each province. " + part.title());
                map.write(out, part);
                out.end();
            } else {
                out.open("details").leaf("summary", part.title());
                figure(out, "Level of each province. " + part.title());
                map.write(out, part);
                out.close().end();
            }
        }
        tables.days(out);
        out.end();
    }

    private void figure(Markup out, String caption) {
        out.open("figure").leaf("figcaption", caption + heading.mark()).line();
    }

    private void chosen(Markup out) {
        Province province = winter.chosen();
        out.open("section").leaf("h2", "PM10 in " + province.name() + " against the limit" + heading.mark());
        out.open("p")
                .text("Each column is the mean of a day over " + WinterText.stations(province)
                        + ", as known when the next day's decision was made. ");
        out.open("span", "class", "key over")
                .close()
                .text(" above the limit, with the number of days in a row below; ");
        out.open("span", "class", "key mean").close().text(" up to the limit; ");
        out.open("span", "class", "key gap")
                .close()
                .text(" missing. The band on top is the level in force.")
                .end();
        charts(out, List.of(province), new PmChart.Size(LARGE, PmChart.top(winter), true, true));
        out.end();
    }

    private void others(Markup out) {
        List<Province> others = winter.provinces().stream()
                .filter(province -> !province.equals(winter.chosen()))
                .toList();
        if (others.isEmpty()) {
            return;
        }
        out.open("section").leaf("h2", "PM10 in the other provinces" + heading.mark());
        charts(out, others, new PmChart.Size(SMALL, PmChart.top(winter), false, false));
        out.end();
    }

    private void charts(Markup out, List<Province> provinces, PmChart.Size size) {
        for (Part part : winter.parts()) {
            if (part.inSeason()) {
                figure(out, "Daily mean of PM10. " + part.title());
                for (Province province : provinces) {
                    boolean last = province.equals(provinces.get(provinces.size() - 1));
                    PmChart.Size own = new PmChart.Size(size.height(), size.top(), size.labelled(), last);
                    new PmChart(winter, province, own).write(out, part);
                }
                out.end();
            }
        }
    }
}
