package io.citytwin.adapter.dittoembedded.internal.twin;

import io.citytwin.core.graph.Change;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.thing.ThingForm;
import io.citytwin.core.time.CityClock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.policies.model.PolicyId;
import org.eclipse.ditto.things.model.ThingId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the twins of a graph as Things, and takes what commands write to them into the graph. Whoever changes the graph
 * does not wait for the Things: a thread of its own makes each Thing that changed follow its twin, so what happens to
 * one twin in quick succession becomes one event. Safe for use by many threads.
 */
public final class GraphThings implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(GraphThings.class);

    private final JournalledThings things;
    private final TwinGraph graph;
    private final TwinJson json;
    private final PolicyId policy;
    // Each twin waits at most once, so that there are never more than twins.
    private final BlockingQueue<TwinId> changed = new LinkedBlockingQueue<>();
    private final Set<TwinId> waiting = ConcurrentHashMap.newKeySet();
    private final Set<TwinId> removed = ConcurrentHashMap.newKeySet();
    private final TwinGraph.Subscription subscription;
    private final Thread follower = new Thread(this::follow, "citytwin-ditto-graph");
    private volatile boolean idle = true;
    private volatile boolean open = true;

    /**
     * Makes every twin a Thing, and begins to follow.
     *
     * @param things that the twins become some of
     * @param graph of the twins
     * @param policy of the Things that are made; it must be there
     * @param clock tells when commands write
     */
    public GraphThings(JournalledThings things, TwinGraph graph, PolicyId policy, CityClock clock) {
        this.things = things;
        this.graph = graph;
        this.json = new TwinJson(graph, ThingForm.of(graph.types()));
        this.policy = policy;
        this.subscription = graph.subscribe(this::note);
        things.ask(new TwinWrites(graph, json, clock, this::enqueue));
        for (AssetType type : graph.types().all()) {
            graph.all(type.name()).forEach(this::align);
        }
        follower.setDaemon(true);
        follower.start();
    }

    /** On the thread of the graph's writer, which holds the graph: it must not wait for a Thing. */
    private void note(Change change) {
        if (change.kind() == Change.Kind.REMOVED) {
            removed.add(change.twin());
        }
        enqueue(change.twin());
    }

    private void enqueue(TwinId twin) {
        if (open && waiting.add(twin)) {
            changed.add(twin);
        }
    }

    /**
     * Whether every Thing says what its twin says, if nobody writes meanwhile.
     *
     * @return true if nothing is left to do
     */
    public boolean settled() {
        return waiting.isEmpty() && idle;
    }

    private void follow() {
        try {
            while (open) {
                TwinId twin = changed.take();
                idle = false;
                waiting.remove(twin);
                align(twin);
                idle = true;
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void align(TwinId twin) {
        try {
            ThingId thing = ThingId.of(twin.toString());
            things.inTurn(thing, () -> {
                alignInTurn(twin, thing);
                return thing;
            });
        } catch (RuntimeException | Error broken) {
            // The next change of the twin tries again; the others must not wait for that.
            LOG.error("The Thing of {} could not follow its twin.", twin, broken);
        }
    }

    private void alignInTurn(TwinId id, ThingId thing) {
        boolean wasRemoved = removed.remove(id);
        Optional<Twin> twin = graph.find(id);
        Optional<StoredThing> stored = things.find(thing);
        // A Thing that took the name since then, and that is no twin, is left alone.
        Optional<AssetType> type = stored.flatMap(kept -> json.type(kept.json()));
        boolean ends = wasRemoved && type.isPresent() && !twin.map(Twin::type).equals(type);
        if (ends) {
            stored.ifPresent(this::delete);
        }
        if (twin.isPresent() && (ends || stored.isEmpty())) {
            JsonObject whole = json.whole(twin.get(), policy);
            things.apply(thing, plan(ThingEvent.Kind.CREATED, whole, Optional.empty(), whole));
        } else if (twin.isPresent()) {
            stored.ifPresent(kept -> merge(twin.get(), kept));
        }
    }

    private void delete(StoredThing stored) {
        things.apply(
                stored.id(),
                new Writing.Plan(
                        ThingEvent.Kind.DELETED,
                        JsonPointer.empty(),
                        Optional.empty(),
                        Optional.of(stored.json()),
                        Optional.empty(),
                        stored.policy()));
    }

    private void merge(Twin twin, StoredThing stored) {
        JsonObject before = stored.json();
        json.lacking(twin, before).ifPresent(patch -> {
            JsonObject after = MergePatch.apply(before, patch);
            things.apply(stored.id(), plan(ThingEvent.Kind.MERGED, patch, Optional.of(before), after));
        });
    }

    private static Writing.Plan plan(
            ThingEvent.Kind kind, JsonObject value, Optional<JsonObject> before, JsonObject after) {
        return new Writing.Plan(
                kind, JsonPointer.empty(), Optional.of(value), before, Optional.of(after), Shelf.policyOf(after));
    }

    /** Ends the following; commands that write to twins no longer reach the graph. */
    @Override
    public void close() {
        open = false;
        subscription.close();
        things.ask(Consent.ALWAYS);
        follower.interrupt();
        try {
            follower.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
