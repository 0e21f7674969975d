package io.citytwin.adapter.simulated;

import io.citytwin.adapter.simulated.internal.Device;
import io.citytwin.core.model.Actuator;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Lease;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A device, what it told last, and by actuator the directive it was asked last, the one it did last, and until when. For
 * one thread at a time.
 */
final class Kept {

    private final Device device;
    private final Map<String, Value> told = new HashMap<>();
    private final Map<String, String> asked = new HashMap<>();
    private final Map<String, String> done = new HashMap<>();
    private final Map<String, Instant> leased = new HashMap<>();
    private final Set<String> watched = new HashSet<>();

    Kept(Device device) {
        this.device = device;
    }

    Device device() {
        return device;
    }

    TwinId id() {
        return device.twin().id();
    }

    void ask(Directive directive) {
        asked.put(directive.property(), directive.id());
    }

    boolean isAsked(Directive directive) {
        return directive.id().equals(asked.get(directive.property()));
    }

    /** The device acts once, however often it is asked. */
    void take(Directive directive, Instant at) {
        if (!directive.id().equals(done.put(directive.property(), directive.id()))) {
            device.take(directive.property(), directive.value(), at);
        }
    }

    boolean does(Directive directive) {
        return isAsked(directive) && directive.id().equals(done.get(directive.property()));
    }

    /**
     * Holds what it was asked until a lease ends, or for good.
     *
     * @return whether nobody watches yet that the lease ends
     */
    boolean lease(Directive directive, Optional<Lease> until) {
        if (until.isEmpty()) {
            leased.remove(directive.property());
            return false;
        }
        leased.put(directive.property(), until.get().until());
        return watched.add(directive.property());
    }

    /** Nobody watches any more that a lease ends. */
    void unwatch(String property) {
        watched.remove(property);
    }

    Optional<Instant> leasedUntil(String property) {
        return Optional.ofNullable(leased.get(property));
    }

    /** Whether it does what it was asked last. */
    boolean does(String property) {
        String last = asked.get(property);
        return last != null && last.equals(done.get(property));
    }

    /** Forgets what it was asked and takes its safe value: the same directive is news again. */
    void beSafe(String property, Instant at) {
        Actuator actuator =
                Objects.requireNonNull(device.twin().type().actuators().get(property), property);
        asked.remove(property);
        done.remove(property);
        leased.remove(property);
        device.take(property, actuator.safe(), at);
    }

    /** Whether the device has not told this last. */
    boolean isNews(String property, Value value) {
        return !value.equals(told.put(property, value));
    }

    Optional<Value> lastTold(String property) {
        return Optional.ofNullable(told.get(property));
    }

    /** The device has told this before. */
    void told(String property, Value value) {
        told.put(property, value);
    }
}
