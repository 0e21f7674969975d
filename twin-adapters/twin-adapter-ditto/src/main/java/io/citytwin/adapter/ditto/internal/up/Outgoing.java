package io.citytwin.adapter.ditto.internal.up;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.core.model.TwinId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What waits and what is under way: per Thing at most one patch of each. For one thread at a time: {@link Mirror} holds a
 * lock around every call.
 */
final class Outgoing {

    /** A merge under way. */
    record Flight(TwinId thing, ObjectNode patch, long upTo, int attempt, boolean guarded, long number) {}

    private static final class Slot {
        private @Nullable ObjectNode waiting;
        private long upTo;
        private boolean busy;
        private int attempt;
        private boolean guarded;
    }

    private record Drain(Map<TwinId, Long> open, CompletableFuture<Void> done) {}

    private final Map<TwinId, Slot> slots = new HashMap<>();
    private final Map<TwinId, Slot> ready = new LinkedHashMap<>();
    private final List<Drain> drains = new ArrayList<>();
    private long offers;
    private long flights;
    private int waiting;
    private int flying;

    /** Takes a patch; says whether it joined one that waited. */
    boolean offer(TwinId thing, ObjectNode patch) {
        Slot slot = slots.computeIfAbsent(thing, none -> new Slot());
        ObjectNode earlier = slot.waiting;
        put(slot, earlier == null ? patch.deepCopy() : MergePatches.compose(earlier, patch));
        slot.upTo = ++offers;
        if (!slot.busy) {
            ready.putIfAbsent(thing, slot);
        }
        return earlier != null;
    }

    boolean waits(TwinId thing) {
        Slot slot = slots.get(thing);
        return slot != null && slot.waiting != null;
    }

    int waiting() {
        return waiting;
    }

    int flying() {
        return flying;
    }

    /** The next merge to send, or null if nothing may be sent. */
    @Nullable
    Flight next(int window) {
        if (flying >= window || ready.isEmpty()) {
            return null;
        }
        Iterator<Map.Entry<TwinId, Slot>> first = ready.entrySet().iterator();
        Map.Entry<TwinId, Slot> entry = first.next();
        first.remove();
        Slot slot = entry.getValue();
        ObjectNode patch = Objects.requireNonNull(slot.waiting);
        put(slot, null);
        slot.busy = true;
        flying++;
        return new Flight(entry.getKey(), patch, slot.upTo, slot.attempt, slot.guarded, ++flights);
    }

    /** Ditto did it, or never will. Gives the drains that this completes, to be completed outside the lock. */
    List<CompletableFuture<Void>> answered(Flight flight) {
        Slot slot = slot(flight.thing());
        flying--;
        slot.attempt = 0;
        slot.guarded = false;
        freed(flight.thing(), slot);
        return drained(flight);
    }

    /** It has to be sent again; the Thing stays busy until {@link #free}. */
    void failed(Flight flight, boolean counts) {
        Slot slot = slot(flight.thing());
        flying--;
        ObjectNode later = slot.waiting;
        put(slot, later == null ? flight.patch() : MergePatches.compose(flight.patch(), later));
        slot.upTo = Math.max(slot.upTo, flight.upTo());
        slot.attempt += counts ? 1 : 0;
        slot.guarded = true;
    }

    /** The pause after a failure is over. */
    void free(TwinId thing) {
        freed(thing, slot(thing));
    }

    /** Completes when everything offered so far was answered. */
    CompletableFuture<Void> drained() {
        Map<TwinId, Long> open = new HashMap<>();
        slots.forEach((thing, slot) -> open.put(thing, slot.upTo));
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (open.isEmpty()) {
            done.complete(null);
        } else {
            drains.add(new Drain(open, done));
        }
        return done;
    }

    /** The drains that will not complete any more. */
    List<CompletableFuture<Void>> abandoned() {
        return drains.stream().map(Drain::done).toList();
    }

    private void freed(TwinId thing, Slot slot) {
        slot.busy = false;
        if (slot.waiting == null) {
            slots.remove(thing);
        } else {
            ready.put(thing, slot);
        }
    }

    private List<CompletableFuture<Void>> drained(Flight flight) {
        List<CompletableFuture<Void>> complete = new ArrayList<>();
        for (Drain drain : drains) {
            drain.open().computeIfPresent(flight.thing(), (thing, upTo) -> upTo <= flight.upTo() ? null : upTo);
            if (drain.open().isEmpty()) {
                complete.add(drain.done());
            }
        }
        drains.removeIf(drain -> drain.open().isEmpty());
        return complete;
    }

    private void put(Slot slot, @Nullable ObjectNode patch) {
        waiting += (patch == null ? 0 : 1) - (slot.waiting == null ? 0 : 1);
        slot.waiting = patch;
    }

    private Slot slot(TwinId thing) {
        return Objects.requireNonNull(slots.get(thing));
    }
}
