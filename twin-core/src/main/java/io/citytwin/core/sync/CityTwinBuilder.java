package io.citytwin.core.sync;

import com.google.common.collect.Iterables;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.DeviceAdapter;
import io.citytwin.core.spi.Governor;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.MemoryJournal;
import io.citytwin.core.time.CityClock;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Brings together what a city needs. For one thread at a time. */
public final class CityTwinBuilder {

    private @Nullable TwinGraph graph;
    private @Nullable CityClock clock;
    private final List<DeviceAdapter> adapters = new ArrayList<>();
    private Governor governor = new Ungoverned();
    private Journal journal = new MemoryJournal();
    private Duration step = Duration.ofMinutes(15);
    private Patience waits = Patience.USUAL;
    private Duration snapshots = Duration.ofDays(1);
    private Optional<Duration> retention = Optional.empty();
    private Consumer<CityPhase> watcher = phase -> {};
    private Optional<MeterRegistry> meters = Optional.empty();

    CityTwinBuilder() {}

    /**
     * Sets the twins; needed.
     *
     * @param twins may hold twins already; others may write into it while the city runs, except for observations, which
     *     go through the city
     * @return this builder
     */
    public CityTwinBuilder graph(TwinGraph twins) {
        graph = twins;
        return this;
    }

    /**
     * Sets the clock; needed.
     *
     * @param hands a {@link io.citytwin.core.time.VirtualClock} is moved by {@link CityTwin#advanceTo} alone; any other
     *     clock is followed by a thread of the city
     * @return this builder
     */
    public CityTwinBuilder clock(CityClock hands) {
        clock = hands;
        return this;
    }

    /**
     * Adds an adapter.
     *
     * @param adapter of several that serve one twin, the first added counts; no two have one name
     * @return this builder
     */
    public CityTwinBuilder adapter(DeviceAdapter adapter) {
        adapters.add(adapter);
        return this;
    }

    /**
     * Sets who decides; without one nothing is ever asked of a device.
     *
     * @param decides the city closes it
     * @return this builder
     */
    public CityTwinBuilder governor(Governor decides) {
        governor = decides;
        return this;
    }

    /**
     * Sets where inputs, directives and decisions are kept; in memory if left out. A city that is started with the journal
     * of an earlier one goes on where that ended.
     *
     * @param keeps not the graph's own if it outlives the process: the city fills the graph again by itself; closing it is
     *     up to the caller
     * @return this builder
     */
    public CityTwinBuilder journal(Journal keeps) {
        journal = keeps;
        return this;
    }

    /**
     * Sets how far the ends of steps lie apart; a quarter of an hour if left out. They lie on multiples of it since 1970.
     *
     * @param length whole milliseconds, at least one
     * @return this builder
     */
    public CityTwinBuilder step(Duration length) {
        if (length.toMillis() < 1 || !length.equals(Duration.ofMillis(length.toMillis()))) {
            throw refused("A step of `" + length + "` is too fine.", "Maybe `PT15M`.");
        }
        step = length;
        return this;
    }

    /**
     * Sets how a device is reminded; after 1, 2, 4, 8 and 16 minutes if left out.
     *
     * @param patience how long the first answer may take; it doubles with each attempt
     * @param attempts how often a directive is sent before it is raised, from 1 to 20
     * @return this builder
     */
    public CityTwinBuilder retry(Duration patience, int attempts) {
        if (patience.isNegative() || patience.isZero() || attempts < 1 || attempts > 20) {
            throw refused(
                    "`" + attempts + "` attempts, the first for `" + patience + "`, are no way to remind a device.",
                    "Maybe `PT1M` and `5`.");
        }
        waits = waits.answering(patience, attempts);
        return this;
    }

    /**
     * Sets how long a device does what it was asked without hearing again; an hour if left out. It is renewed at half of
     * that time.
     *
     * @param length more than nothing
     * @return this builder
     */
    public CityTwinBuilder lease(Duration length) {
        waits = waits.leasing(positive(length));
        return this;
    }

    /**
     * Sets how long a device may take until it reports what it said that it does; two hours if left out. One that reports
     * exactly what it did before is unmoved from then on.
     *
     * @param length more than nothing
     * @return this builder
     */
    public CityTwinBuilder settling(Duration length) {
        waits = waits.settlingFor(positive(length));
        return this;
    }

    /**
     * Sets how often all that a restart needs is brought together, so that it need not begin with the first input; each
     * day if left out.
     *
     * @param distance a multiple of the step
     * @return this builder
     */
    public CityTwinBuilder snapshots(Duration distance) {
        snapshots = positive(distance);
        return this;
    }

    /**
     * Sets how long inputs, and dead letters, are kept in the journal; for ever if left out. They go some time after it: as
     * late as after twice as long, two distances of snapshots and a hundred steps. A question about what was known, or about
     * a moment, before that is unknown, as it is {@code erased}. What was decided stays: directives, levels, passages, the
     * ledger. A governor without a state to go on from keeps all inputs.
     *
     * @param length a law that is adopted later and looks back further than that finds nothing there
     * @return this builder
     */
    public CityTwinBuilder retention(Duration length) {
        retention = Optional.of(positive(length));
        return this;
    }

    /**
     * Sets who is told what the city is doing.
     *
     * @param told of each phase when it begins, on the city's thread; it must be quick
     * @return this builder
     */
    public CityTwinBuilder watcher(Consumer<CityPhase> told) {
        watcher = told;
        return this;
    }

    /**
     * Sets where the city's health is metered; nowhere if left out.
     *
     * @param registry gets meters whose names begin with {@code citytwin.}
     * @return this builder
     */
    public CityTwinBuilder meters(MeterRegistry registry) {
        meters = Optional.of(registry);
        return this;
    }

    private static Duration positive(Duration length) {
        if (length.toMillis() < 1) {
            throw refused("`" + length + "` is no length of time.", "Maybe `PT1H`.");
        }
        return length;
    }

    /**
     * The city; it does nothing before its start.
     *
     * @return a city to close
     * @throws CityTwinException {@code C116} if the graph or the clock is missing, or two adapters have one name
     */
    public CityTwin build() {
        if (graph == null || clock == null) {
            throw refused("A city needs a graph and a clock.", "Maybe call `graph` and `clock` before `build`.");
        }
        List<String> names = adapters.stream().map(DeviceAdapter::name).toList();
        for (String name : names) {
            if (Iterables.frequency(names, name) > 1) {
                throw refused("Two adapters are called `" + name + "`.", "Maybe give each its own name.");
            }
        }
        return new CityTwin(new Parts(
                graph, clock, adapters, governor, journal, step, snapshots, retention, waits, watcher, meters));
    }

    private static CityTwinException refused(String problem, String advice) {
        return new CityTwinException(CoreError.CITY, problem, advice);
    }

    /** What a city is made of. Immutable. */
    record Parts(
            TwinGraph graph,
            CityClock clock,
            List<DeviceAdapter> adapters,
            Governor governor,
            Journal journal,
            Duration step,
            Duration snapshots,
            Optional<Duration> retention,
            Patience patience,
            Consumer<CityPhase> watcher,
            Optional<MeterRegistry> meters) {
        Parts {
            adapters = List.copyOf(adapters);
        }
    }

    /** Asks nothing of anybody. */
    private static final class Ungoverned implements Governor {
        @Override
        public void accept(Input input) {
            // nothing is decided
        }

        @Override
        public List<Directive> step(Instant moment) {
            return List.of();
        }

        @Override
        public void close() {
            // nothing is held
        }
    }
}
