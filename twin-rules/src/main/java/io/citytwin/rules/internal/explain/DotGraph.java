package io.citytwin.rules.internal.explain;

import java.util.ArrayList;
import java.util.List;

/** Writes boxes as a graph in the language of Graphviz. For one thread at a time. */
final class DotGraph {

    private final StringBuilder out = new StringBuilder();
    private int boxes;

    private DotGraph() {}

    static String of(Box outcome) {
        DotGraph graph = new DotGraph();
        graph.out.append(
                "digraph explanation {\n  node [shape=box, style=\"rounded,filled\", fontname=\"sans-serif\"];\n");
        graph.write(outcome);
        return graph.out.append("}\n").toString();
    }

    private int write(Box box) {
        int own = boxes++;
        List<String> lines = new ArrayList<>();
        lines.add(box.title());
        lines.addAll(box.lines());
        out.append("  n")
                .append(own)
                .append(" [fillcolor=\"")
                .append(colour(box.kind()))
                .append("\", label=\"");
        lines.forEach(line -> Wrapped.lines(line, 330, false)
                .forEach(part -> out.append(escaped(part)).append("\\l")));
        out.append('"')
                .append(box.kind() == Box.Kind.FLIP ? ", style=\"rounded,dashed\"" : "")
                .append("];\n");
        for (Box below : box.below()) {
            int other = write(below);
            out.append("  n")
                    .append(own)
                    .append(" -> n")
                    .append(other)
                    .append(below.kind() == Box.Kind.FLIP ? " [style=dashed, dir=back]" : "")
                    .append(";\n");
        }
        return own;
    }

    private static String colour(Box.Kind kind) {
        return switch (kind) {
            case ALLOWED -> "#dafbe1";
            case FORBIDDEN -> "#ffebe9";
            case UNKNOWN -> "#fff8c5";
            case LEVEL -> "#fbefff";
            case PROVISION -> "#ddf4ff";
            case NOT -> "#fff1e5";
            case LAW, READING, FLIP -> "#f6f8fa";
        };
    }

    /** Nothing in a label ends it or becomes an escape; control characters become blanks. */
    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints().forEach(code -> {
            if (code == '"' || code == '\\') {
                safe.append('\\');
            }
            safe.appendCodePoint(Character.isISOControl(code) ? ' ' : code);
        });
        return safe.toString();
    }
}
