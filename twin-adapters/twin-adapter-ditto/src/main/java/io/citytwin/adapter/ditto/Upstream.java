package io.citytwin.adapter.ditto;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.adapter.ditto.internal.down.Uplink;
import io.citytwin.adapter.ditto.internal.provision.Provisioner;
import io.citytwin.adapter.ditto.internal.provision.Tally;
import io.citytwin.core.graph.Change;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.thing.ThingForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the changes of a graph to Ditto: own data, zones, and values of devices that do not speak Ditto. What a device
 * wrote to Ditto itself is never written back. Safe for use by many threads.
 */
final class Upstream {

    private static final Logger LOG = LoggerFactory.getLogger(DittoAdapter.class);
    private static final int ATTEMPTS = 20;

    private final TwinGraph graph;
    private final ThingForm form;
    private final Predicate<Twin> devices;
    private final Provisioner provisioner;
    private final Uplink uplink;
    private final Executor aside;
    private final Executor later;
    private final Map<TwinId, Integer> owed = new ConcurrentHashMap<>();
    private final Set<TwinId> foreign = ConcurrentHashMap.newKeySet();

    Upstream(DittoAdapterBuilder.Plan plan, Provisioner provisioner, Uplink uplink, Executor aside, Executor later) {
        this.graph = plan.graph();
        this.form = plan.form();
        this.devices = plan.devices();
        this.provisioner = provisioner;
        this.uplink = uplink;
        this.aside = aside;
        this.later = later;
    }

    /** Makes and takes away again what could not be while there was no connection. */
    void resume() {
        owed.replaceAll((id, attempts) -> 0);
        owed.keySet().forEach(id -> aside.execute(() -> settle(id)));
    }

    /** Notes whose a Thing is: what others made is left alone. */
    void seen(TwinId thing, JsonNode json) {
        if (provisioner.plans().ours(json)) {
            foreign.remove(thing);
        } else {
            foreign.add(thing);
        }
    }

    void changed(Change change) {
        TwinId id = change.twin();
        if (foreign.contains(id)) {
            return;
        }
        switch (change.kind()) {
            case ADDED, REMOVED -> aside.execute(() -> settle(id));
            case CHANGED, ZONES -> graph.find(id).ifPresent(twin -> uplink.offer(id, form.own(twin)));
            case OBSERVED ->
                graph.find(id).ifPresent(twin -> change.property().ifPresent(property -> observed(twin, property)));
            case DESIRED -> LOG.trace("What is desired goes out with its directive.");
        }
    }

    /** Makes the Thing of a twin that has none; blocks. Returns false if there is no such twin or it cannot be made. */
    boolean make(TwinId id) {
        Optional<Twin> twin = graph.find(id);
        if (twin.isEmpty()) {
            return false;
        }
        try {
            Tally tally = provisioner.one(twin.get());
            note(tally);
            return tally.problems().isEmpty();
        } catch (RuntimeException lost) {
            LOG.warn("The Thing of `{}` was not made: {}", id, lost.toString());
            return false;
        }
    }

    // Reported values of devices that speak Ditto belong to Ditto, wherever else they were heard.
    private void observed(Twin twin, String property) {
        boolean theirs = devices.test(twin) && twin.type().reported().contains(property);
        if (!theirs) {
            Optional.ofNullable(twin.observations().get(property))
                    .ifPresent(seen -> uplink.offer(twin.id(), form.observed(twin.type(), List.of(seen))));
        }
    }

    // By what the graph says now: a twin may have come and gone while its Thing could not be made.
    private void settle(TwinId id) {
        boolean done = graph.find(id).isPresent() ? make(id) : remove(id);
        if (done) {
            owed.remove(id);
        } else if (owed.merge(id, 1, Integer::sum) < ATTEMPTS) {
            later.execute(() -> settle(id));
        }
    }

    private boolean remove(TwinId id) {
        Tally tally = new Tally();
        try {
            provisioner.delete(id, tally).join();
            note(tally);
            return tally.problems().isEmpty();
        } catch (CompletionException lost) {
            LOG.warn("The Thing of `{}` was not taken away: {}", id, lost.toString());
            return false;
        }
    }

    private static void note(Tally tally) {
        tally.problems().forEach(problem -> LOG.warn("A twin's Thing: {}", problem));
    }
}
