package io.citytwin.adapter.ditto.fault;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.DeviceAdapter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Devices that act upon each directive they are given, forget nothing and do not look whether they had it before: who asks
 * twice is found out.
 */
final class FaultField implements DeviceAdapter {

    /** What devices measure, and say by the way of Ditto. */
    static final Map<String, String> MEASURED =
            Map.of("LampPost", "energy", "Connector", "energy", "HeatingPlant", "energy");

    /** Each time that a device acted, per directive. */
    final Map<String, List<String>> acts = new ConcurrentHashMap<>();

    /** What each device was last told to be, per twin. */
    final Map<TwinId, String> position = new ConcurrentHashMap<>();

    /** What each device said last. */
    final Map<TwinId, Observation> said = new ConcurrentHashMap<>();

    private volatile @Nullable AdapterContext context;

    /** A device measures something else. Returns false while there are no devices yet. */
    boolean report(TwinId twin, long value) {
        AdapterContext city = context;
        if (city == null) {
            return false;
        }
        Observation seen = new Observation(
                twin,
                "energy",
                Optional.of(Quantity.of(value, Unit.KILOWATT_HOUR)),
                city.clock().now(),
                city.clock().now(),
                name(),
                Quality.GOOD);
        said.put(twin, seen);
        city.observe(seen);
        return true;
    }

    @Override
    public String name() {
        return "field";
    }

    @Override
    public boolean serves(Twin twin) {
        return MEASURED.containsKey(twin.type().name());
    }

    @Override
    public void start(AdapterContext given) {
        context = given;
    }

    @Override
    public void command(Directive directive) {
        AdapterContext city = context;
        if (city != null) {
            acts.computeIfAbsent(directive.id(), id -> new CopyOnWriteArrayList<>())
                    .add(directive.value() + " at " + city.clock().now());
            position.put(directive.twin(), directive.id());
            city.acknowledge(new Acknowledgement(
                    directive.id(), Optional.empty(), city.clock().now()));
        }
    }

    @Override
    public void stop() {
        context = null;
    }
}
