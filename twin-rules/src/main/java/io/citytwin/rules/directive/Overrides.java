package io.citytwin.rules.directive;

import io.citytwin.core.signal.Input;
import io.citytwin.rules.internal.engine.Bid;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The actuators that persons have taken, and until when. For one thread at a time. */
final class Overrides {

    private final SortedMap<ActuatorId, Input.Overridden> held = new TreeMap<>();

    /**
     * Takes what was said since the last step, and ends what is over.
     *
     * @return actuators that were taken or let go
     */
    SortedSet<ActuatorId> step(List<Input> inputs, Instant moment) {
        SortedSet<ActuatorId> changed = new TreeSet<>();
        for (Input input : inputs) {
            if (input instanceof Input.Overridden said) {
                changed.add(take(said));
            }
        }
        for (Map.Entry<ActuatorId, Input.Overridden> each : List.copyOf(held.entrySet())) {
            if (!moment.isBefore(each.getValue().until())) {
                held.remove(each.getKey());
                changed.add(each.getKey());
            }
        }
        return changed;
    }

    private ActuatorId take(Input.Overridden said) {
        ActuatorId id = new ActuatorId(said.twin(), said.property());
        if (said.value().isPresent()) {
            held.put(id, said);
        } else {
            held.remove(id);
        }
        return id;
    }

    List<Input.Overridden> state() {
        return List.copyOf(held.values());
    }

    void restore(List<Input.Overridden> kept) {
        kept.forEach(this::take);
    }

    Optional<Bid> bid(ActuatorId id) {
        return Optional.ofNullable(held.get(id))
                .flatMap(said -> said.value().map(value -> Claim.override(value, said.by(), said.reason())))
                .map(Bid::ofPerson);
    }
}
