package io.citytwin.examples.milan.report;

import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Passages of all gates of a zone that were decided alike. Immutable. */
record Reasons(String zone, String outcome, String reason, long passages) {

    private static final Comparator<Reasons> ORDER = Comparator.comparing(Reasons::zone)
            .thenComparing(Reasons::outcome)
            .thenComparing(Comparator.comparingLong(Reasons::passages).reversed())
            .thenComparing(Reasons::reason);

    /** By zone and outcome, the most frequent reason first. */
    static List<Reasons> of(List<GateTally> gates) {
        SortedMap<String, Reasons> summed = new TreeMap<>();
        for (GateTally gate : gates) {
            Reasons one = new Reasons(gate.zone(), gate.outcome(), gate.reason(), gate.passages());
            summed.merge(gate.zone() + '\n' + gate.outcome() + '\n' + gate.reason(), one, Reasons::plus);
        }
        return summed.values().stream().sorted(ORDER).toList();
    }

    private Reasons plus(Reasons other) {
        return new Reasons(zone, outcome, reason, passages + other.passages);
    }
}
