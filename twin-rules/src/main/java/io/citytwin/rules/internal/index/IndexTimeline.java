package io.citytwin.rules.internal.index;

import io.citytwin.core.text.Markup;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.verify.IndexedProvision;
import io.citytwin.rules.verify.IndexedRegulation;
import io.citytwin.rules.verify.LawDiffEntry.Period;
import io.citytwin.rules.verify.LawIndex;
import java.util.List;
import java.util.Map;

/** A bar for each provision of a jurisdiction, under the names of their regulations. Immutable. */
final class IndexTimeline {

    private static final int HEAD = 18;
    private static final int ROW = 19;
    private static final int BAR = 13;
    private static final int STRIP = 5;
    private static final int SIDE = 196;
    private static final int NAME = 27;
    private static final int INDENT = 12;

    private final LawIndex index;
    private final IndexWords words;
    private final YearScale scale;

    IndexTimeline(LawIndex index, IndexWords words) {
        this.index = index;
        this.words = words;
        this.scale = YearScale.of(index);
    }

    /** What the marks mean; also holds the patterns that all pictures use. */
    void legend(Markup out) {
        out.open("svg", "class", "defs", "width", 0, "height", 0, "aria-hidden", "true")
                .open("defs");
        pattern(out, "partly", 4);
        pattern(out, "wholly", 6);
        out.close().end();
        out.open("ul", "class", "legend");
        key(out, "bar", "legend.bar");
        key(out, "turn", "legend.tick");
        key(out, "partly", "legend.partly");
        key(out, "wholly", "legend.wholly");
        key(out, "at", "legend.at");
        out.end();
    }

    private static void pattern(Markup out, String id, int width) {
        out.open(
                "pattern",
                "id",
                id,
                "width",
                width,
                "height",
                width,
                "patternUnits",
                "userSpaceOnUse",
                "patternTransform",
                "rotate(" + (id.equals("wholly") ? 45 : 135) + ")");
        out.shape("rect", "class", "ground", "width", width, "height", width);
        out.shape("rect", "class", "stroke", "width", width / 2.0, "height", width);
        out.close();
    }

    private void key(Markup out, String mark, String name) {
        out.open("li").open("svg", "width", 22, "height", BAR, "aria-hidden", "true");
        if (mark.equals("at")) {
            out.shape("path", "class", mark, "d", "M11 0V" + BAR);
        } else {
            out.shape("rect", "class", mark.equals("wholly") ? mark : "bar", "width", 22, "height", BAR);
            if (mark.equals("partly")) {
                out.shape("rect", "class", mark, "y", BAR - STRIP, "width", 22, "height", STRIP);
            } else if (mark.equals("turn")) {
                out.shape("path", "class", mark, "d", "M11 0V" + BAR);
            }
        }
        out.close().text(" " + words.of(name)).close();
    }

    void write(Markup out, String code, List<IndexedRegulation> regulations) {
        int rows = regulations.size()
                + regulations.stream().mapToInt(one -> one.provisions().size()).sum();
        int height = HEAD + rows * ROW;
        String label = words.of("timeline") + ": " + code;
        out.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", label);
        out.open("svg", "class", "side", "width", SIDE, "height", height, "aria-hidden", "true");
        names(out, regulations);
        out.end();
        out.open("svg", "width", scale.width(), "height", height, "role", "img", "aria-label", label);
        scale.years(out, height, HEAD);
        int y = HEAD;
        for (IndexedRegulation one : regulations) {
            out.leaf("text", one.regulation().title().in(words.language()), "class", "title", "x", 4, "y", y + BAR)
                    .line();
            y += ROW;
            for (IndexedProvision provision : one.provisions()) {
                row(out, provision, y + (ROW - BAR) / 2);
                y += ROW;
            }
        }
        out.titled(
                "path",
                index.at().toString(),
                "class",
                "at",
                "d",
                "M" + scale.x(index.at()) + " " + HEAD + "V" + height);
        out.end().end();
    }

    private void names(Markup out, List<IndexedRegulation> regulations) {
        int y = HEAD + BAR;
        for (IndexedRegulation one : regulations) {
            name(out, one.regulation().id(), 0, y);
            y += ROW;
            for (IndexedProvision provision : one.provisions()) {
                name(out, provision.provision().name(), INDENT, y);
                y += ROW;
            }
        }
    }

    private static void name(Markup out, String name, int x, int y) {
        boolean fits = name.codePointCount(0, name.length()) <= NAME;
        out.open("text", "class", x == 0 ? "name" : "part", "x", x, "y", y);
        out.text(fits ? name : name.substring(0, name.offsetByCodePoints(0, NAME - 1)) + "\u2026");
        if (!fits) {
            out.leaf("title", name);
        }
        out.end();
    }

    private void row(Markup out, IndexedProvision one, int y) {
        Provision provision = one.provision();
        String name = provision.name() + ", " + provision.title().in(words.language()) + ": ";
        boolean later = provision.since().isAfter(index.at());
        bar(out, new Mark(later ? "bar later" : "bar", one.days(), name + words.days(one.days())), y, BAR);
        for (IndexedProvision.Unread gap : one.unread()) {
            String title = name
                    + words.of(
                            "unknown",
                            Map.of("days", words.days(gap.days()), "names", String.join(", ", gap.parameters())));
            int height = gap.whole() ? BAR : STRIP;
            bar(out, new Mark(gap.whole() ? "wholly" : "partly", gap.days(), title), y + BAR - height, height);
        }
        for (IndexedProvision.Change change : one.changes()) {
            if (scale.shows(change.day())) {
                String title = words.of(
                        "changes", Map.of("day", change.day(), "names", String.join(", ", change.parameters())));
                out.titled(
                        "path", name + title, "class", "turn", "d", "M" + scale.x(change.day()) + " " + y + "v" + BAR);
            }
        }
        out.line();
    }

    /** What is drawn for some days. */
    private record Mark(String colour, Period days, String title) {}

    private void bar(Markup out, Mark mark, int y, int height) {
        int x = scale.x(mark.days().first());
        int width = scale.end(mark.days()) - x;
        if (width > 0) {
            out.titled("rect", mark.title(), "class", mark.colour(), "x", x, "y", y, "width", width, "height", height);
        }
    }
}
