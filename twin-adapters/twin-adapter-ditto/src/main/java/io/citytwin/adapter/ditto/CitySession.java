package io.citytwin.adapter.ditto;

import io.citytwin.adapter.ditto.internal.down.Arbiter;
import io.citytwin.adapter.ditto.internal.down.Counts;
import io.citytwin.adapter.ditto.internal.down.Courier;
import io.citytwin.adapter.ditto.internal.down.Delivery;
import io.citytwin.adapter.ditto.internal.down.Downlink;
import io.citytwin.adapter.ditto.internal.down.Ledger;
import io.citytwin.adapter.ditto.internal.down.OwnWrites;
import io.citytwin.adapter.ditto.internal.down.Reports;
import io.citytwin.adapter.ditto.internal.link.Link;
import io.citytwin.adapter.ditto.internal.link.Web;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.spi.AdapterContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One city and its Ditto, from start to stop. Safe for use by many threads. */
final class CitySession {

    private final Wire wire;
    private final AdapterContext context;
    private final List<DittoGateway> gateways;
    private final TwinGraph graph;
    private final Link link;
    private final Ledger ledger = new Ledger();
    private final Counts counts = new Counts();
    private final MirrorUplink uplink;
    private final Delivery delivery;
    private final Courier courier;
    private final Downlink downlink;
    private final Upstream upstream;
    private final List<Directive> sent = new ArrayList<>();
    private TwinGraph.@Nullable Subscription changes;

    CitySession(DittoAdapterBuilder.Plan plan, Wire wire, AdapterContext context, List<DittoGateway> gateways) {
        this.wire = wire;
        this.context = context;
        this.gateways = List.copyOf(gateways);
        graph = plan.graph();
        Web web = wire.web();
        link = new OwnWrites(wire.link(plan.namespaces()), ledger, this::ended);
        uplink = new MirrorUplink(plan.name(), link, this::missing);
        delivery = new Delivery(context, !gateways.isEmpty());
        courier = new Courier(link, plan.form(), uplink, delivery, counts);
        Arbiter arbiter = new Arbiter(link, plan.form(), courier, delivery, new Arbiter.Rules(plan.pause(), counts));
        Reports reports = new Reports(
                plan.form(),
                new Reports.Speaking(plan.name(), plan.devices()),
                delivery,
                courier,
                new Reports.Judging(arbiter, counts));
        upstream = new Upstream(plan, plan.provisioner(web), uplink, this::aside, this::later);
        downlink = new Downlink(
                graph,
                ledger,
                reports,
                new Downlink.City(link, web, delivery, upstream::seen, this::back, uplink::lost, counts));
    }

    void start() {
        CompletableFuture<Void> ready = downlink.open();
        Await.until(ready, Wire.PATIENCE, "The Things of the city");
        delivery.release();
        changes = graph.subscribe(upstream::changed);
    }

    void command(Directive directive) {
        if (gateways.isEmpty()) {
            courier.command(directive);
            return;
        }
        sent.add(directive);
        courier.command(directive);
        context.at(context.clock().now(), this::handOver);
    }

    void stop() {
        if (changes != null) {
            changes.close();
        }
        downlink.close();
        uplink.close();
        link.close();
        wire.close();
    }

    boolean isConnected() {
        return link.connected();
    }

    Instant now() {
        return context.clock().now();
    }

    DittoHealth health() {
        return new DittoHealth(
                link.connected(),
                ledger.size(),
                courier.waiting(),
                counts.of(Counts.Kind.GAP),
                counts.of(Counts.Kind.READ_AGAIN),
                counts.of(Counts.Kind.REPEATED),
                counts.of(Counts.Kind.STRANGER),
                counts.of(Counts.Kind.FOREIGN_WISH),
                counts.of(Counts.Kind.RESTORED),
                counts.of(Counts.Kind.FOREIGN_OWN),
                counts.of(Counts.Kind.DELETED),
                counts.of(Counts.Kind.REFUSED),
                counts.of(Counts.Kind.UNANSWERED),
                uplink.writes());
    }

    /** Waits until all that a gateway wrote was taken in here, and hands it to the city in a fixed order. */
    void settle(GatewaySession gateway) {
        GatewaySession.Written written = gateway.flush();
        List<CompletableFuture<Void>> waits = new ArrayList<>();
        written.revisions().forEach((thing, revision) -> waits.add(ledger.reached(thing, revision)));
        written.answers().forEach(id -> waits.add(courier.ended(id)));
        Await.until(
                CompletableFuture.allOf(waits.toArray(CompletableFuture[]::new)),
                Wire.PATIENCE,
                "What a gateway wrote");
        downlink.handedOn();
        delivery.release();
    }

    // On the city's own thread, before its time goes on.
    private void handOver() {
        List<Directive> now = List.copyOf(sent);
        sent.clear();
        if (!now.isEmpty()) {
            gateways.forEach(gateway -> gateway.handOver(now));
        }
    }

    // The mirror's patch comes again afterwards: what is made here may be older than it.
    private CompletionStage<Boolean> missing(TwinId thing) {
        CompletableFuture<Boolean> made = new CompletableFuture<>();
        aside(() -> made.complete(upstream.make(thing)));
        return made;
    }

    private void back() {
        uplink.resume();
        courier.resume();
        upstream.resume();
    }

    private void aside(Runnable work) {
        downlink.aside(work);
    }

    private void later(Runnable work) {
        downlink.later(work);
    }

    private void ended(TwinId thing, OptionalLong revision) {
        downlink.mend(thing);
    }
}
