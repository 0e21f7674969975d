package io.citytwin.examples.benchmark.measure;

import java.util.List;
import java.util.Locale;

/** Writes the figures of the whole way through the graph as Markdown. */
final class GraphTable {

    private GraphTable() {}

    static String of(List<Figures> all, int forks) {
        StringBuilder text = new StringBuilder();
        text.append(
                        "Observations per second of processor time, from the public call to findings that are up to date, with all ")
                .append("that happened in a journal in memory; medians of ")
                .append(forks)
                .append(forks == 1 ? " machine.\n\n" : " machines.\n\n")
                .append(
                        "| twins | observations | p50 / p99 / max of 1000 | heap per twin: graph, findings, of these the law | classes ")
                .append(
                        "| another law: work beside, p50 / p99 / max of 1000 meanwhile, turn told, a shard held |\n|---|---|---|---|---|---|\n");
        for (Figures one : all) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %,d | %,.0fk | %.2f / %.2f / %.1f ms | %.0f, %.0f, %.0f B | %,.0f | %.1f s, %.2f / %.2f / %.1f ms, %.1f ms, %.1f ms |%n",
                    one.size(),
                    one.median("rate") / 1_000,
                    one.median("p50") / 1_000,
                    one.median("p99") / 1_000,
                    one.median("max") / 1_000,
                    one.median("heap.graph"),
                    one.median("heap.engine"),
                    one.median("heap.law"),
                    one.median("classes"),
                    one.median("reform.work") / 1_000_000,
                    one.median("reform.wait.p50") / 1_000,
                    one.median("reform.wait.p99") / 1_000,
                    one.median("reform.wait.max") / 1_000,
                    one.median("reform.turn") / 1_000,
                    one.median("reform.hold") / 1_000));
        }
        return text.toString();
    }
}
