package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.TwinId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** All observations so far, corrections included; those that no law asks for are only kept aside. For one thread at a time. */
final class Observed {

    private final Map<Series, NavigableMap<Instant, List<Observation>>> series = new HashMap<>();

    private List<Observation> omitted = new ArrayList<>();

    private record Series(TwinId twin, String property) {}

    void add(Observation observation) {
        series.computeIfAbsent(new Series(observation.twin(), observation.property()), key -> new TreeMap<>())
                .computeIfAbsent(observation.measuredAt(), key -> new ArrayList<>(1))
                .add(observation);
    }

    boolean has(Observation observation) {
        NavigableMap<Instant, List<Observation>> all =
                series.get(new Series(observation.twin(), observation.property()));
        return all != null
                && all.getOrDefault(observation.measuredAt(), List.of()).contains(observation);
    }

    /** All that law asks for, in the order of arrival for each property and time. */
    List<Observation> all() {
        return series.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<Series, ?> each) -> each.getKey().twin())
                        .thenComparing(each -> each.getKey().property()))
                .flatMap(each -> each.getValue().values().stream())
                .flatMap(List::stream)
                .toList();
    }

    /** Keeps an observation aside until a law asks for it. */
    void omit(Observation observation) {
        omitted.add(observation);
    }

    /** What was kept aside so far, in the order in which it came; none of it is any more. */
    List<Observation> takeOmitted() {
        List<Observation> all = omitted;
        omitted = new ArrayList<>();
        return all;
    }

    /**
     * The observations measured in {@code [from, to)} as they were known: of each source the last word on each instant.
     */
    List<Observation> between(TwinId twin, String property, Span span) {
        NavigableMap<Instant, List<Observation>> all = series.get(new Series(twin, property));
        if (all == null) {
            return List.of();
        }
        List<Observation> known = new ArrayList<>();
        all.subMap(span.from(), true, span.to(), false).values().forEach(said -> {
            Map<String, Observation> last = new TreeMap<>();
            said.stream()
                    .filter(observation -> !observation.receivedAt().isAfter(span.known()))
                    .forEach(observation -> last.put(observation.source(), observation));
            known.addAll(last.values());
        });
        return known;
    }

    /** A span of time and what of it was known. */
    record Span(Instant from, Instant to, Instant known) {}
}
