package io.citytwin.adapter.simulated;

import io.citytwin.adapter.tck.CommandedPeer;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.DeviceAdapter;
import io.citytwin.core.time.CityClock;
import io.citytwin.core.time.VirtualClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** One simulated charge point, as far as it can be seen from inside the adapter. */
final class SimulatedPeer implements CommandedPeer {

    private static final TwinId CONNECTOR = TwinId.of("town:connector");

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-01-20T00:00:00Z"));
    private final SimulatedAdapterBuilder plan = SimulatedAdapter.builder();
    private final List<Value> shown = new ArrayList<>();
    private SimulatedAdapter adapter = plan.build();

    @Override
    public DeviceAdapter adapter() {
        adapter = plan.build();
        return overheard(DeviceAdapter.class, adapter, (method, arguments) -> {
            if (method.equals("start")) {
                arguments[0] = overheard(AdapterContext.class, (AdapterContext) arguments[0], this::note);
            }
        });
    }

    private void note(String method, Object[] arguments) {
        if (method.equals("observe")
                && arguments[0] instanceof Observation seen
                && seen.property().equals(property())) {
            seen.value().ifPresent(shown::add);
        }
    }

    private static <T> T overheard(Class<T> type, T real, BiConsumer<String, Object[]> listener) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    listener.accept(method.getName(), given);
                    try {
                        return method.invoke(real, given);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }

    @Override
    public List<Twin> twins() {
        return List.of(
                AssetTypes.builtIn().twin(CONNECTOR.toString(), "Connector").with("ratedPower", "22"));
    }

    @Override
    public CityClock clock() {
        return clock;
    }

    @Override
    public TwinId commanded() {
        return CONNECTOR;
    }

    @Override
    public String property() {
        return "output";
    }

    @Override
    public Value value(int number) {
        return Quantity.of(30 + 10L * number, Unit.PERCENT);
    }

    @Override
    public List<Value> done() {
        // What it shows at first is not done by anybody.
        return shown.isEmpty() ? shown : List.copyOf(shown.subList(1, shown.size()));
    }

    @Override
    public void refuse() {
        plan.refusing(CONNECTOR);
    }

    @Override
    public void keepSilent() {
        plan.silent(CONNECTOR);
    }

    @Override
    public Optional<Instant> leaseEnd() {
        return adapter.leasedUntil(CONNECTOR, "output");
    }

    @Override
    public void close() {
        adapter.stop();
    }
}
