package io.citytwin.rules.internal.engine;

import io.citytwin.rules.Finding;
import io.citytwin.rules.ShadowReport.Difference;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts differences by what they are about, and keeps the first of each. For one thread at a time. */
final class ShadowTally {

    private final SortedMap<String, Long> counts = new TreeMap<>();
    private final SortedMap<String, Long> provisions = new TreeMap<>();
    private final Map<String, Difference> firsts = new TreeMap<>();

    /** Another difference about something. */
    void add(String about, Difference difference) {
        counts.merge(about, 1L, Long::sum);
        firsts.merge(about, difference, (one, other) -> other.at().isBefore(one.at()) ? other : one);
        Set<String> live = said(difference.liveWhy());
        Set<String> candidate = said(difference.candidateWhy());
        Set<String> ofOne = new HashSet<>(live);
        ofOne.addAll(candidate);
        ofOne.removeIf(one -> live.contains(one) && candidate.contains(one));
        ofOne.stream()
                .map(one -> one.substring(0, one.indexOf(' ')))
                .distinct()
                .forEach(one -> provisions.merge(one, 1L, Long::sum));
    }

    private static Set<String> said(List<Finding> findings) {
        return findings.stream()
                .map(one -> one.provision().id() + " " + one.effect())
                .collect(Collectors.toSet());
    }

    SortedMap<String, Long> counts() {
        return counts;
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    SortedMap<String, Long> provisions() {
        return provisions;
    }

    List<Difference> firsts() {
        return firsts.values().stream()
                .sorted(Comparator.comparing(Difference::at).thenComparing(Difference::what))
                .toList();
    }
}
