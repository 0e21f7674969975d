package io.citytwin.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConcurrentWritersTest {

    private static final Instant START = Instant.parse("2024-11-04T12:00:00Z");
    private static final int WRITERS = 4;
    private static final int DEEDS = 1500;

    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 2);
    private final TwinGraph graph = TwinGraph.of(RandomCity.TYPES);

    @AfterEach
    void stop() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43})
    void endWhereOneWriterEndsWhoDoesTheSameInTheOrderOfTheFeed(long seed) throws Exception {
        // Each deed has a moment of its own, so that the feed tells which deed caused a change.
        Map<Instant, RandomCity.Deed> deeds = new ConcurrentHashMap<>();
        List<Change> told = new ArrayList<>();
        graph.subscribe(told::add);
        together(WRITERS, writer -> {
            RandomCity city = new RandomCity(seed * 100 + writer);
            for (int i = 0; i < DEEDS; i++) {
                Instant at = START.plusSeconds(i).plusNanos(writer * 1000L);
                RandomCity.Deed deed = city.deed(at);
                deeds.put(at, deed);
                deed.tried(graph);
            }
        });
        for (int i = 0; i < told.size(); i++) {
            assertThat(told.get(i).number()).isEqualTo(i + 1);
        }
        List<Change> again = new ArrayList<>();
        TwinGraph alone = TwinGraph.of(RandomCity.TYPES);
        alone.subscribe(again::add);
        told.stream().map(Change::at).distinct().map(deeds::get).forEach(deed -> deed.on(alone));
        assertThat(again).isEqualTo(told).hasSizeGreaterThan(DEEDS);
        for (TwinId twin : RandomCity.ids()) {
            assertThat(graph.find(twin)).isEqualTo(alone.find(twin));
            assertThat(graph.desired(twin, "dimming")).isEqualTo(alone.desired(twin, "dimming"));
        }
        FromScratch.of(graph).check();
    }

    @Test
    void readersSeeABatchWholeOrNotAtAll() throws Exception {
        Twin first = RandomCity.TYPES.twin("it.milano:lamp-1", "LampPost");
        Twin second = RandomCity.TYPES.twin("it.milano:lamp-2", "LampPost");
        graph.put(List.of(first, second), START);
        AtomicBoolean done = new AtomicBoolean();
        Set<Integer> seen = ConcurrentHashMap.newKeySet();
        together(3, thread -> {
            if (thread > 0) {
                // One circle query reads both lamps under one lock.
                while (!done.get()) {
                    List<Optional<Value>> powers = new ArrayList<>();
                    graph.nearest(RandomCity.point(0, 0), "LampPost", lamp -> powers.add(lamp.value("ratedPower")), 2);
                    assertThat(new HashSet<>(powers)).hasSizeLessThan(2);
                    seen.add(graph.all("Gate").size() % 2);
                }
                return;
            }
            try {
                changeBothLamps(first, second);
            } finally {
                done.set(true);
            }
        });
        assertThat(seen).containsExactly(0);
        assertThat(graph.find(second.id()).orElseThrow().value("ratedPower")).contains(Quantity.of(2000, Unit.WATT));
    }

    private void changeBothLamps(Twin first, Twin second) {
        for (int i = 1; i <= 2000; i++) {
            Value power = new Quantity(BigDecimal.valueOf(i), Unit.WATT);
            graph.put(
                    List.of(
                            first.with("ratedPower", power).with("location", RandomCity.point(i % 20, 1)),
                            second.with("ratedPower", power).with("location", RandomCity.point(1, i % 20))),
                    START);
            if (i % 100 == 0) {
                graph.put(List.of(gate(i), gate(i + 1)), START);
            }
        }
    }

    private static Twin gate(int number) {
        return RandomCity.TYPES.twin("it.milano:gate-" + number, "Gate");
    }

    private interface Work {
        void of(int thread) throws Exception;
    }

    private void together(int number, Work work) throws InterruptedException, ExecutionException {
        List<Callable<Object>> all = new ArrayList<>();
        for (int thread = 0; thread < number; thread++) {
            int mine = thread;
            all.add(() -> {
                work.of(mine);
                return mine;
            });
        }
        for (Future<Object> one : threads.invokeAll(all)) {
            assertThat(one.get()).isNotNull();
        }
    }
}
