package io.citytwin.rules;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a candidate law differs from the one that the city goes by. Immutable.
 *
 * @param from the first moment compared
 * @param until the last moment compared
 * @param levels {@code regulation/level} to the number of days and twins for which it has another state
 * @param actuators {@code Type.property} to how often another claim won than in the city
 * @param passages how many settled passages have another outcome or fee
 * @param provisions id of a provision to the number of differences in which it has a say in one of both only
 * @param refused how many inputs name what the candidate does not have; it goes on without them
 * @param firsts the first difference of each level, kind of actuator, and of passages and refused inputs, in the order of
 *     their moments
 * @param isolated provisions of the candidate whose evaluation was stopped, sorted by regulation and provision
 * @param failure why the candidate could not go on; empty as long as it can
 */
public record ShadowReport(
        Instant from,
        Instant until,
        SortedMap<String, Long> levels,
        SortedMap<String, Long> actuators,
        long passages,
        SortedMap<String, Long> provisions,
        long refused,
        List<Difference> firsts,
        List<Isolated> isolated,
        Optional<String> failure) {

    /** Copies the collections. */
    public ShadowReport {
        levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
        actuators = Collections.unmodifiableSortedMap(new TreeMap<>(actuators));
        provisions = Collections.unmodifiableSortedMap(new TreeMap<>(provisions));
        firsts = List.copyOf(firsts);
        isolated = List.copyOf(isolated);
    }

    /**
     * One thing that came out otherwise. Immutable.
     *
     * @param at when
     * @param what the level, actuator, passage or input
     * @param live what came out in the city
     * @param candidate what would have come out
     * @param liveWhy the findings that decided in the city
     * @param candidateWhy the findings that would have decided
     */
    public record Difference(
            Instant at, String what, String live, String candidate, List<Finding> liveWhy, List<Finding> candidateWhy) {

        /** Copies the lists. */
        public Difference {
            liveWhy = List.copyOf(liveWhy);
            candidateWhy = List.copyOf(candidateWhy);
        }

        @Override
        public String toString() {
            return at + " " + what + ": " + live + why(liveWhy) + ", candidate " + candidate + why(candidateWhy);
        }

        private static String why(List<Finding> findings) {
            return findings.isEmpty()
                    ? ""
                    : " ("
                            + String.join(
                                    ", ",
                                    findings.stream()
                                            .map(one -> one.provision().id())
                                            .distinct()
                                            .toList())
                            + ")";
        }
    }

    /**
     * The first thing that came out otherwise.
     *
     * @return with its reasons; empty if nothing did
     */
    public Optional<Difference> first() {
        return firsts.stream().findFirst();
    }

    /**
     * Whether the candidate came out like the law of the city in everything.
     *
     * @return false also if it failed, or an evaluation of it was stopped
     */
    public boolean isSame() {
        return firsts.isEmpty() && isolated.isEmpty() && failure.isEmpty();
    }

    /**
     * All counts and the first differences for a terminal.
     *
     * @return several lines
     */
    public String text() {
        StringBuilder text = new StringBuilder("compared " + from + " to " + until + "\n");
        levels.forEach((name, count) -> line(text, name, count, "states"));
        actuators.forEach((name, count) -> line(text, name, count, "claims"));
        line(text, "passages", passages, "settled otherwise");
        provisions.forEach((name, count) -> line(text, name, count, "times of one law only"));
        line(text, "inputs", refused, "refused");
        firsts.forEach(difference -> text.append("first: ").append(difference).append('\n'));
        isolated.forEach(one -> text.append("stopped: ")
                .append(one.regulation())
                .append('/')
                .append(one.provision())
                .append(", ")
                .append(one.reason())
                .append('\n'));
        failure.ifPresent(why -> text.append("failed: ").append(why).append('\n'));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, long count, String what) {
        if (count > 0) {
            text.append(name)
                    .append(": ")
                    .append(count)
                    .append(' ')
                    .append(what)
                    .append('\n');
        }
    }
}
