package io.citytwin.adapter.simulated;

import io.citytwin.adapter.simulated.internal.Device;
import io.citytwin.adapter.simulated.internal.Models;
import io.citytwin.adapter.simulated.internal.World;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Lease;
import io.citytwin.core.spi.AdapterContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All devices of a running simulation. Safe for use by many threads: they take turns. */
final class Fleet {

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final SimulatedAdapterBuilder.Plan plan;
    private final World world;
    private final AdapterContext context;
    private final SortedMap<TwinId, Kept> devices = new TreeMap<>();
    private final Faults faults;
    private boolean stopped;

    Fleet(SimulatedAdapterBuilder.Plan plan, World world, AdapterContext context) {
        this.plan = plan;
        this.world = world;
        this.context = context;
        this.faults = new Faults(plan.faults(), world, context);
    }

    synchronized void start() {
        Instant now = context.clock().now();
        if (context.position().isPresent()) {
            new Reunion(plan, world, context).devices().forEach(kept -> devices.put(kept.id(), kept));
        }
        meet(now);
        wake(next(now));
    }

    Instant origin() {
        return world.origin();
    }

    synchronized Optional<Instant> leasedUntil(TwinId twin, String property) {
        return Optional.ofNullable(devices.get(twin)).flatMap(kept -> kept.leasedUntil(property));
    }

    synchronized void stop() {
        stopped = true;
    }

    /**
     * Answers within the latency, unless the device was asked for something else meanwhile. What it does already is
     * answered at once.
     */
    synchronized void command(Directive directive, Optional<Lease> lease) {
        if (plan.silent().contains(directive.twin())) {
            return;
        }
        Instant now = context.clock().now();
        if (!devices.containsKey(directive.twin())) {
            meet(now);
        }
        Kept kept = devices.get(directive.twin());
        if (kept == null) {
            return;
        }
        if (kept.lease(directive, lease)) {
            watchLease(kept, directive.property());
        }
        if (kept.does(directive)) {
            context.acknowledge(new Acknowledgement(directive.id(), Optional.empty(), now));
        } else {
            kept.ask(directive);
            double share = world.seed().of(directive.id()).share(0);
            long seconds = 1 + (long) (share * plan.latency().toSeconds());
            context.at(now.plusSeconds(seconds), () -> answer(kept, directive));
        }
    }

    private void watchLease(Kept kept, String property) {
        kept.leasedUntil(property)
                .ifPresentOrElse(until -> context.at(until, () -> lapse(kept, property)), () -> kept.unwatch(property));
    }

    /** If nobody has renewed the lease, the device takes its safe value by itself. */
    private synchronized void lapse(Kept kept, String property) {
        Instant now = context.clock().now();
        if (stopped) {
            return;
        }
        boolean over =
                kept.leasedUntil(property).filter(until -> !until.isAfter(now)).isPresent();
        if (!over) {
            watchLease(kept, property);
            return;
        }
        kept.unwatch(property);
        if (kept.does(property)) {
            kept.beSafe(property, now);
            tellAll(kept, now);
        }
    }

    private void wake(Instant moment) {
        context.at(moment, () -> report(moment));
    }

    private synchronized void report(Instant now) {
        if (stopped) {
            return;
        } else if (world.sky().midnight(now).equals(now)) {
            meet(now);
        }
        for (Kept kept : devices.values()) {
            if (kept.device().reportsAt(now)) {
                kept.device().show(now, (property, value) -> tell(kept, property, value, now));
            }
        }
        wake(next(now));
    }

    private Instant next(Instant now) {
        long quarters = Math.floorDiv(now.getEpochSecond(), QUARTER.toSeconds()) + 1;
        return plan.atMidnightOnly()
                ? world.sky().nextMidnight(now)
                : Instant.ofEpochSecond(quarters * QUARTER.toSeconds());
    }

    // Gives a device to each twin that has none yet.
    private void meet(Instant now) {
        for (Twin twin : context.twins()) {
            if (!devices.containsKey(twin.id())) {
                Models.of(twin.type().name()).ifPresent(model -> {
                    Kept met = new Kept(new Device(plan.atHome(twin), model, world));
                    devices.put(twin.id(), met);
                    tellAll(met, now);
                });
            }
        }
    }

    private synchronized void answer(Kept kept, Directive directive) {
        if (stopped || !kept.isAsked(directive)) {
            return;
        }
        Instant now = context.clock().now();
        Optional<String> refusal = refusal(directive);
        if (refusal.isEmpty() && !faults.lies(kept.id())) {
            kept.take(directive, now);
        }
        context.acknowledge(new Acknowledgement(directive.id(), refusal, now));
        tellAll(kept, now);
    }

    private Optional<String> refusal(Directive directive) {
        if (plan.refusing().contains(directive.twin())) {
            return Optional.of("`" + directive.twin() + "` is under local control.");
        } else if (directive.value() instanceof Quantity share
                && share.unit() == Unit.PERCENT
                && (share.amount().signum() < 0 || share.amount().compareTo(HUNDRED) > 0)) {
            return Optional.of("`" + share + "` is no share from 0 to 100 %.");
        }
        return Optional.empty();
    }

    private void tellAll(Kept kept, Instant now) {
        kept.device().show(now).forEach((property, value) -> tell(kept, property, value, now));
    }

    private void tell(Kept kept, String property, Value value, Instant now) {
        Value shown = faults.shown(kept, property, value, now);
        if (kept.isNews(property, shown) || faults.lies(kept.id())) {
            faults.tell(new Observation(kept.id(), property, Optional.of(shown), now, now, plan.name(), Quality.GOOD));
        }
    }
}
