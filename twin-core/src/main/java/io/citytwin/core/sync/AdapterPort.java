package io.citytwin.core.sync;

import io.citytwin.core.graph.Change;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Input;
import io.citytwin.core.signal.Lease;
import io.citytwin.core.signal.Passage;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.Commanded;
import io.citytwin.core.spi.DeadLetter;
import io.citytwin.core.spi.DeviceAdapter;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.LeaseSupport;
import io.citytwin.core.spi.Work;
import io.citytwin.core.time.CityClock;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One adapter and what it may do: whatever it throws ends here. Safe for use by many threads. */
final class AdapterPort implements AdapterContext {

    private static final Set<Change.Kind> OWN = Set.of(Change.Kind.ADDED, Change.Kind.CHANGED, Change.Kind.REMOVED);

    private final DeviceAdapter adapter;
    private final String name;
    private final Desk desk;
    private final Courier courier;
    private final Repeats repeats = new Repeats();
    private final AtomicReference<@Nullable List<Twin>> served = new AtomicReference<>();
    private TwinGraph.@Nullable Subscription changes;

    AdapterPort(DeviceAdapter adapter, Desk desk) {
        this.adapter = adapter;
        this.name = adapter.name();
        this.desk = desk;
        this.courier = new Courier(name, desk.clock());
    }

    @Override
    public String name() {
        return name;
    }

    void start() {
        changes = desk.graph().subscribe(this::forget);
        contained(() -> "start", () -> adapter.start(this));
    }

    void stop() {
        contained(() -> "stop", adapter::stop);
        courier.close();
        if (changes != null) {
            changes.close();
        }
    }

    // An adapter may ask often, and twins come and go seldom.
    private void forget(Change change) {
        if (OWN.contains(change.kind())) {
            served.set(null);
        }
    }

    boolean serves(Twin twin) {
        try {
            return adapter.serves(twin);
        } catch (RuntimeException failure) {
            report(failure, "serves " + twin.id());
            return false;
        }
    }

    LeaseSupport leaseSupport() {
        return adapter.leaseSupport();
    }

    List<Alarm> alarms() {
        try {
            return adapter.health().stream()
                    .map(one -> new Alarm(Alarm.Kind.ADAPTER, one.about(), one.since(), one.text()))
                    .toList();
        } catch (RuntimeException failure) {
            String text = "`" + name + "` cannot say how it is doing: `" + failure + "`.";
            return List.of(new Alarm(Alarm.Kind.ADAPTER, name, desk.timeline().present(), text));
        }
    }

    /** How far it has read, to be kept with the step; empty if it has no position or cannot say. */
    Optional<Journal.Mark> newPosition() {
        try {
            return adapter.position().map(state -> new Journal.Mark(Minutes.POSITIONS + name, state));
        } catch (RuntimeException failure) {
            report(failure, "position");
            return Optional.empty();
        }
    }

    /** Asks a device; a claim on one that keeps leases holds for some time only. */
    void command(Directive directive, Duration lease) {
        boolean leased = directive.kind() == Directive.Kind.CLAIM && adapter.leaseSupport() == LeaseSupport.DEVICE;
        Lease until = new Lease(desk.timeline().present().plus(lease));
        Supplier<String> what = () -> "command " + directive.id();
        Work work = () -> {
            try {
                if (leased) {
                    adapter.command(directive, until);
                } else {
                    adapter.command(directive);
                }
            } catch (UnsupportedOperationException none) {
                Optional<String> refused = Optional.of("`" + name + "` cannot do it: " + none.getMessage());
                acknowledge(new Acknowledgement(directive.id(), refused, clock().now()));
            }
        };
        contained(what, () -> courier.bring(() -> contained(what, work)));
    }

    @Override
    public CityClock clock() {
        return desk.clock();
    }

    @Override
    public List<Twin> twins() {
        List<Twin> known = served.get();
        if (known == null) {
            known = look();
            served.set(known);
        }
        return known;
    }

    private List<Twin> look() {
        TwinGraph graph = desk.graph();
        return graph.types().all().stream()
                .flatMap(type -> graph.all(type.name()).stream())
                .flatMap(id -> graph.find(id).stream())
                .filter(this::serves)
                .sorted(Comparator.comparing(Twin::id))
                .toList();
    }

    @Override
    public Optional<String> position() {
        return desk.position(name);
    }

    @Override
    public List<Commanded> commanded() {
        return desk.commanded(name);
    }

    @Override
    public void observe(Observation observation) {
        if (!repeats.isRepeat(observation)) {
            desk.take(name, new Input.Observed(observation));
        }
    }

    @Override
    public void acknowledge(Acknowledgement acknowledgement) {
        desk.answer(name, acknowledgement);
    }

    @Override
    public void passed(Passage passage) {
        desk.take(name, new Input.Passed(passage, desk.timeline().present()));
    }

    @Override
    public void refuse(DeadLetter letter) {
        desk.letters().add(letter);
    }

    @Override
    public void kept(Work work) {
        // Behind all that was reported as received by now.
        Instant now = desk.clock().now();
        desk.timeline().at(now, () -> desk.minutes().whenKept(() -> contained(() -> "kept", work)));
    }

    @Override
    public MeterRegistry meters() {
        return desk.meters();
    }

    @Override
    public Executor executor() {
        return work -> {
            try {
                courier.bring(() -> contained(() -> "work", work::run));
            } catch (IllegalStateException full) {
                throw new RejectedExecutionException(full);
            }
        };
    }

    @Override
    public void at(Instant moment, Work work) {
        desk.timeline().at(moment, () -> contained(() -> "timer of " + moment, work));
    }

    private void contained(Supplier<String> what, Work work) {
        try {
            work.run();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            report(end, what.get());
        } catch (Exception failure) {
            report(failure, what.get());
        }
    }

    private void report(Exception failure, String what) {
        desk.letters().add(name, failure, what, desk.timeline().present());
    }
}
