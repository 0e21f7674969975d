package io.citytwin.adapter.ditto.fault;

import io.citytwin.adapter.ditto.DittoAdapter;
import io.citytwin.adapter.ditto.DittoGateway;
import io.citytwin.adapter.ditto.DittoLogin;
import io.citytwin.adapter.ditto.DittoRoles;
import io.citytwin.adapter.dittoembedded.EmbeddedDitto;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.time.SystemClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A city of 1 000 twins and its devices, with an endpoint in between that both reach through a proxy of their own. */
final class FaultCity implements AutoCloseable {

    static final String NAMESPACE = "faults";

    private static final List<String> TYPES = List.of("LampPost", "Connector", "HeatingPlant", "AirStation");
    private static final int EACH = 250;

    final TwinGraph graph = TwinGraph.of(AssetTypes.builtIn(), Journal.forgetful());
    final FaultField field = new FaultField();
    final EmbeddedDitto ditto;
    final FaultProxy citySide;
    final FaultProxy fieldSide;
    final FaultGovernor governor;
    final DittoAdapter adapter;
    final CityTwin city;

    private final SystemClock clock = new SystemClock();

    FaultCity(long seed) throws IOException {
        List<Twin> twins = made();
        graph.put(twins, clock.now());
        governor = new FaultGovernor(
                twins.stream().filter(field::serves).map(Twin::id).toList(), seed + 1);
        ditto = EmbeddedDitto.builder()
                .journal(Journal.forgetful())
                .user("city", "c1")
                .user("field", "f1")
                .build()
                .start();
        citySide = new FaultProxy(ditto.uri().getPort(), seed + 2);
        fieldSide = new FaultProxy(ditto.uri().getPort(), seed + 3);
        adapter = DittoAdapter.builder()
                .endpoint(address(citySide))
                .login(DittoLogin.basic("city", "c1"))
                .graph(graph)
                .roles(DittoRoles.of(Set.of(), Set.of("nginx:field"), Set.of()))
                .devices(field::serves)
                .build();
        city = CityTwin.builder()
                .graph(graph)
                .clock(clock)
                .journal(Journal.forgetful())
                .governor(governor)
                .step(Duration.ofMillis(250))
                .retry(Duration.ofSeconds(1), 10)
                .adapter(adapter)
                .adapter(DittoGateway.builder()
                        .endpoint(address(fieldSide))
                        .login(DittoLogin.basic("field", "f1"))
                        .namespaces(Set.of(NAMESPACE))
                        .hosting(field)
                        .build())
                .build();
    }

    private List<Twin> made() {
        List<Twin> twins = new ArrayList<>();
        TYPES.forEach(type -> {
            for (int i = 0; i < EACH; i++) {
                twins.add(graph.types().twin(NAMESPACE + ":" + type + "-" + i, type));
            }
        });
        return twins;
    }

    /** All that the graph has now. */
    List<Twin> twins() {
        return TYPES.stream()
                .flatMap(type -> graph.all(type).stream())
                .flatMap(id -> graph.find(id).stream())
                .toList();
    }

    static TwinId id(String type, int number) {
        return TwinId.of(NAMESPACE + ":" + type + "-" + number);
    }

    /** Ends the city and its adapters, then what they spoke with. */
    @Override
    public void close() throws IOException {
        try (ditto;
                citySide;
                fieldSide) {
            city.close();
        }
    }

    private static URI address(FaultProxy proxy) {
        return URI.create("http://127.0.0.1:" + proxy.port());
    }
}
