package io.citytwin.examples.milan;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.adapter.simulated.SimulatedAdapter;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Twin;
import io.citytwin.core.sync.CityTwin;
import io.citytwin.core.sync.DirectiveRecord;
import io.citytwin.core.time.VirtualClock;
import io.citytwin.rules.Alternative;
import io.citytwin.rules.Alternatives;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.directive.RegulationGovernor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The fewest lines that bring twins, devices and law together; the README shows them. */
class SmallestCityTest {

    private static final Instant TUESDAY = Instant.parse("2025-11-10T23:00:00Z");

    @Test
    void asksAGateAndCommandsIt() {
        AssetTypes types = AssetTypes.builtIn();
        // tag::twins[]
        List<Twin> twins = List.of(
                types.twin("it:lombardia", "Region").withAll("code=IT-25"),
                types.twin("it:mi", "Province").withAll("region=it:lombardia"),
                types.twin("it:milano", "Municipality").withAll("code=IT-015146 province=it:mi population=1366180"),
                types.twin("it:area-c", "Zone").withAll("code=IT-015146-C place=it:milano"),
                types.twin("it:gate-1", "Gate").withAll("zone=it:area-c place=it:milano reserved=false"),
                types.twin("it:car", "Vehicle")
                        .withAll("place=it:milano category=M1 fuel=diesel euro=3 dpf=none twoStroke=false length=4.3")
                        .withAll("service=private home=it:milano kilometreScheme=false disabledBadge=false"));
        // end::twins[]
        // tag::city[]
        TwinGraph graph = TwinGraph.of(types);
        graph.put(twins, TUESDAY);
        RegulationEngine engine = RegulationEngine.builder().build();
        try (CityTwin city = CityTwin.builder()
                .graph(graph)
                .clock(new VirtualClock(TUESDAY))
                .adapter(SimulatedAdapter.builder().seed(7).build())
                .governor(RegulationGovernor.of(engine))
                .build()) {
            city.start();
            city.advanceTo(TUESDAY.plus(Duration.ofHours(12)));
            Decision denied = engine.decide(
                    Question.passage(twins.get(5).id(), twins.get(4).id()), AsOf.at("2025-11-11T11:00+01:00"));
            List<Alternative> instead = Alternatives.of(engine, graph).to(denied);
            List<DirectiveRecord> asked = city.directives();
            // end::city[]
            assertThat(denied.outcome()).isEqualTo(Decision.Outcome.FORBIDDEN);
            assertThat(denied.explain("en")).contains("it.milano.area-c/ban");
            assertThat(instead).hasAtLeastOneElementOfType(Alternative.Later.class);
            assertThat(asked).singleElement().satisfies(one -> {
                assertThat(one.directive().cause().provision()).isEqualTo("it.milano.area-c/gates");
                assertThat(one.state()).isEqualTo(DirectiveRecord.State.ACKNOWLEDGED);
            });
        }
    }
}
