package io.citytwin.adapter.dittoembedded.internal.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private static final int WRITERS = 8;
    private static final int WRITES = 500;

    @Test
    void revisionsHaveNoGapsAndEventsComeInTheirOrder() throws Exception {
        Town town = new Town();
        Map<String, ConcurrentLinkedQueue<Long>> told = new HashMap<>();
        for (String name : List.of("a", "b", "c")) {
            told.put("org.test:" + name, new ConcurrentLinkedQueue<>());
        }
        try (Things.Subscription all = town.things.subscribe(
                event -> told.get(event.thing().toString()).add(event.revision()))) {
            told.keySet().forEach(id -> town.admin("create " + id.substring(9) + " / {\"policyId\":\"org.test:pol\"}"));
            ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
            List<Future<?>> running = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int seed = writer;
                running.add(pool.submit(() -> write(town, seed)));
            }
            for (Future<?> one : running) {
                one.get();
            }
            pool.shutdown();
            assertThat(all).isNotNull();
        }
        long total =
                told.values().stream().mapToLong(ConcurrentLinkedQueue::size).sum();
        assertThat(total).isEqualTo(3 + WRITERS * WRITES);
        told.forEach((id, revisions) -> assertThat(revisions)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, revisions.size()).boxed().toList()));
        town.admin("modify a /attributes/last 1");
        assertThat(told.values().stream().mapToLong(ConcurrentLinkedQueue::size).sum())
                .isEqualTo(total);
    }

    private static void write(Town town, int seed) {
        for (int i = 0; i < WRITES; i++) {
            String name = List.of("a", "b", "c").get((i + seed) % 3);
            town.admin("modify " + name + " /attributes/x" + seed + " " + i);
        }
    }
}
