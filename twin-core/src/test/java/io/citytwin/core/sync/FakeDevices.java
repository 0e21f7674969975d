package io.citytwin.core.sync;

import io.citytwin.core.model.Twin;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.DeviceAdapter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Serves lamp posts; what it does with a directive is up to the test. */
final class FakeDevices implements DeviceAdapter {

    final List<String> commands = new ArrayList<>();
    private final String name;
    private Consumer<Directive> reaction = directive -> {};
    private AdapterContext context;
    boolean stopped;

    FakeDevices(String name) {
        this.name = name;
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
        return twin.type().name().equals("LampPost");
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
    public void stop() {
        stopped = true;
    }
}
