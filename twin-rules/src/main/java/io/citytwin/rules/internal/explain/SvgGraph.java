package io.citytwin.rules.internal.explain;

import io.citytwin.core.text.Markup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Draws boxes: the outcome on top, below it columns in which each box stands under what it supports, so that nothing can
 * overlap. For one thread at a time.
 */
final class SvgGraph {

    private static final int MARGIN = 20;
    private static final int COLUMN = 330;
    private static final int GAP = 34;
    private static final int INDENT = 20;
    private static final int LINE = 16;
    private static final int PAD = 9;
    private static final int SPACE = 10;
    private static final int LANE = 6;
    private static final int MOST_COLUMNS = 3;

    private static final String STYLE = """
            svg{background:#fff;font:12px system-ui,"Segoe UI",Roboto,sans-serif}
            text{fill:#1b1f24}.t{font-weight:600}.h{font-style:italic}.o{font-size:16px;font-weight:700}
            path{fill:none;stroke:#8b949e;stroke-width:1.3}
            path.flip,rect.flip{stroke:#1a7f37;stroke-dasharray:5 4}
            path.not{stroke:#bc4c00}
            rect{fill:#f6f8fa;stroke:#8b949e;rx:5}
            rect.allowed{fill:#dafbe1;stroke:#1a7f37}rect.forbidden{fill:#ffebe9;stroke:#cf222e}
            rect.unknown{fill:#fff8c5;stroke:#9a6700}rect.level{fill:#fbefff;stroke:#8250df}
            rect.provision{fill:#ddf4ff;stroke:#0969da}rect.not{fill:#fff1e5;stroke:#bc4c00}rect.flip{fill:#fff}
            @media(prefers-color-scheme:dark){svg{background:#0d1117}text{fill:#e6edf3}
            rect{fill:#161b22;stroke:#6e7681}path{stroke:#6e7681}
            rect.allowed{fill:#12261e;stroke:#3fb950}rect.forbidden{fill:#2d1417;stroke:#f85149}
            rect.unknown{fill:#272115;stroke:#d29922}rect.level{fill:#1f1731;stroke:#a371f7}
            rect.provision{fill:#0c2d4a;stroke:#4493f8}rect.not{fill:#2b1a0d;stroke:#f0883e}path.not{stroke:#f0883e}
            rect.flip{fill:#0d1117}path.flip,rect.flip{stroke:#3fb950}}
            """;

    private final Markup shapes = new Markup();
    private int bottom;

    /** What of an explanation a column shows; the name in small letters is the style of its lines. */
    private enum Part {
        WHY("why"),
        FLIP("what alone would change it"),
        NOT("why not otherwise");

        private final String heading;

        Part(String heading) {
            this.heading = heading;
        }

        static Part of(Box box) {
            return box.kind() == Box.Kind.FLIP ? FLIP : box.kind() == Box.Kind.NOT ? NOT : WHY;
        }

        String style() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A column of boxes that have a line to the outcome in common. */
    private record Column(Part part, List<Box> boxes) {}

    private SvgGraph() {}

    static String of(Box outcome) {
        return new SvgGraph().draw(outcome);
    }

    private String draw(Box outcome) {
        List<Column> columns = new ArrayList<>();
        for (Part part : Part.values()) {
            columns.addAll(columns(
                    part,
                    outcome.below().stream().filter(box -> Part.of(box) == part).toList()));
        }
        int width = Math.max(1, columns.size()) * (COLUMN + GAP) - GAP + 2 * MARGIN;
        int headHeight = (outcome.lines().size() + 1) * (LINE + 2) + 2 * PAD;
        int head = Math.min(width - 2 * MARGIN, 2 * COLUMN);
        int left = (width - head) / 2;
        rect(outcome.kind(), left, MARGIN, head, headHeight);
        List<String> lines = new ArrayList<>();
        lines.add(outcome.title());
        outcome.lines().forEach(line -> lines.addAll(Wrapped.lines(line, head - 2 * PAD, false)));
        texts(lines, "o", left + PAD, MARGIN);
        int below = MARGIN + headHeight;
        for (int index = 0; index < columns.size(); index++) {
            int x = MARGIN + index * (COLUMN + GAP);
            Column column = columns.get(index);
            // Lines of one style in one lane, so that none hides another.
            int lane = below + SPACE + LANE * column.part().ordinal();
            int start = width / 2 + LANE * (column.part().ordinal() - 1);
            path(column.part().style(), start, below, "V" + lane + "H" + (x + 4));
            column(column, x, lane, below + SPACE + LANE * Part.values().length);
        }
        return svg(width, bottom + MARGIN);
    }

    /** As many as make them about equally long, but not more than one can look at. */
    private List<Column> columns(Part part, List<Box> boxes) {
        if (boxes.isEmpty()) {
            return List.of();
        }
        int all = boxes.stream().mapToInt(box -> height(box, COLUMN - INDENT)).sum();
        int number = Math.max(1, Math.min(Math.min(MOST_COLUMNS, boxes.size()), all / 700 + 1));
        List<List<Box>> parts = new ArrayList<>();
        for (int index = 0; index < number; index++) {
            parts.add(new ArrayList<>());
        }
        for (Box box : boxes) {
            parts.stream()
                    .min(Comparator.comparingInt(some -> some.stream()
                            .mapToInt(one -> height(one, COLUMN - INDENT))
                            .sum()))
                    .orElseThrow()
                    .add(box);
        }
        return parts.stream().map(some -> new Column(part, some)).toList();
    }

    private void column(Column column, int x, int lane, int top) {
        shapes.leaf("text", column.part().heading, "class", "h", "x", x + INDENT, "y", top + LINE - 4)
                .line();
        int y = top + LINE + SPACE / 2;
        for (Box box : column.boxes()) {
            path(column.part().style(), x + 4, lane, "V" + (y + PAD + LINE / 2) + "H" + (x + INDENT));
            y = tree(box, x + INDENT, y, COLUMN - INDENT);
        }
        bottom = Math.max(bottom, y);
    }

    /** Draws a box and all below it; answers where the next one can stand. */
    private int tree(Box box, int x, int y, int width) {
        List<String> lines = lines(box, width);
        int own = lines.size() * LINE + 2 * PAD - 3;
        rect(box.kind(), x, y, width, own);
        texts(lines, "t", x + PAD, y);
        int next = y + own + SPACE;
        for (Box below : box.below()) {
            path(
                    below.kind() == Box.Kind.FLIP ? "flip" : "why",
                    x + 8,
                    y + own,
                    "V" + (next + PAD + LINE / 2) + "H" + (x + INDENT));
            next = tree(below, x + INDENT, next, width - INDENT);
        }
        return next;
    }

    private static int height(Box box, int width) {
        return lines(box, width).size() * LINE
                + 2 * PAD
                + SPACE
                + box.below().stream()
                        .mapToInt(below -> height(below, width - INDENT))
                        .sum();
    }

    private static List<String> lines(Box box, int width) {
        List<String> lines = new ArrayList<>(Wrapped.lines(box.title(), width - 2 * PAD, true));
        box.lines().forEach(line -> lines.addAll(Wrapped.lines(line, width - 2 * PAD, false)));
        return lines;
    }

    private void rect(Box.Kind kind, int x, int y, int width, int height) {
        shapes.shape(
                        "rect",
                        "class",
                        kind.name().toLowerCase(Locale.ROOT),
                        "x",
                        x,
                        "y",
                        y,
                        "width",
                        width,
                        "height",
                        height)
                .line();
    }

    private void texts(List<String> lines, String first, int x, int y) {
        int base = y + PAD + LINE - 5;
        for (int index = 0; index < lines.size(); index++) {
            if (index == 0) {
                shapes.leaf("text", lines.get(index), "class", first, "x", x, "y", base);
            } else {
                shapes.leaf("text", lines.get(index), "x", x, "y", base + index * LINE + (first.equals("o") ? 4 : 0));
            }
            shapes.line();
        }
    }

    private void path(String style, int x, int y, String way) {
        shapes.shape("path", "class", style, "d", "M" + x + " " + y + way).line();
    }

    private String svg(int width, int height) {
        return new Markup()
                .open(
                        "svg",
                        "xmlns",
                        "http://www.w3.org/2000/svg",
                        "width",
                        width,
                        "height",
                        height,
                        "viewBox",
                        "0 0 " + width + " " + height)
                .line()
                .open("style")
                .verbatim(STYLE)
                .end()
                .verbatim(shapes.toString())
                .end()
                .toString();
    }
}
