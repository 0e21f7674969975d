package io.citytwin.adapter.simulated.internal;

import io.citytwin.core.model.Actuator;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What the actuators of a device were asked to take, and since when. Immutable. */
public final class Settings {

    private final AssetType type;
    private final Map<String, List<Setting>> taken;

    private Settings(AssetType type, Map<String, List<Setting>> taken) {
        this.type = type;
        this.taken = taken;
    }

    /**
     * A device that rests.
     *
     * @param type with its actuators
     * @return settings without a change
     */
    public static Settings resting(AssetType type) {
        return new Settings(type, Map.of());
    }

    /**
     * The same with one more change.
     *
     * @param property the actuator
     * @param value what it takes
     * @param since from when; not before the last change
     * @return new settings
     */
    public Settings with(String property, Value value, Instant since) {
        Map<String, List<Setting>> more = new TreeMap<>(taken);
        List<Setting> longer = new ArrayList<>(changes(property));
        longer.add(new Setting(since, value));
        more.put(property, Collections.unmodifiableList(longer));
        return new Settings(type, more);
    }

    /**
     * What an actuator has taken.
     *
     * @param property the actuator
     * @param moment any
     * @return its resting value before the first change
     */
    public Value at(String property, Instant moment) {
        List<Setting> changes = changes(property);
        for (int last = changes.size() - 1; last >= 0; last--) {
            if (!changes.get(last).since().isAfter(moment)) {
                return changes.get(last).value();
            }
        }
        return resting(property);
    }

    /**
     * All changes of an actuator.
     *
     * @param property the actuator
     * @return in their order
     */
    public List<Setting> changes(String property) {
        return taken.getOrDefault(property, List.of());
    }

    /**
     * What an actuator takes while nobody asks.
     *
     * @param property the actuator
     * @return its resting value
     */
    public Value resting(String property) {
        Actuator actuator = Objects.requireNonNull(type.actuators().get(property), property);
        return actuator.resting();
    }

    /**
     * The next change of any actuator.
     *
     * @param after a moment
     * @param until another
     * @return the first change after the one and before the other, or the other
     */
    public Instant nextChange(Instant after, Instant until) {
        Instant next = until;
        for (List<Setting> changes : taken.values()) {
            for (int last = changes.size() - 1;
                    last >= 0 && changes.get(last).since().isAfter(after);
                    last--) {
                next = changes.get(last).since().isBefore(next)
                        ? changes.get(last).since()
                        : next;
            }
        }
        return next;
    }

    /**
     * One change. Immutable.
     *
     * @param since from when
     * @param value what was taken
     */
    public record Setting(Instant since, Value value) {}
}
