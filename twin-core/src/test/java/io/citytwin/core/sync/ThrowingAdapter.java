package io.citytwin.core.sync;

import io.citytwin.core.model.Twin;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.DeviceAdapter;

/** Knows its name and nothing else. */
final class ThrowingAdapter implements DeviceAdapter {

    @Override
    public String name() {
        return "throwing";
    }

    @Override
    public boolean serves(Twin twin) {
        throw new IllegalStateException("serves");
    }

    @Override
    public void start(AdapterContext context) {
        throw new IllegalStateException("start");
    }

    @Override
    public void command(Directive directive) {
        throw new IllegalStateException("command");
    }

    @Override
    public void stop() {
        throw new IllegalStateException("stop");
    }
}
