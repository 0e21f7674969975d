package io.citytwin.adapter.ditto;

import io.citytwin.core.model.Twin;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.DeviceAdapter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Devices in the field that do nothing by themselves. */
final class FakeField implements DeviceAdapter {

    final List<String> commands = new CopyOnWriteArrayList<>();
    volatile boolean obeying;
    volatile Optional<String> refusal = Optional.empty();
    volatile AdapterContext context;

    void answer(String id) {
        context.acknowledge(new Acknowledgement(id, refusal, context.clock().now()));
    }

    @Override
    public String name() {
        return "field";
    }

    @Override
    public boolean serves(Twin twin) {
        return true;
    }

    @Override
    public void start(AdapterContext given) {
        context = given;
    }

    @Override
    public void command(Directive directive) {
        commands.add(directive.id() + " " + directive.value());
        if (obeying) {
            answer(directive.id());
        }
    }

    @Override
    public void stop() {
        context = null;
    }
}
