package io.citytwin.core.sync;

import io.citytwin.core.model.Twin;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Lease;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.AdapterProblem;
import io.citytwin.core.spi.DeviceAdapter;
import io.citytwin.core.spi.LeaseSupport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Serves lamp posts; what it does with a directive is up to the test. */
final class FakeDevices implements DeviceAdapter {

    final List<String> commands = new ArrayList<>();
    final List<String> leases = new ArrayList<>();
    private final String name;
    private final String type;
    private LeaseSupport leaseSupport = LeaseSupport.NONE;
    private Consumer<Directive> reaction = directive -> {};
    private AdapterContext context;
    boolean stopped;
    Supplier<List<AdapterProblem>> health = List::of;

    FakeDevices(String name) {
        this(name, "LampPost");
    }

    FakeDevices(String name, String type) {
        this.name = name;
        this.type = type;
    }

    FakeDevices keepingLeases() {
        leaseSupport = LeaseSupport.DEVICE;
        return this;
    }

    FakeDevices reacting(Consumer<Directive> to) {
        reaction = to;
        return this;
    }

    FakeDevices obeying() {
        return reacting(directive -> answer(directive, Optional.empty()));
    }

    void answer(Directive directive, Optional<String> refusal) {
        answer(directive.id(), refusal);
    }

    void answer(String id, Optional<String> refusal) {
        context.acknowledge(new Acknowledgement(id, refusal, context.clock().now()));
    }

    AdapterContext context() {
        return context;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean serves(Twin twin) {
        return twin.type().name().equals(type);
    }

    @Override
    public void start(AdapterContext given) {
        context = given;
    }

    @Override
    public void command(Directive directive) {
        Instant now = context.clock().now();
        commands.add(now + " " + directive.id());
        reaction.accept(directive);
    }

    @Override
    public void command(Directive directive, Lease lease) {
        leases.add(directive.id() + " until " + lease.until());
        command(directive);
    }

    @Override
    public LeaseSupport leaseSupport() {
        return leaseSupport;
    }

    @Override
    public List<AdapterProblem> health() {
        return health.get();
    }

    @Override
    public void stop() {
        stopped = true;
    }
}
