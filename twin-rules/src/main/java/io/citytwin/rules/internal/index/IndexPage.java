package io.citytwin.rules.internal.index;

import io.citytwin.core.text.HtmlPage;
import io.citytwin.core.text.Markup;
import io.citytwin.rules.internal.report.PageStyle;
import io.citytwin.rules.regulation.LegalSource;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.regulation.Sureness;
import io.citytwin.rules.verify.IndexedPlace;
import io.citytwin.rules.verify.IndexedRegulation;
import io.citytwin.rules.verify.LawIndex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes an index as a page with pictures. Immutable. */
public final class IndexPage {

    /** More rows than these are folded away. */
    private static final int OPEN = 12;

    private final LawIndex index;
    private final IndexWords words;
    private final IndexTables tables;

    private IndexPage(LawIndex index, String language) {
        this.index = index;
        this.words = new IndexWords(language);
        this.tables = new IndexTables(index, words);
    }

    /**
     * As HTML.
     *
     * @param index of regulations
     * @param language such as {@code en}
     * @return a whole page
     */
    public static String of(LawIndex index, String language) {
        IndexPage page = new IndexPage(index, language);
        return HtmlPage.around(
                page.words.language(),
                page.title(),
                page.words.of("footer"),
                PageStyle.with(IndexPage.class, "index.css"),
                page::write);
    }

    private String title() {
        return words.of("title", Map.of("at", index.at()));
    }

    private void write(Markup out) {
        out.leaf("h1", title()).line();
        out.leaf("p", words.of("warning"), "class", "banner").line();
        out.open("section").leaf("h2", words.of("overview")).line();
        tables.overview(out);
        marks(out);
        out.end();
        timeline(out);
        applies(out);
        map(out);
        index.regulations().forEach(one -> regulation(out, one));
    }

    private void marks(Markup out) {
        out.open("dl", "class", "marks");
        for (Sureness one : Sureness.values()) {
            out.leaf("dt", one.label()).leaf("dd", words.of("sureness." + one.label()));
        }
        out.end();
    }

    private void timeline(Markup out) {
        out.open("section").leaf("h2", words.of("timeline")).line();
        out.leaf("p", words.of("timeline.note"), "class", "note").line();
        IndexTimeline timeline = new IndexTimeline(index, words);
        timeline.legend(out);
        byJurisdiction().forEach((code, regulations) -> {
            out.open("figure").leaf("figcaption", code);
            timeline.write(out, code, regulations);
            out.end();
        });
        out.end();
    }

    private Map<String, List<IndexedRegulation>> byJurisdiction() {
        return index.regulations().stream()
                .collect(Collectors.groupingBy(
                        one -> one.regulation().jurisdiction(), LinkedHashMap::new, Collectors.toList()));
    }

    /** What is in force, by place; without places, by jurisdiction. */
    private void applies(Markup out) {
        out.open("section")
                .leaf("h2", words.of("applies", Map.of("at", index.at())))
                .line();
        if (index.places().isEmpty()) {
            byJurisdiction().forEach((code, regulations) -> applies(out, code, regulations));
        }
        for (IndexedPlace place : index.places()) {
            applies(out, place.label() + " (" + String.join(", ", place.codes()) + ")", index.in(place));
        }
        out.end();
    }

    private void applies(Markup out, String where, List<IndexedRegulation> regulations) {
        int rows = regulations.stream()
                .mapToInt(one -> one.inForceOn(index.at()).size())
                .sum();
        String heading = words.of("applies.place", Map.of("at", index.at(), "place", where));
        folded(out, heading, rows, () -> tables.inForce(out, regulations));
    }

    private static void folded(Markup out, String heading, int rows, Runnable content) {
        boolean fold = rows > OPEN;
        if (fold) {
            out.open("details").leaf("summary", heading + " (" + rows + ")");
        } else {
            out.leaf("h3", heading);
        }
        content.run();
        if (fold) {
            out.close();
        }
        out.line();
    }

    private void map(Markup out) {
        Map<String, List<IndexedPlace>> grounds = index.places().stream()
                .filter(place -> place.outline().isPresent())
                .collect(Collectors.groupingBy(
                        place -> place.codes().get(Math.min(1, place.codes().size() - 1)),
                        LinkedHashMap::new,
                        Collectors.toList()));
        if (grounds.isEmpty()) {
            return;
        }
        out.open("section").leaf("h2", words.of("map")).line();
        out.leaf("p", words.of("map.note"), "class", "note").line();
        grounds.forEach((code, places) -> {
            out.open("figure").leaf("figcaption", code);
            new IndexMap(places).write(out, code);
            out.end();
        });
        tables.places(out);
        out.end();
    }

    private void regulation(Markup out, IndexedRegulation one) {
        Regulation regulation = one.regulation();
        out.open("section", "id", IndexTables.anchor(regulation))
                .leaf("h2", regulation.title().in(words.language()))
                .line();
        facts(out, one);
        tables.provisions(out, one);
        sources(out, regulation);
        folded(
                out,
                words.of("doubtful"),
                one.doubtful().size(),
                () -> tables.facts(out, one.doubtful(), words.of("doubtful.none")));
        folded(
                out,
                words.of("planned"),
                one.planned().size(),
                () -> tables.facts(out, one.planned(), words.of("planned.none")));
        gaps(out, one);
        out.end();
    }

    private void facts(Markup out, IndexedRegulation one) {
        Regulation regulation = one.regulation();
        out.open("dl");
        fact(out, "id", regulation.id());
        regulation
                .title()
                .byLanguage()
                .forEach((language, title) -> out.leaf("dt", words.of("name") + " (" + language + ")")
                        .leaf("dd", title)
                        .line());
        fact(out, "where", regulation.jurisdiction());
        fact(out, "authority", regulation.authority());
        fact(out, "rank", words.of("rank." + one.rank()));
        fact(out, "read", regulation.verified().toString());
        if (!regulation.uses().isEmpty()) {
            fact(out, "uses", regulation.uses().values().stream().distinct().collect(Collectors.joining(", ")));
        }
        fact(
                out,
                "counts",
                one.counts().entrySet().stream()
                        .map(count -> count.getKey().label() + " " + count.getValue())
                        .collect(Collectors.joining(", ")));
        out.end();
    }

    private void fact(Markup out, String name, String text) {
        out.leaf("dt", words.of(name)).leaf("dd", text).line();
    }

    private void sources(Markup out, Regulation regulation) {
        out.leaf("h3", words.of("sources")).open("ul").line();
        for (LegalSource source : regulation.sources().values()) {
            out.open("li").text(source.toString());
            source.url().ifPresent(url -> {
                out.text(" ");
                link(out, url);
            });
            out.end();
        }
        out.end();
    }

    /** Only what leads to a page of the web is a link: an address can be a program as well. */
    private void link(Markup out, String url) {
        if (url.startsWith("https://") || url.startsWith("http://")) {
            out.leaf("a", words.of("link"), "href", url, "rel", "noopener noreferrer");
        } else {
            out.text(url);
        }
    }

    private void gaps(Markup out, IndexedRegulation one) {
        out.leaf("h3", words.of("gaps"));
        if (one.gaps().isEmpty()) {
            out.leaf("p", words.of("gaps.none")).line();
            return;
        }
        out.open("ul").line();
        one.gaps().forEach(gap -> out.leaf("li", gap).line());
        out.end();
    }
}
