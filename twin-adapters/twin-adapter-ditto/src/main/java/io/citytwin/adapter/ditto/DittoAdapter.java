package io.citytwin.adapter.ditto;

import io.citytwin.adapter.ditto.internal.link.LinkLost;
import io.citytwin.adapter.ditto.internal.provision.Provisioner;
import io.citytwin.adapter.ditto.internal.provision.Tally;
import io.citytwin.core.model.Twin;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.AdapterProblem;
import io.citytwin.core.spi.DeviceAdapter;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a graph and an Eclipse Ditto in step. Safe for use by many threads.
 *
 * <p>Things are what Ditto calls twins. The inventory belongs to the graph: what somebody else writes there is counted and
 * not taken. What devices report belongs to Ditto, if they speak Ditto, and to the graph otherwise. What is desired belongs
 * to the engine: what somebody else desires is counted and written over.
 */
public final class DittoAdapter implements DeviceAdapter {

    private final DittoAdapterBuilder.Plan plan;
    private final Supplier<Wire> wires;
    private final List<DittoGateway> gateways = new CopyOnWriteArrayList<>();
    private volatile @Nullable CitySession session;
    private volatile @Nullable Instant cutSince;

    DittoAdapter(DittoAdapterBuilder.Plan plan, Supplier<Wire> wires) {
        this.plan = plan;
        this.wires = wires;
    }

    /**
     * Begins to say where the Ditto is and what it shall hold.
     *
     * @return an empty builder
     */
    public static DittoAdapterBuilder builder() {
        return new DittoAdapterBuilder();
    }

    /**
     * Makes policies and Things of all twins, and changes those that differ; blocks. It can be stopped anywhere and called
     * again, and writes nothing where all is as it should be. Things that somebody else made are left alone.
     *
     * @return what was done
     * @throws io.citytwin.core.error.CityTwinException {@code D104} if Ditto does not answer
     */
    public ProvisioningReport provision() {
        return provisioning(Provisioner::all);
    }

    /**
     * Deletes the Things that this adapter made and that have no twin any more; blocks.
     *
     * @param namespaces where to look, besides those that the graph has
     * @return what was done
     * @throws io.citytwin.core.error.CityTwinException {@code D104} if Ditto does not answer
     */
    public ProvisioningReport retire(Set<String> namespaces) {
        return provisioning(provisioner -> provisioner.retire(namespaces));
    }

    /**
     * How the city and its Ditto get on.
     *
     * @return numbers since the start; all zero before it
     */
    public DittoHealth status() {
        CitySession running = session;
        return running == null ? DittoHealth.NONE : running.health();
    }

    @Override
    public List<AdapterProblem> health() {
        CitySession running = session;
        if (running == null || running.isConnected()) {
            cutSince = null;
            return List.of();
        }
        Instant since = cutSince == null ? running.now() : cutSince;
        cutSince = since;
        return List.of(new AdapterProblem(
                plan.name(), since, "`" + plan.name() + "` has no connection to its Ditto; what changes waits."));
    }

    @Override
    public String name() {
        return plan.name();
    }

    @Override
    public boolean serves(Twin twin) {
        return plan.devices().test(twin);
    }

    /**
     * Connects, reads all Things and follows them. Waits for them for 20 seconds, and goes on without if Ditto does not
     * answer: they come later.
     */
    @Override
    public synchronized void start(AdapterContext context) {
        if (session == null) {
            CitySession started = new CitySession(plan, wires.get(), context, gateways);
            session = started;
            started.start();
        }
    }

    @Override
    public void command(Directive directive) {
        CitySession running = session;
        if (running != null) {
            running.command(directive);
        }
    }

    @Override
    public synchronized void stop() {
        CitySession running = session;
        session = null;
        if (running != null) {
            running.stop();
        }
    }

    /** From now on, nothing of a gateway comes in between barriers. */
    void walkWith(DittoGateway gateway) {
        gateways.add(gateway);
    }

    /** Waits until all that a gateway wrote was taken in. */
    void settle(GatewaySession gateway) {
        CitySession running = session;
        if (running != null) {
            running.settle(gateway);
        }
    }

    private ProvisioningReport provisioning(Function<Provisioner, Tally> work) {
        try (Wire wire = wires.get()) {
            Tally done = work.apply(plan.provisioner(wire.web()));
            return new ProvisioningReport(
                    done.created.get(), done.changed.get(), done.unchanged.get(), done.deleted.get(), done.problems());
        } catch (LinkLost lost) {
            throw Unreachable.because(lost);
        }
    }
}
