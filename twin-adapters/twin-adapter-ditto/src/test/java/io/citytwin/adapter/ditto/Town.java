package io.citytwin.adapter.ditto;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Governor;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.sync.CityTwinBuilder;
import io.citytwin.core.time.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Three lamps and a gate, what a governor was told, and what it asks. */
final class Town implements Governor {

    static final Instant MIDNIGHT = Instant.parse("2024-01-10T00:00:00Z");
    static final TwinId LAMP = TwinId.of("town:lamp-1");

    final TwinGraph graph = TwinGraph.of(AssetTypes.builtIn());
    final List<Input> inputs = new ArrayList<>();
    final Map<Instant, List<Directive>> plan = new TreeMap<>();

    Town() {
        AssetTypes types = graph.types();
        graph.put(
                List.of(
                        types.twin("town:lamp-1", "LampPost").withAll("ratedPower=70"),
                        types.twin("town:lamp-2", "LampPost").withAll("ratedPower=70"),
                        types.twin("town:lamp-3", "LampPost"),
                        types.twin("town:gate-1", "Gate")),
                MIDNIGHT);
    }

    CityTwinBuilder city() {
        return CityTwin.builder().graph(graph).clock(new VirtualClock(MIDNIGHT)).governor(this);
    }

    static Instant minute(long minutes) {
        return MIDNIGHT.plus(Duration.ofMinutes(minutes));
    }

    static Directive dim(String id, long percent, Instant at) {
        return new Directive(
                id,
                LAMP,
                "dimming",
                Quantity.of(percent, Unit.PERCENT),
                Directive.Kind.CLAIM,
                new Directive.Cause("xx.area.smog/light", "Because.", at),
                at);
    }

    @Override
    public void accept(Input input) {
        inputs.add(input);
    }

    @Override
    public List<Directive> step(Instant moment) {
        return plan.getOrDefault(moment, List.of());
    }

    @Override
    public void close() {
        // nothing is held
    }
}
