package io.citytwin.regulations.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.LiveFindings;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.regulation.Regulation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The sample of the README: findings follow a graph, and law changes while they do. */
class LiveSampleTest {

    @Test
    void findingsFollowAGraphAndTheLaw() {
        AssetTypes types = AssetTypes.builtIn();
        Instant now = Instant.parse("2026-01-20T09:00:00Z");
        TwinId station = TwinId.of("demo:station");
        List<Regulation> law = RegulationBundle.classpath().regulations();
        List<Regulation> edited = law.stream()
                .filter(one -> !one.id().equals("it.nazionale.charging-points"))
                .toList();
        Twin evse = types.twin("demo:evse", "Evse").withAll("station=demo:station ratedPower=50");
        List<String> changes = new ArrayList<>();
        // tag::live[]
        TwinGraph graph = TwinGraph.of(types);
        graph.put(List.of(types.twin(station.toString(), "ChargingStation"), evse), now);
        LiveFindings.CityLaw city = new LiveFindings.CityLaw(law, CivilCalendar.italy(), now);
        try (LiveFindings live = LiveFindings.of(graph, city, 2)) {
            live.step((twin, before, after) -> changes.add(twin + " " + after.provision()));
            graph.observe(new Observation(
                    evse.id(),
                    "ratedPower",
                    Optional.of(Quantity.of(11, Unit.KILOWATT)),
                    now,
                    now,
                    "demo",
                    Quality.GOOD));
            live.step((twin, before, after) -> changes.add(twin + " " + after.provision()));
            LiveFindings.Candidate candidate = live.prepare(edited); // takes its time; steps go on meanwhile
            live.adopt(candidate, (twin, before, after) -> changes.add(twin + " " + after.provision()));
        }
        // end::live[]
        assertThat(changes).contains("demo:evse it.nazionale.charging-points/payment");
    }
}
