package io.citytwin.adapter.mqtt;

import io.citytwin.adapter.mqtt.internal.Plan;
import io.citytwin.adapter.mqtt.internal.Traffic;
import io.citytwin.adapter.mqtt.internal.command.CommandRule;
import io.citytwin.core.model.Twin;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Lease;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.AdapterProblem;
import io.citytwin.core.spi.DeviceAdapter;
import io.citytwin.core.spi.LeaseSupport;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Devices that speak MQTT 5 or 3.1.1 through one broker. A message is acknowledged once what it says is in the journal, also
 * if that is a dead letter; while too much waits for that, no more are read. Safe for use by many threads.
 */
public final class MqttAdapter implements DeviceAdapter {

    private final Plan plan;
    private final AtomicReference<@Nullable Traffic> traffic = new AtomicReference<>();

    MqttAdapter(Plan plan) {
        this.plan = plan;
    }

    /**
     * Begins an adapter.
     *
     * @return asks for all that it needs
     */
    public static MqttAdapterBuilder builder() {
        return new MqttAdapterBuilder();
    }

    @Override
    public String name() {
        return plan.letters().source();
    }

    @Override
    public boolean serves(Twin twin) {
        return plan.serves(twin);
    }

    @Override
    public void start(AdapterContext context) {
        Traffic now = new Traffic(plan, context);
        traffic.set(now);
        now.start();
    }

    @Override
    public void command(Directive directive) {
        running().command(directive, Optional.empty());
    }

    @Override
    public void command(Directive directive, Lease lease) {
        running().command(directive, Optional.of(lease));
    }

    private Traffic running() {
        Traffic now = traffic.get();
        if (now == null) {
            throw new IllegalStateException("The adapter `" + name() + "` does not run.");
        }
        return now;
    }

    /**
     * Whether the devices keep leases by themselves: if every command says when its lease ends.
     *
     * @return {@link LeaseSupport#NONE} if one does not, or there are none
     */
    @Override
    public LeaseSupport leaseSupport() {
        boolean told = !plan.commands().isEmpty() && plan.commands().stream().allMatch(CommandRule::hasLease);
        return told ? LeaseSupport.DEVICE : LeaseSupport.NONE;
    }

    @Override
    public List<AdapterProblem> health() {
        Traffic now = traffic.get();
        return now == null ? List.of() : now.problems();
    }

    @Override
    public void stop() {
        Traffic last = traffic.getAndSet(null);
        if (last != null) {
            last.stop();
        }
    }
}
