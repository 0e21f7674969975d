package io.citytwin.core.sync;

import io.citytwin.core.spi.Evaluated;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A city's health in words. Immutable. */
final class HealthText {

    private final CityHealth health;

    HealthText(CityHealth health) {
        this.health = health;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("At " + health.at() + ", after " + health.inputs() + " inputs");
        lines.add("  waiting     " + health.queues().agenda() + " on the agenda, "
                + health.queues().unwritten() + " unwritten, "
                + ago(health.queues().lag()) + " behind the clock");
        lines.add("  directives  " + counts(health.directives()));
        lines.add("  refused     " + counts(health.deadLetters()));
        lines.add("  unleased    " + counts(health.leasesUnkept()));
        lines.add("  sources     "
                + words(health.sources().entrySet().stream()
                        .map(each -> each.getKey() + " " + ago(since(each.getValue())) + " ago")
                        .collect(Collectors.joining(", "))));
        lines.add("  provisions  " + provisions());
        lines.add(health.alarms().isEmpty() ? "Nothing needs somebody to look." : "Somebody has to look:");
        health.alarms()
                .forEach(alarm -> lines.add("  " + alarm.kind() + " since " + alarm.since() + ": " + alarm.text()));
        return lines;
    }

    /** The same, and how long ago that was by the clock of whoever looks. */
    List<String> lines(Instant now) {
        List<String> lines = lines();
        Duration age = Duration.between(health.at(), now);
        lines.add(
                1,
                "  told        "
                        + (age.isNegative()
                                ? ago(age.negated()) + " ahead of this machine's clock"
                                : ago(age) + " ago by this machine's clock"));
        return lines;
    }

    private String provisions() {
        Optional<Instant> oldest = health.provisions().stream()
                .map(Evaluated::evaluated)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
        return health.provisions().size()
                + oldest.map(at -> ", each evaluated " + ago(since(at)) + " ago or later")
                        .orElse("");
    }

    private Duration since(Instant moment) {
        return Duration.between(moment, health.at());
    }

    private static String ago(Duration age) {
        return age.toHours() >= 1 ? age.toHours() + " h " + age.toMinutesPart() + " min" : age.toMinutes() + " min";
    }

    private static String counts(Map<?, Long> counts) {
        return words(counts.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey())
                .collect(Collectors.joining(", ")));
    }

    private static String words(String listed) {
        return listed.isEmpty() ? "none" : listed;
    }
}
