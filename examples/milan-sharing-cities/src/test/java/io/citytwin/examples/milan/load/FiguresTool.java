package io.citytwin.examples.milan.load;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints what was measured as a table. For one thread at a time. */
final class FiguresTool {

    private final Map<String, String> rows = new LinkedHashMap<>();

    void add(String what, String value) {
        rows.put(what, value);
    }

    void add(String what, long value) {
        add(what, String.format(Locale.ROOT, "%,d", value));
    }

    void millis(String what, Duration value) {
        add(what + ", ms", String.format(Locale.ROOT, "%.1f", value.toNanos() / 1e6));
    }

    void mebibytes(String what, long bytes) {
        add(what + ", MiB", bytes >> 20);
    }

    String print() {
        String table = rows.entrySet().stream()
                .map(row -> "| " + row.getKey() + " | " + row.getValue() + " |")
                .collect(Collectors.joining("\n", "| what | figure |\n|---|---:|\n", "\n"));
        System.out.println(table);
        return table;
    }
}
