package io.citytwin.adapter.mqtt.internal.sparkplug;

import io.citytwin.core.model.TwinId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is known of one edge node since its last birth. For one thread at a time. */
final class EdgeNode {

    /** The name that stands for a node itself, beside those of its devices. */
    static final String ITSELF = "";

    private static final int SEQUENCE = 256;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Map<Long, Known> aliases = new HashMap<>();
    private final Map<String, Map<String, Known>> names = new HashMap<>();
    private final Map<String, Map<TwinId, SortedSet<String>>> told = new LinkedHashMap<>();
    private boolean born;
    private long birth;
    private long last;
    private @Nullable Instant asked;

    /** A metric that a birth announced. */
    record Known(String name, int datatype) {}

    /** Begins anew. */
    void bear(long bdSeq, long seq) {
        aliases.clear();
        names.clear();
        born = true;
        birth = bdSeq;
        last = seq;
        asked = null;
    }

    boolean isBorn() {
        return born;
    }

    /** Whether a death belongs to the last birth: one of an earlier connection may come late. */
    boolean isDeathOf(OptionalLong bdSeq) {
        return bdSeq.isEmpty() || bdSeq.getAsLong() == birth;
    }

    void die() {
        born = false;
    }

    /** Takes the next number of the sequence, and says whether one is missing before it. */
    boolean misses(OptionalLong seq) {
        if (seq.isEmpty()) {
            return true;
        }
        long number = seq.getAsLong();
        boolean gap = number != last && number != (last + 1) % SEQUENCE;
        last = number;
        return gap;
    }

    /** Announces a metric of the node or a device. */
    void announce(String device, Metric metric) {
        metric.name().ifPresent(name -> {
            Known known = new Known(name, metric.datatype().orElse(0));
            names.computeIfAbsent(device, one -> new HashMap<>()).put(name, known);
            metric.alias().ifPresent(alias -> aliases.put(alias, known));
        });
    }

    /** Whether a device was born. */
    boolean knows(String device) {
        return names.containsKey(device);
    }

    /** What a birth said of a metric. */
    Optional<Known> known(String device, Metric metric) {
        if (metric.name().filter(name -> !name.isEmpty()).isPresent()) {
            return Optional.ofNullable(
                    names.getOrDefault(device, Map.of()).get(metric.name().get()));
        }
        return metric.alias().isPresent()
                ? Optional.ofNullable(aliases.get(metric.alias().getAsLong()))
                : Optional.empty();
    }

    /** Remembers what becomes unknown when a device dies. */
    void note(String device, TwinId twin, String property) {
        told.computeIfAbsent(device, one -> new LinkedHashMap<>())
                .computeIfAbsent(twin, one -> new TreeSet<>())
                .add(property);
    }

    /** What a device told, and what all told if it is the node itself that dies. */
    Map<TwinId, SortedSet<String>> forget(String device) {
        Map<TwinId, SortedSet<String>> lost = new LinkedHashMap<>();
        told.forEach((one, properties) -> {
            if (device.equals(ITSELF) || device.equals(one)) {
                properties.forEach((twin, of) ->
                        lost.computeIfAbsent(twin, any -> new TreeSet<>()).addAll(of));
            }
        });
        told.keySet().removeIf(one -> device.equals(ITSELF) || device.equals(one));
        return lost;
    }

    /** Whether it should be asked for a birth now; it is not asked again for a while. */
    boolean asks(Instant now) {
        if (asked != null && now.isBefore(asked.plus(PATIENCE))) {
            return false;
        }
        asked = now;
        return true;
    }
}
