package io.citytwin.examples.milan.plates;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.privacy.Infringement;
import io.citytwin.core.privacy.InfringementFiles;
import io.citytwin.core.privacy.Pseudonyms;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Passage;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.DeviceAdapter;
import io.citytwin.rules.Decision;
import io.citytwin.rules.RegulationEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A gate that reads plates and tells the city pseudonyms. For one thread at a time. */
final class PlateGate implements DeviceAdapter {

    static final TwinId GATE = TwinId.of("it:gate");
    /** The register of vehicles: what a plate is. */
    static final SortedMap<String, String> REGISTER = new TreeMap<>(Map.of(
            "GA482LP", "fuel=petrol euro=6D",
            "FX907KZ", "fuel=electric euro=6D",
            "BK330TT", "fuel=diesel euro=3"));

    private static final Duration NOTICE = Duration.ofDays(90);

    private final TwinGraph graph;
    private final RegulationEngine engine;
    private final Pseudonyms names;
    private final InfringementFiles cases;
    private AdapterContext city;

    PlateGate(TwinGraph graph, RegulationEngine engine, Pseudonyms names, InfringementFiles cases) {
        this.graph = graph;
        this.engine = engine;
        this.names = names;
        this.cases = cases;
    }

    @Override
    public String name() {
        return "plates";
    }

    @Override
    public boolean serves(Twin twin) {
        return twin.id().equals(GATE);
    }

    @Override
    public void start(AdapterContext context) {
        city = context;
    }

    @Override
    public void command(Directive directive) {
        // A gate that has nothing to switch.
    }

    @Override
    public void stop() {
        // Nothing is open.
    }

    /** A plate was read; the one that breaks the law is kept, encrypted, as long as its notice may take. */
    void read(String id, String plate, Instant at) {
        read(id, plate, REGISTER.get(plate), at);
    }

    /** The same for a plate that is not in the register of this class, so that the class itself does not know it. */
    void read(String id, String plate, String registered, Instant at) {
        TwinId vehicle = new TwinId("passing", names.of(plate, at).orElseThrow());
        Twin seen = AssetTypes.builtIn()
                .twin(vehicle.toString(), "Vehicle")
                .withAll(
                        "place=it:milano category=M1 dpf=none twoStroke=false length=4.3 service=private home=it:milano")
                .withAll("kilometreScheme=false disabledBadge=false")
                .withAll(registered);
        city.at(at, () -> {
            graph.put(List.of(seen), at);
            city.passed(new Passage(id, vehicle, GATE, at));
        });
        city.at(at.plusSeconds(1), () -> keep(id, plate, at));
    }

    private void keep(String id, String plate, Instant at) {
        engine.settlement(id)
                .filter(settled -> settled.decision().outcome() == Decision.Outcome.FORBIDDEN)
                .ifPresent(settled -> cases.keep(
                        new Infringement(
                                settled.passage(), plate, settled.decision().explain("en")),
                        at.plus(NOTICE)));
    }
}
