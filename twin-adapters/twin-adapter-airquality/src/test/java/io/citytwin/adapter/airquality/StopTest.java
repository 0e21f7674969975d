package io.citytwin.adapter.airquality;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.time.SystemClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** In real time, in the middle of an answer that does not end. */
class StopTest {

    private final SystemClock clock = new SystemClock();

    @Test
    void aCityThatClosesWaitsForNoServer() {
        CountDownLatch over = new CountDownLatch(1);
        try (Agency agency = new Agency()) {
            agency.answers(exchange -> {
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write('s');
                exchange.getResponseBody().flush();
                try {
                    over.await();
                } catch (InterruptedException end) {
                    Thread.currentThread().interrupt();
                }
            });
            CityTwin city = city(AirQualityAdapter.builder()
                    .name("air")
                    .source(AirSource.http("slow", agency.uri("/air.csv"), StationPeer.FEED))
                    .timeout(Duration.ofMinutes(5))
                    .build());
            Awaitility.await().until(() -> !agency.asked().isEmpty());
            Instant begun = clock.now();
            city.close();
            assertThat(clock.now()).isBefore(begun.plusSeconds(4));
            Awaitility.await("threads")
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> Thread.getAllStackTraces().keySet().stream()
                            .noneMatch(thread -> thread.getName().contains("citytwin-adapter-air")
                                    || thread.getName().contains("citytwin-air-http")));
            over.countDown();
        }
    }

    private CityTwin city(AirQualityAdapter adapter) {
        AssetTypes types = AssetTypes.builtIn();
        TwinGraph graph = TwinGraph.of(types);
        graph.put(List.of(types.twin("it.milano:air-6", "AirStation")), clock.now());
        CityTwin city =
                CityTwin.builder().graph(graph).clock(clock).adapter(adapter).build();
        city.start();
        return city;
    }
}
