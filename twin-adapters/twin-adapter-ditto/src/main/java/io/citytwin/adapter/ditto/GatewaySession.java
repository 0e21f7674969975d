package io.citytwin.adapter.ditto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.ditto.internal.down.Courier;
import io.citytwin.adapter.ditto.internal.down.Ledger;
import io.citytwin.adapter.ditto.internal.down.OwnWrites;
import io.citytwin.adapter.ditto.internal.down.Reader;
import io.citytwin.adapter.ditto.internal.down.Uplink;
import io.citytwin.adapter.ditto.internal.link.Link;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Passage;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.DeadLetter;
import io.citytwin.core.spi.Work;
import io.citytwin.core.time.CityClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** One gateway from start to stop. Safe for use by many threads. */
final class GatewaySession implements Link.Listener, Reader.Taker {

    private final DittoGatewayBuilder.Plan plan;
    private final Wire wire;
    private final AdapterContext host;
    private final Pace pace;
    private final GatewayThings things;
    private final Link link;
    private final Uplink uplink;
    private final Reader reader;
    private final Passages passages;
    private final Asked asked = new Asked();
    private final SortedMap<TwinId, Twin> twins = new TreeMap<>();
    private final Map<TwinId, Long> written = new TreeMap<>();
    private final Set<String> answered = new HashSet<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private boolean inStep;
    private boolean hosting;

    GatewaySession(DittoGatewayBuilder.Plan plan, Wire wire, AdapterContext host, Runnable settle) {
        this.plan = plan;
        this.wire = wire;
        this.host = host;
        pace = new Pace(host, settle);
        things = new GatewayThings(plan.form(), plan.hosted().name());
        link = new OwnWrites(wire.link(plan.namespaces()), new Ledger(), this::wrote);
        uplink = new MirrorUplink(plan.name(), link, thing -> CompletableFuture.completedFuture(false));
        reader = new Reader(wire.web(), this, "gateway");
        passages = new Passages(link, reader::later);
    }

    void start(boolean together) throws Exception {
        inStep = together;
        var unused = link.open(this);
        if (Await.until(ready, Wire.PATIENCE, "The Things of the gateway")) {
            host();
        } else {
            hostLater();
        }
    }

    private void hostLater() {
        var unused = ready.thenRun(() -> host.at(host.clock().now(), this::host));
    }

    void stop() {
        if (hosting) {
            plan.hosted().stop();
        }
        reader.close();
        uplink.close();
        link.close();
        wire.close();
    }

    /** What was written since the last call, after Ditto has answered all of it. */
    Written flush() {
        Await.until(uplink.drained(), Wire.PATIENCE, "Ditto's answers");
        Await.until(passages.told(), Wire.PATIENCE, "The city's word on passages");
        synchronized (this) {
            Written all = new Written(Map.copyOf(written), Set.copyOf(answered));
            written.clear();
            answered.clear();
            return all;
        }
    }

    /** Waits until directives are here, and brings them to the devices in this order. */
    void handOver(List<Directive> directives) {
        List<String> ours = directives.stream()
                .filter(directive -> twin(directive.twin()).isPresent())
                .map(Directive::id)
                .toList();
        List<CompletableFuture<Void>> arrivals =
                ours.stream().map(asked::arrival).toList();
        Await.until(
                CompletableFuture.allOf(arrivals.toArray(CompletableFuture[]::new)),
                Wire.PATIENCE,
                "Directives for the gateway");
        ours.forEach(id -> asked.find(id).ifPresent(plan.hosted()::command));
    }

    private void host() throws Exception {
        hosting = true;
        plan.hosted().start(new GatewayCity(this, host, plan.hosted().name()));
        pace.settle();
    }

    @Override
    public void connected() {
        String namespaces = String.join(",", plan.namespaces());
        reader.search(namespaces, Reader.FIELDS, this::found, () -> {
            uplink.resume();
            passages.resume();
            ready.complete(null);
        });
    }

    @Override
    public void lost() {
        // Devices go on; what they report waits.
        uplink.lost();
    }

    @Override
    public void happened(Link.Event event) {
        if (event.action().equals("created")) {
            reader.again(event.thing());
        } else if (event.action().equals("deleted") && event.path().equals("/")) {
            gone(event.thing());
        }
    }

    @Override
    public void messaged(Link.Message message) {
        Optional<Twin> twin = twin(message.thing());
        if (!message.path().equals(Courier.INBOX) || twin.isEmpty()) {
            // Another gateway may know what to do with it.
            return;
        }
        JsonNode body = message.value().orElse(NullNode.getInstance());
        Optional<Directive> directive = things.directive(twin.get(), body, clock().now());
        if (directive.isEmpty()) {
            link.reply(message, 400, Optional.of(reason("This is no directive for this device.")));
            return;
        }
        Asked.Asking asking = asked.ask(directive.get(), Optional.of(message));
        asking.answer().ifPresent(answer -> reply(message, answer));
        if (asking.fresh() && !inStep) {
            bring(directive.get());
        }
        asked.arrived(directive.get().id());
    }

    @Override
    public void read(TwinId thing, JsonNode json) {
        found(json);
    }

    @Override
    public synchronized void gone(TwinId thing) {
        twins.remove(thing);
    }

    private void found(JsonNode json) {
        Instant now = clock().now();
        things.twin(json, now).filter(plan.hosted()::serves).ifPresent(twin -> {
            synchronized (this) {
                twins.put(twin.id(), twin);
            }
            for (Directive directive : things.open(twin, json, now)) {
                Asked.Asking asking = asked.ask(directive, Optional.empty());
                if (asking.fresh()) {
                    var unused = ready.thenRun(() -> bring(directive));
                } else if (asked.newest(directive.id()).isPresent()) {
                    // It was answered on a session that ended: the city may never have heard it.
                    asking.answer().ifPresent(said -> note(directive, said));
                }
            }
        });
    }

    private void bring(Directive directive) {
        at(clock().now(), () -> asked.newest(directive.id()).ifPresent(plan.hosted()::command));
    }

    private void note(Directive directive, Acknowledgement said) {
        uplink.offer(directive.twin(), plan.form().answered(directive.property(), said));
    }

    private void reply(Link.Message message, Acknowledgement answer) {
        ObjectNode body = answer.refused().map(GatewaySession::reason).orElseGet(JsonNodeFactory.instance::objectNode);
        body.put("at", answer.at().toString());
        link.reply(message, answer.refused().isPresent() ? 409 : 200, Optional.of(body));
    }

    private static ObjectNode reason(String text) {
        return JsonNodeFactory.instance.objectNode().put("reason", text);
    }

    private synchronized void wrote(TwinId thing, OptionalLong revision) {
        revision.ifPresent(number -> written.merge(thing, number, Math::max));
    }

    // Only a barrier asks for them, and takes them away.
    private synchronized void answered(Acknowledgement said) {
        if (inStep) {
            answered.add(said.directive());
        }
    }

    private synchronized Optional<Twin> twin(TwinId id) {
        return Optional.ofNullable(twins.get(id));
    }

    CityClock clock() {
        return host.clock();
    }

    synchronized List<Twin> twins() {
        return new ArrayList<>(twins.values());
    }

    void observe(Observation seen) {
        if (inStep) {
            pace.before(seen);
        }
        twin(seen.twin())
                .ifPresentOrElse(
                        twin -> uplink.offer(twin.id(), plan.form().observed(twin.type(), List.of(seen))),
                        () -> host.refuse(new DeadLetter(
                                plan.name(),
                                CoreError.INTEGRITY.id(),
                                "`" + seen.twin() + "` is no Thing of this gateway.",
                                seen.toString(),
                                clock().now())));
    }

    /** Replies to the message; if there is none, or nobody would hear it, the answer is written into the Thing. */
    void acknowledge(Acknowledgement said) {
        asked.answer(said).ifPresent(told -> {
            if (told.message().isPresent() && link.connected()) {
                answered(said);
                reply(told.message().get(), said);
            } else {
                note(told.directive(), said);
            }
        });
    }

    void passed(Passage passage) {
        passages.add(passage);
    }

    /** Ditto keeps what was offered, not this city. */
    void kept(Work work) {
        var unused = uplink.drained().thenRun(() -> at(clock().now(), work));
    }

    void at(Instant moment, Work work) {
        host.at(moment, () -> {
            work.run();
            if (inStep) {
                pace.did();
            }
        });
    }

    /**
     * What a gateway wrote. Immutable.
     *
     * @param revisions by Thing, the last one
     * @param answers ids of directives to whose messages it replied
     */
    record Written(Map<TwinId, Long> revisions, Set<String> answers) {}
}
