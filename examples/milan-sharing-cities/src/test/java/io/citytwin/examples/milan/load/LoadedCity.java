package io.citytwin.examples.milan.load;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.DeviceAdapter;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.time.CityClock;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.directive.RegulationGovernor;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lamp posts under the shipped law of street lighting: each reports its traffic, by which the law sets its light. For one
 * thread at a time.
 */
final class LoadedCity implements AutoCloseable {

    static final String LAW = "it.nazionale.street-lighting";

    private static final Duration STEP = Duration.ofSeconds(1);
    /** Far more often than a city needs, so that a short run has some. */
    static final Duration SNAPSHOTS = Duration.ofMinutes(1);

    private static final int BUSY = 60;
    private static final int QUIET = 30;

    /** One lamp of so many turns from busy to quiet, or back, each time that it reports. */
    private static final int TURNING = 1000;

    private final List<TwinId> lamps = new ArrayList<>();
    private final CityClock clock;
    private final RegulationEngine engine;
    private final CityTwin city;
    private Last last = new Last(TwinId.of("it:nothing"), Instant.MIN);

    LoadedCity(int count, CityClock clock, Journal journal, MeterRegistry meters) {
        this.clock = clock;
        AssetTypes types = AssetTypes.builtIn();
        List<Twin> twins = new ArrayList<>(List.of(
                types.twin("it:lombardia", "Region").withAll("code=IT-25"),
                types.twin("it:mi", "Province").withAll("region=it:lombardia"),
                types.twin("it:milano", "Municipality").withAll("code=IT-015146 province=it:mi population=1366180")));
        for (int i = 0; i < count; i++) {
            Twin lamp = types.twin("it:lamp-" + i, "LampPost")
                    .withAll(
                            "place=it:milano lightingClass=M4 riskAssessed=false lightControl=traffic controlWorks=true"
                                    + " trafficSample=10 trafficSamples=2 holdTime=10 ratedPower=70");
            lamps.add(lamp.id());
            twins.add(lamp);
        }
        TwinGraph graph = TwinGraph.of(types, Journal.forgetful());
        graph.put(twins, clock.now());
        engine = RegulationEngine.builder()
                .regulations(List.of(RegulationBundle.classpath().find(LAW).orElseThrow()))
                .build();
        city = CityTwin.builder()
                .graph(graph)
                .clock(clock)
                .step(STEP)
                .snapshots(SNAPSHOTS)
                .adapter(new Obeying())
                .governor(RegulationGovernor.of(engine))
                .journal(journal)
                .meters(meters)
                .build();
        city.start();
    }

    /** Whether the city has taken all that was reported. */
    boolean hasTakenAll() {
        return city.graph()
                .find(last.lamp())
                .map(lamp -> lamp.observations().get("traffic"))
                .filter(seen -> !seen.receivedAt().isBefore(last.at()))
                .isPresent();
    }

    /** What was reported last. */
    private record Last(TwinId lamp, Instant at) {}

    CityTwin city() {
        return city;
    }

    /** Reports the traffic of the lamp whose turn it is. */
    void report(long turn) {
        int lamp = (int) (turn % lamps.size());
        long round = turn / lamps.size();
        // Each lamp turns once in a thousand rounds, and each round another one of a thousand.
        boolean quiet = (round + lamp) / TURNING % 2 == 1;
        Instant now = clock.now();
        last = new Last(lamps.get(lamp), now);
        city.accept(new Input.Observed(new Observation(
                lamps.get(lamp),
                "traffic",
                Optional.of(Quantity.of((quiet ? QUIET : BUSY) + turn % 7, Unit.PERCENT)),
                now,
                now,
                "loop",
                Quality.GOOD)));
    }

    @Override
    public void close() {
        city.close();
        engine.close();
    }

    /** Lamps that do at once what they are asked. */
    private static final class Obeying implements DeviceAdapter {
        private AdapterContext context;

        @Override
        public String name() {
            return "obeying";
        }

        @Override
        public boolean serves(Twin twin) {
            return true;
        }

        @Override
        public void start(AdapterContext given) {
            context = given;
        }

        @Override
        public void command(Directive directive) {
            context.acknowledge(new Acknowledgement(
                    directive.id(), Optional.empty(), context.clock().now()));
        }

        @Override
        public void stop() {}
    }
}
