package io.citytwin.adapter.simulated;

import io.citytwin.adapter.simulated.internal.Models;
import io.citytwin.adapter.simulated.internal.Noise;
import io.citytwin.adapter.simulated.internal.Sky;
import io.citytwin.adapter.simulated.internal.World;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Lease;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.DeviceAdapter;
import io.citytwin.core.spi.LeaseSupport;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Simulates a device for every twin that can have one. What a device shows follows from the seed, its twin, the city's
 * time and what it was asked to take; it reports what changed, on full hours and whenever it takes a value. Energy counts
 * from the start and is reported at midnight. Directives are obeyed within seconds and answered; a device that does not
 * hear again before its lease ends takes its safe value. After a restart the devices are what they were. Safe for use by
 * many threads.
 */
public final class SimulatedAdapter implements DeviceAdapter {

    private final SimulatedAdapterBuilder.Plan plan;
    private volatile @Nullable Fleet fleet;

    SimulatedAdapter(SimulatedAdapterBuilder.Plan plan) {
        this.plan = plan;
    }

    /**
     * Begins to plan a simulation.
     *
     * @return a builder that needs nothing more
     */
    public static SimulatedAdapterBuilder builder() {
        return new SimulatedAdapterBuilder();
    }

    @Override
    public String name() {
        return plan.name();
    }

    @Override
    public boolean serves(Twin twin) {
        return Models.of(twin.type().name()).isPresent() && plan.serving().test(twin);
    }

    @Override
    public void start(AdapterContext context) {
        Noise seed = new Noise(plan.seed());
        Sky sky = new Sky(
                seed.of("sky"),
                plan.zone(),
                plan.centre().latitude().doubleValue(),
                plan.centre().longitude().doubleValue());
        Instant origin = context.position()
                .map(Instant::parse)
                .orElseGet(() -> context.clock().now());
        Fleet started = new Fleet(plan, new World(seed, sky, plan.centre(), origin), context);
        fleet = started;
        started.start();
    }

    @Override
    public Optional<String> position() {
        return Optional.ofNullable(fleet).map(running -> running.origin().toString());
    }

    @Override
    public LeaseSupport leaseSupport() {
        return LeaseSupport.DEVICE;
    }

    /** How long a device does what it was asked. */
    Optional<Instant> leasedUntil(TwinId twin, String property) {
        return Optional.ofNullable(fleet).flatMap(running -> running.leasedUntil(twin, property));
    }

    @Override
    public void command(Directive directive, Lease lease) {
        Fleet running = fleet;
        if (running != null) {
            running.command(directive, Optional.of(lease));
        }
    }

    @Override
    public void command(Directive directive) {
        Fleet running = fleet;
        if (running != null) {
            running.command(directive, Optional.empty());
        }
    }

    @Override
    public void stop() {
        Fleet running = fleet;
        if (running != null) {
            running.stop();
            fleet = null;
        }
    }
}
