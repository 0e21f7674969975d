package io.citytwin.adapter.ditto.fault;

import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.time.SystemClock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Changes that never stop while the network fails: own data, values, twins that come and go, and what devices measure. */
final class FaultTraffic {

    final AtomicInteger changes = new AtomicInteger();
    final AtomicInteger reports = new AtomicInteger();

    /** What went wrong in here, which must be nothing. */
    final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    private final FaultCity city;
    private final TwinGraph graph;
    private final SystemClock clock = new SystemClock();
    private final Random random;
    private boolean over;

    FaultTraffic(FaultCity city, long seed) {
        this.city = city;
        this.graph = city.graph;
        this.random = new Random(seed);
    }

    void start(ScheduledExecutorService timer) {
        var unused = timer.scheduleAtFixedRate(this::once, 0, 10, TimeUnit.MILLISECONDS);
    }

    /** Nothing changes any more when this returns. */
    synchronized void stop() {
        over = true;
    }

    private synchronized void once() {
        if (over || failure.get() != null) {
            return;
        }
        try {
            own();
            own();
            air();
            air();
            for (int i = 0; i < 4; i++) {
                report();
            }
            if (random.nextInt(20) == 0) {
                comeOrGo();
            }
        } catch (RuntimeException wrong) {
            failure.set(wrong);
        }
    }

    // Own data of devices' twins as well: two writers of one Thing, each with its part.
    private void own() {
        String type = List.of("LampPost", "Connector", "HeatingPlant").get(random.nextInt(3));
        TwinId id = FaultCity.id(type, random.nextInt(250));
        graph.put(
                List.of(graph.types().twin(id.toString(), type).withAll("ratedPower=" + (1 + random.nextInt(1_000)))),
                clock.now());
        changes.incrementAndGet();
    }

    private void air() {
        Instant now = clock.now();
        graph.observe(new Observation(
                FaultCity.id("AirStation", random.nextInt(250)),
                "pm10",
                Optional.of(Quantity.of(random.nextInt(90), Unit.MICROGRAM_PER_CUBIC_METRE)),
                now,
                now,
                "arpa",
                Quality.GOOD));
        changes.incrementAndGet();
    }

    private void report() {
        List<String> types = List.of("LampPost", "Connector", "HeatingPlant");
        TwinId id = FaultCity.id(types.get(random.nextInt(3)), random.nextInt(250));
        if (city.field.report(id, reports.get() + 1L)) {
            reports.incrementAndGet();
        }
    }

    private void comeOrGo() {
        TwinId id = FaultCity.id("AirStation", 1_000 + random.nextInt(10));
        if (graph.find(id).isPresent()) {
            graph.remove(id, clock.now());
        } else {
            graph.put(List.of(graph.types().twin(id.toString(), "AirStation")), clock.now());
        }
        changes.incrementAndGet();
    }
}
