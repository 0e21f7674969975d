package io.citytwin.adapter.dittoembedded;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Serves a graph of lamp posts until it is killed, in a Java of its own. */
final class CityOfLamps {

    private static final PrintStream OUT =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final String NAMESPACE = "it.milano:lamp-";

    private CityOfLamps() {}

    /** The argument is how many lamp posts. */
    public static void main(String[] arguments) throws InterruptedException {
        AssetTypes types = AssetTypes.builtIn();
        TwinGraph graph = TwinGraph.of(types);
        int many = Integer.parseInt(arguments[0]);
        for (int i = 0; i < many; i++) {
            String id = NAMESPACE + i;
            graph.put(
                    List.of(types.twin(id, "LampPost")
                            .with("location", "9." + (10_000 + i) + " 45." + (40_000 + i))
                            .with("lightingClass", "M3")
                            .with("ratedPower", "90")),
                    NOON);
            observe(graph, id, "power", Quantity.of(i % 90, Unit.of("W")));
            graph.desire(TwinId.of(id), "dimming", Quantity.of(i % 100, Unit.of("%")), NOON);
        }
        try (EmbeddedDitto ditto = EmbeddedDitto.builder().graph(graph).build().start()) {
            Runtime runtime = Runtime.getRuntime();
            runtime.gc();
            long used = (runtime.totalMemory() - runtime.freeMemory()) / (1 << 20);
            OUT.println(many + " twins take " + used + " MB at " + ditto.uri());
            new CountDownLatch(1).await();
        }
    }

    private static void observe(TwinGraph graph, String id, String property, Quantity value) {
        graph.observe(new Observation(
                TwinId.of(id), property, Optional.of(value), NOON, NOON.plusSeconds(1), "lamps", Quality.GOOD));
    }
}
