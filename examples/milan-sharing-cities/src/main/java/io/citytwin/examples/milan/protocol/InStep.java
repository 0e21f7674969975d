package io.citytwin.examples.milan.protocol;

import io.citytwin.core.model.Twin;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Lease;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.AdapterProblem;
import io.citytwin.core.spi.DeviceAdapter;
import io.citytwin.core.spi.LeaseSupport;
import java.util.List;
import java.util.Optional;

/**
 * An adapter that is as it is, except that a command is over when the device has it. Safe for use by many threads.
 *
 * @param adapter the real one
 * @param wire where its devices are
 * @param lockstep holds the time
 */
record InStep(DeviceAdapter adapter, Wire wire, Lockstep lockstep) implements DeviceAdapter {

    @Override
    public String name() {
        return adapter.name();
    }

    @Override
    public boolean serves(Twin twin) {
        return adapter.serves(twin);
    }

    @Override
    public void start(AdapterContext context) throws Exception {
        adapter.start(new HeardCity(context, lockstep));
    }

    @Override
    public void command(Directive directive) {
        bring(directive, Optional.empty());
    }

    @Override
    public void command(Directive directive, Lease lease) {
        bring(directive, Optional.of(lease));
    }

    private void bring(Directive directive, Optional<Lease> lease) {
        lockstep.sent();
        wire.expect(directive, lease);
        lease.ifPresentOrElse(until -> adapter.command(directive, until), () -> adapter.command(directive));
        lockstep.await();
    }

    @Override
    public LeaseSupport leaseSupport() {
        return adapter.leaseSupport();
    }

    @Override
    public List<AdapterProblem> health() {
        return adapter.health();
    }

    @Override
    public void stop() {
        adapter.stop();
    }
}
