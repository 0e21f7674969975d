package io.citytwin.adapter.ditto.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.citytwin.adapter.ditto.DittoHealth;
import io.citytwin.adapter.ditto.ProvisioningReport;
import io.citytwin.core.sync.DirectiveRecord;
import io.citytwin.core.sync.DirectiveRecord.State;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** 1 000 twins change while the network between the city, the endpoint and the devices fails in every way; then it heals. */
final class FaultRun {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long MOST_GROWTH = 30L << 20;
    private static final int ACTUATORS = 750;
    private static final int THINGS = 1_010;

    private final long seed;
    private final Duration length;
    private final Duration longest;
    private final ScheduledExecutorService timer =
            Executors.newScheduledThreadPool(3, task -> new Thread(task, "fault-run"));
    private long settledHeap;
    private int mostWaiting;
    private int mostWrites;

    /** A run; the longest fault lasts as long as the last argument says. */
    FaultRun(long seed, Duration length, Duration longest) {
        this.seed = seed;
        this.length = length;
        this.longest = longest;
    }

    /** Runs it all. Returns a line of numbers. */
    String play() throws IOException, InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        String numbers;
        FaultCity city = new FaultCity(seed);
        try (city) {
            ProvisioningReport made = city.adapter.provision();
            assertThat(made.problems()).isEmpty();
            assertThat(made.created()).isGreaterThanOrEqualTo(1_000);
            city.city.start();
            numbers = fail(city);
        } finally {
            timer.shutdownNow();
        }
        nobodyIsLeft(before);
        return numbers;
    }

    private String fail(FaultCity city) throws InterruptedException {
        FaultTraffic traffic = new FaultTraffic(city, seed + 4);
        FaultSchedule faults = new FaultSchedule(List.of(city.citySide, city.fieldSide), timer, seed, longest);
        CountDownLatch end = new CountDownLatch(1);
        traffic.start(timer);
        faults.start();
        var warm = timer.schedule(() -> settledHeap = heap(), length.toMillis() / 5, TimeUnit.MILLISECONDS);
        var looks = timer.scheduleAtFixedRate(() -> look(city), 1, 1, TimeUnit.SECONDS);
        var unused = timer.schedule(end::countDown, length.toMillis(), TimeUnit.MILLISECONDS);
        end.await();
        city.governor.rest();
        traffic.stop();
        faults.heal();
        looks.cancel(false);
        assertThat(warm.isDone()).as("seed %d", seed).isTrue();
        assertThat(traffic.failure.get()).as("seed %d", seed).isNull();
        long healed = System.nanoTime();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> settled(city));
        Duration healing = Duration.ofNanos(System.nanoTime() - healed);
        nothingTwice(city);
        assertThat(faults.counts()).as("seed %d", seed).hasSize(FaultSchedule.Kind.values().length);
        // The client keeps each answer until the time for it is over, which is half a minute for a directive.
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(heap() - settledHeap)
                        .as("bytes of heap, seed %d", seed)
                        .isLessThan(MOST_GROWTH));
        long growth = heap() - settledHeap;
        assertThat(mostWaiting).as("directives that wait, seed %d", seed).isLessThanOrEqualTo(ACTUATORS);
        assertThat(mostWrites).as("Things that wait, seed %d", seed).isLessThanOrEqualTo(THINGS);
        return "seed " + seed + ": faults " + faults.counts() + ", healed in " + healing.toMillis() + " ms, changes "
                + traffic.changes + ", reports " + traffic.reports + ", " + numbers(city) + ", heap "
                + (settledHeap >> 20) + " MB and " + (growth >> 10) + " kB more, at most "
                + mostWaiting + " directives and " + mostWrites + " Things waited";
    }

    private void look(FaultCity city) {
        DittoHealth health = city.adapter.status();
        mostWaiting = Math.max(mostWaiting, health.waiting());
        mostWrites = Math.max(mostWrites, health.writes().waiting());
    }

    private void settled(FaultCity city) {
        assertThat(city.city.directives())
                .as("seed %d", seed)
                .extracting(DirectiveRecord::state)
                .isNotEmpty()
                .containsOnly(State.ACKNOWLEDGED, State.SUPERSEDED);
        assertThat(city.adapter.status().waiting()).as("seed %d", seed).isZero();
        assertThat(city.adapter.status().writes().waiting()).as("seed %d", seed).isZero();
        assertThat(new BothSides(city).differences()).as("seed %d", seed).isEmpty();
        // A value that a device said last was never overtaken, so the graph must have it.
        city.field.said.forEach((twin, seen) -> assertThat(
                        city.graph.find(twin).orElseThrow().observations().get("energy"))
                .as("%s, seed %d", twin, seed)
                .satisfies(known -> {
                    assertThat(known.value()).isEqualTo(seen.value());
                    assertThat(known.measuredAt()).isEqualTo(seen.measuredAt());
                }));
    }

    private void nothingTwice(FaultCity city) {
        for (DirectiveRecord record : city.city.directives()) {
            List<String> acts = city.field.acts.getOrDefault(record.directive().id(), List.of());
            assertThat(acts)
                    .as("%s, seed %d", record, seed)
                    .hasSizeLessThanOrEqualTo(1)
                    .hasSizeGreaterThanOrEqualTo(record.state() == State.ACKNOWLEDGED ? 1 : 0);
        }
        city.governor.latest.forEach((twin, directive) ->
                assertThat(city.field.position).as("seed %d", seed).containsEntry(twin, directive.id()));
        assertThat(city.city.deadLetters()).as("seed %d", seed).isEmpty();
    }

    private static String numbers(FaultCity city) {
        List<DirectiveRecord> all = city.city.directives();
        int retries = all.stream().mapToInt(record -> record.attempts() - 1).sum();
        return "directives " + city.city.health().directives() + " acted on " + city.field.acts.size() + " with "
                + retries + " reminders, connections city " + city.citySide.taken() + " field "
                + city.fieldSide.taken() + ", "
                + city.ditto.health().commands() + " commands, refused "
                + city.ditto.health().refusals() + ", "
                + city.adapter.status();
    }

    private static long heap() {
        System.gc();
        System.gc();
        Runtime machine = Runtime.getRuntime();
        return machine.totalMemory() - machine.freeMemory();
    }

    // The client of the JDK ends its selector only when it is collected.
    private void nobodyIsLeft(Set<Thread> before) {
        await().atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofMillis(300))
                .untilAsserted(() -> {
                    System.gc();
                    assertThat(Thread.getAllStackTraces().keySet())
                            .as("seed %d", seed)
                            .filteredOn(thread -> !before.contains(thread) && thread.isAlive())
                            .extracting(Thread::getName)
                            .noneMatch(
                                    name -> !name.startsWith("awaitility") && !name.startsWith("ForkJoinPool.common"));
                });
    }
}
