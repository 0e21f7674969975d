package io.citytwin.adapter.ditto;

import io.citytwin.core.model.Twin;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.DeviceAdapter;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Stands at the devices' side of a Ditto, as a field gateway does: hosts an adapter, writes what its devices report to
 * Things, and brings them the directives that come through Ditto. Safe for use by many threads.
 *
 * <p>It serves no twin of the city that it is added to; from that city it takes the time and the timers only.
 */
public final class DittoGateway implements DeviceAdapter {

    private final DittoGatewayBuilder.Plan plan;
    private final Supplier<Wire> wires;
    private final @Nullable DittoAdapter companion;
    private volatile @Nullable GatewaySession session;

    DittoGateway(DittoGatewayBuilder.Plan plan, Supplier<Wire> wires, @Nullable DittoAdapter companion) {
        this.plan = plan;
        this.wires = wires;
        this.companion = companion;
        if (companion != null) {
            companion.walkWith(this);
        }
    }

    /**
     * Begins to say which devices there are.
     *
     * @return an empty builder
     */
    public static DittoGatewayBuilder builder() {
        return new DittoGatewayBuilder();
    }

    @Override
    public String name() {
        return plan.name();
    }

    @Override
    public boolean serves(Twin twin) {
        return false;
    }

    /** Connects, reads the Things, and starts the hosted adapter; if Ditto does not answer, it starts when it does. */
    @Override
    public synchronized void start(AdapterContext context) throws Exception {
        if (session == null) {
            GatewaySession started = new GatewaySession(plan, wires.get(), context, this::settle);
            session = started;
            started.start(companion != null);
        }
    }

    @Override
    public void command(Directive directive) {
        // It serves nothing, so nothing is asked of it.
    }

    @Override
    public synchronized void stop() {
        GatewaySession running = session;
        session = null;
        if (running != null) {
            running.stop();
        }
    }

    /** Waits for directives that are on their way, and brings them to the devices. On the city's thread. */
    void handOver(List<Directive> directives) {
        GatewaySession running = session;
        if (running != null) {
            running.handOver(directives);
            settle();
        }
    }

    private void settle() {
        GatewaySession running = session;
        if (running != null && companion != null) {
            companion.settle(running);
        }
    }
}
