package io.citytwin.examples.milan.report;

import io.citytwin.core.text.Markup;
import java.util.List;

/** The sections of a page that show levels: their calendar, the air, their reasons and their law. Immutable. */
final class WinterSections {

    private static final int LARGE = 180;
    private static final int SMALL = 56;

    private final Winter winter;
    private final Heading heading;
    private final PageTables tables;

    WinterSections(Winter winter) {
        this.winter = winter;
        this.heading = winter.heading();
        this.tables = new PageTables(winter);
    }

    void write(Markup out) {
        calendar(out);
        chosen(out);
        others(out);
        tables.law(out);
        tables.spans(out);
        tables.held(out);
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
