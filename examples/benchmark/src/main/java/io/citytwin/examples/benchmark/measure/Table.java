package io.citytwin.examples.benchmark.measure;

import java.util.List;
import java.util.Locale;

/** Writes figures as a Markdown table. */
final class Table {

    private Table() {}

    static String of(List<Figures> all, Options options) {
        StringBuilder text = new StringBuilder();
        text.append("Updates per second of processor time, medians of ")
                .append(options.forks())
                .append(options.forks() == 1 ? " machine" : " machines")
                .append("; same findings at every checkpoint (hashes).\n\n");
        text.append(
                "| engine | twins | batch 1 | batch 100 | batch 1000 | p50 / p99 / max of 100 | garbage per update |\n");
        text.append("|---|---|---|---|---|---|---|\n");
        for (Figures one : all) {
            text.append(row(
                    one.contender().title(),
                    format("%,d", one.size()),
                    thousands(one.median("rate.1")),
                    thousands(one.median("rate.100")),
                    thousands(one.median("rate.1000")),
                    time(one.median("p50.100")) + " / " + time(one.median("p99.100")) + " / "
                            + time(one.median("max.100")),
                    bytes(one.median("allocated.100"))));
        }
        text.append(
                "\n| engine | twins | heap per twin | a level changes, p50 / p99 | the hour changes, p50 / p99 "
                        + "| worked out ahead | law read | engine ready | all twins in |\n|---|---|---|---|---|---|---|---|---|\n");
        for (Figures one : all) {
            text.append(row(
                    one.contender().title(),
                    format("%,d", one.size()),
                    bytes(one.median("heap.bytes")),
                    time(one.median("level.p50.us")) + " / " + time(one.median("level.p99.us")),
                    time(one.median("clock.p50.us")) + " / " + time(one.median("clock.p99.us")),
                    time(1000 * (one.median("level.ahead.ms") + one.median("clock.ahead.ms"))),
                    time(1000 * one.median("law.ms")),
                    time(1000 * one.median("engine.ms")),
                    time(1000 * one.median("load.ms"))));
        }
        return text.toString();
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String format(String pattern, Object value) {
        return String.format(Locale.ROOT, pattern, value);
    }

    private static String thousands(double rate) {
        return Double.isNaN(rate) ? "-" : format("%,.0fk", rate / 1000);
    }

    private static String bytes(double bytes) {
        // A small city drowns in what the machine itself frees meanwhile.
        return bytes < 0 ? "-" : format("%,.0f B", bytes);
    }

    private static String time(double microseconds) {
        if (microseconds < 1000) {
            return format("%.1f us", microseconds);
        }
        return microseconds < 1_000_000
                ? format("%.1f ms", microseconds / 1000)
                : format("%.1f s", microseconds / 1_000_000);
    }
}
