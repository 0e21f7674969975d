package io.citytwin.examples.milan.protocol;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Lease;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.DeviceAdapter;
import io.citytwin.core.spi.ForwardingAdapterContext;
import io.citytwin.core.spi.LeaseSupport;
import io.citytwin.core.spi.Work;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The street: what its devices say goes over their wires, and what has none goes to the city at once. Safe for use by many
 * threads.
 */
public final class StreetSide implements DeviceAdapter {

    private final DeviceAdapter street;
    private final List<Wire> wires;
    private final Lockstep lockstep;
    private final Map<String, Asked> asked = new ConcurrentHashMap<>();

    StreetSide(DeviceAdapter street, List<Wire> wires, Lockstep lockstep) {
        this.street = street;
        this.wires = List.copyOf(wires);
        this.lockstep = lockstep;
    }

    private record Asked(Wire wire, Directive directive) {}

    @Override
    public String name() {
        return street.name();
    }

    @Override
    public boolean serves(Twin twin) {
        return street.serves(twin);
    }

    @Override
    public void start(AdapterContext context) throws Exception {
        wires.forEach(wire -> wire.open((directive, lease) -> take(wire, directive, lease)));
        street.start(new Divided(context));
        lockstep.await();
    }

    /** On the thread of a protocol: its answer counts as sent before the command counts as arrived. */
    private void take(Wire wire, Directive directive, Optional<Lease> lease) {
        asked.put(directive.id(), new Asked(wire, directive));
        lease.ifPresentOrElse(until -> street.command(directive, until), () -> street.command(directive));
        lockstep.arrived();
    }

    @Override
    public void command(Directive directive) {
        street.command(directive);
    }

    @Override
    public void command(Directive directive, Lease lease) {
        street.command(directive, lease);
    }

    @Override
    public LeaseSupport leaseSupport() {
        return street.leaseSupport();
    }

    @Override
    public void stop() {
        street.stop();
        wires.forEach(Wire::close);
    }

    private Optional<Wire> wire(TwinId twin) {
        return wires.stream().filter(wire -> wire.carries(twin)).findFirst();
    }

    /** The city, as the street sees it. */
    private final class Divided extends ForwardingAdapterContext {

        Divided(AdapterContext city) {
            super(city);
        }

        @Override
        public void observe(Observation seen) {
            Optional<Wire> wire = wire(seen.twin());
            if (wire.isEmpty()) {
                super.observe(seen);
                return;
            }
            lockstep.sent();
            if (!wire.get().tell(seen)) {
                lockstep.arrived();
            }
        }

        @Override
        public void acknowledge(Acknowledgement said) {
            Asked one = asked.remove(said.directive());
            if (one == null) {
                super.acknowledge(said);
                return;
            }
            lockstep.sent();
            one.wire().answer(one.directive(), said);
        }

        /** Whatever devices say at a moment has arrived before time goes on. */
        @Override
        public void at(Instant moment, Work work) {
            super.at(moment, () -> {
                work.run();
                lockstep.await();
            });
        }
    }
}
