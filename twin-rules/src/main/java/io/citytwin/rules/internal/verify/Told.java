package io.citytwin.rules.internal.verify;

import io.citytwin.rules.internal.yaml.Node;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was told for one day. Immutable.
 *
 * @param day the civil day that it is about
 * @param value as the case writes it
 * @param received when it reached the city; empty for the usual hour
 */
record Told(LocalDate day, Node.Scalar value, Optional<Instant> received) {

    private static final String MISSING = "missing";
    private static final List<String> KEYS = List.of("value", "received");

    /** Whether the value is one that nobody knows. */
    boolean missing() {
        return isMissing(value);
    }

    static boolean isMissing(Node node) {
        return node instanceof Node.Scalar scalar
                && scalar.plain()
                && scalar.text().equals(MISSING);
    }

    /** All values of a mapping from days; a list tells of one day several times. */
    static List<Told> read(Node.Mapping days, CivilTimes times, Complaints complaints) {
        List<Told> told = new ArrayList<>();
        for (Node.Entry entry : days.entries()) {
            times.day(entry.key()).ifPresent(day -> {
                List<Node> values = entry.value() instanceof Node.Items list ? list.items() : List.of(entry.value());
                values.forEach(value -> one(day, value, times, complaints).ifPresent(told::add));
            });
        }
        return told;
    }

    private static Optional<Told> one(LocalDate day, Node node, CivilTimes times, Complaints complaints) {
        if (!(node instanceof Node.Mapping late)) {
            return complaints
                    .scalar(node, "`58`, `missing` or `{value: 58, received: 2026-01-18 10:00}`")
                    .map(value -> new Told(day, value, Optional.empty()));
        }
        complaints.keys(late, KEYS);
        Optional<Node.Scalar> value = late.scalar("value");
        if (value.isEmpty()) {
            complaints.form(late, "`value` is missing.", "Maybe write `{value: 58, received: 2026-01-18 10:00}`.");
        }
        Optional<Instant> received = late.scalar("received").flatMap(times::instant);
        return value.map(text -> new Told(day, text, received));
    }
}
