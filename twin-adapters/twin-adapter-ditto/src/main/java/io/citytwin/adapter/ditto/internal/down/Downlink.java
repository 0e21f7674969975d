package io.citytwin.adapter.ditto.internal.down;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import io.citytwin.adapter.ditto.internal.link.Link;
import io.citytwin.adapter.ditto.internal.link.Web;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Passage;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the Things of a graph: all of them when the session begins, then events, and once more what may have been missed.
 * Safe for use by many threads.
 */
public final class Downlink implements Link.Listener, Reader.Taker {

    /** Where gates report who passed. */
    public static final String PASSED = "/outbox/messages/passed";

    private static final Logger LOG = LoggerFactory.getLogger(Downlink.class);
    private static final String REVISIONS = "thingId,_revision";

    private final TwinGraph graph;
    private final Ledger ledger;
    private final Reports reports;
    private final Runnable back;
    private final Runnable away;
    private final Delivery delivery;
    private final BiConsumer<TwinId, JsonNode> sight;
    private final Counts counts;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final Link link;
    private final Reader reader;
    private volatile boolean reading = true;

    /**
     * A follower that was not connected yet.
     *
     * @param graph whose Things
     * @param ledger of revisions
     * @param reports takes what Things say
     * @param city where passages and counts go to
     */
    public Downlink(TwinGraph graph, Ledger ledger, Reports reports, City city) {
        this.graph = graph;
        this.ledger = ledger;
        this.reports = reports;
        this.back = city.back();
        this.away = city.away();
        this.delivery = city.delivery();
        this.sight = city.sight();
        this.counts = city.counts();
        this.link = city.link();
        this.reader = new Reader(city.web(), this, "reader");
    }

    /**
     * Begins to follow.
     *
     * @return completes when all Things were read once
     */
    public CompletableFuture<Void> open() {
        var unused = link.open(this);
        return ready;
    }

    /** Ends. */
    public void close() {
        reader.close();
        ready.cancel(false);
    }

    /**
     * Runs work on the reader's thread.
     *
     * @param work may wait for Ditto
     */
    public void aside(Runnable work) {
        reader.submit(work);
    }

    /**
     * Runs work on the reader's thread, after a pause.
     *
     * @param work may wait for Ditto
     */
    public void later(Runnable work) {
        reader.later(work);
    }

    /** Waits until what came before was handed on. */
    public synchronized void handedOn() {
        // holding the lock says it
    }

    @Override
    public void connected() {
        reading = true;
        Set<TwinId> seen = new HashSet<>();
        boolean first = !ready.isDone();
        String namespaces = namespaces();
        Runnable end = () -> {
            reading = false;
            readWhatIsMissing(seen);
            back.run();
            ready.complete(null);
        };
        if (namespaces.isEmpty()) {
            reader.submit(end);
        } else {
            reader.search(namespaces, first ? Reader.FIELDS : REVISIONS, item -> found(item, seen, first), end);
        }
    }

    @Override
    public void lost() {
        away.run();
        LOG.info("The session with Ditto is lost; all Things are compared when it is back.");
    }

    @Override
    public synchronized void happened(Link.Event event) {
        Optional<Twin> twin = graph.find(event.thing());
        if (twin.isEmpty()) {
            counts.add(Counts.Kind.STRANGER);
        } else if (event.action().equals("deleted") && isWhole(event.path())) {
            counts.add(Counts.Kind.DELETED);
            ledger.forget(event.thing());
            reports.forget(event.thing());
        } else {
            boolean whole = isWhole(event.path()) && !event.action().equals("merged");
            if (event.action().equals("created")) {
                ledger.forget(event.thing());
            }
            if (ledger.event(event.thing(), event.revision(), whole)) {
                take(twin.get(), event, whole);
            } else {
                counts.add(Counts.Kind.REPEATED);
            }
        }
        mend(event.thing());
    }

    @Override
    public void messaged(Link.Message message) {
        if (!message.path().equals(PASSED)) {
            return;
        }
        JsonNode body = message.value().orElse(NullNode.getInstance());
        Instant now = delivery.context().clock().now();
        try {
            String id = body.path("id").asText("");
            Instant at = body.has("at") ? Instant.parse(body.path("at").asText("")) : now;
            TwinId vehicle = TwinId.of(body.path("vehicle").asText(""));
            if (id.isEmpty() || id.length() > 256 || graph.find(message.thing()).isEmpty()) {
                throw new IllegalArgumentException("A passage needs an id and a gate of this city.");
            }
            delivery.passed(new Passage(id, vehicle, message.thing(), at));
            link.reply(message, 200, Optional.empty());
        } catch (CityTwinException | DateTimeParseException | IllegalArgumentException nonsense) {
            reports.refuse(message.thing() + " " + body, String.valueOf(nonsense.getMessage()));
            link.reply(
                    message,
                    400,
                    Optional.of(JsonNodeFactory.instance.objectNode().put("reason", "This is no passage.")));
        }
    }

    /**
     * Reads a Thing again if an event of it was missed.
     *
     * @param thing on which something happened or an own command ended
     */
    public void mend(TwinId thing) {
        if (!reading && ledger.gap(thing)) {
            counts.add(Counts.Kind.GAP);
            reader.again(thing);
        }
    }

    @Override
    public void read(TwinId thing, JsonNode json) {
        counts.add(Counts.Kind.READ_AGAIN);
        graph.find(thing).ifPresent(twin -> whole(twin, json));
    }

    @Override
    public void gone(TwinId thing) {
        ledger.forget(thing);
        reports.forget(thing);
    }

    private void take(Twin twin, Link.Event event, boolean whole) {
        if (event.action().equals("deleted")) {
            // What was taken away is known by its path only: reading the Thing tells what that means.
            reader.again(twin.id());
            return;
        }
        event.value().ifPresent(value -> reports.take(twin, Patches.at(event.path(), value), whole));
    }

    private void found(JsonNode item, Set<TwinId> seen, boolean complete) {
        Optional<Twin> twin = twin(item.path("thingId").asText(""));
        if (twin.isEmpty()) {
            return;
        }
        TwinId id = twin.get().id();
        seen.add(id);
        if (complete) {
            whole(twin.get(), item);
            return;
        }
        long revision = item.path("_revision").asLong(-1);
        OptionalLong known = ledger.known(id);
        if (known.isEmpty() || known.getAsLong() != revision) {
            if (known.isPresent() && revision < known.getAsLong()) {
                // It was deleted and made anew while nobody listened.
                ledger.forget(id);
            }
            reader.again(id);
        }
    }

    private synchronized void whole(Twin twin, JsonNode json) {
        sight.accept(twin.id(), json);
        if (ledger.read(twin.id(), json.path("_revision").asLong(-1))) {
            reports.take(twin, json, true);
        } else {
            reader.again(twin.id());
        }
    }

    // The search index is late: what it does not know yet may be there.
    private void readWhatIsMissing(Set<TwinId> seen) {
        graph.types().all().stream()
                .flatMap(type -> graph.all(type.name()).stream())
                .filter(id -> !seen.contains(id))
                .forEach(reader::again);
        seen.forEach(this::mend);
    }

    private String namespaces() {
        Set<String> namespaces = new TreeSet<>();
        graph.types().all().forEach(type -> graph.all(type.name()).forEach(id -> namespaces.add(id.namespace())));
        return String.join(",", namespaces);
    }

    private Optional<Twin> twin(String id) {
        try {
            return graph.find(TwinId.of(id));
        } catch (CityTwinException notOurs) {
            return Optional.empty();
        }
    }

    private static boolean isWhole(String path) {
        return path.isEmpty() || path.equals("/");
    }

    /**
     * What connects Ditto and the city. Immutable.
     *
     * @param link to follow
     * @param web to read with
     * @param delivery to the city
     * @param sight is shown each Thing that is read
     * @param back runs when a session is there and all was read
     * @param away runs when it is lost
     * @param counts of what happened
     */
    public record City(
            Link link,
            Web web,
            Delivery delivery,
            BiConsumer<TwinId, JsonNode> sight,
            Runnable back,
            Runnable away,
            Counts counts) {}
}
