package io.citytwin.adapter.dittoembedded.internal.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.spi.MemoryJournal;
import java.util.List;
import org.junit.jupiter.api.Test;

class LargeThingsTest {

    private static final Limits SMALL = new Limits(150, 50, 10);

    private final Town town = new Town(new MemoryJournal(), new FakePolicies(), SMALL);

    LargeThingsTest() {
        town.policies.admit(Town.POLICY);
    }

    @Test
    void whatTheGraphMadeTooLargeCanBeChangedButNotGrow() {
        AssetTypes types = AssetTypes.builtIn();
        TwinGraph graph = TwinGraph.of(types);
        graph.put(
                List.of(types.twin("org.test:lamp", "LampPost")
                        .with("ratedPower", "120")
                        .with("lightingClass", "M3")
                        .with("location", "9.19 45.46")),
                Town.START);
        try (GraphThings binding = new GraphThings(town.things, graph, Town.POLICY, town::now)) {
            int size = town.admin("retrieve lamp /").length();
            assertThat(size).isGreaterThan(SMALL.thingBytes());
            assertThat(town.admin("modify lamp /attributes/ratedPower 121")).isEqualTo("204");
            assertThat(town.refused("modify lamp /attributes/note \"longer\"")).isEqualTo("413 things:thing.toolarge");
            assertThat(town.refused("merge lamp /attributes {\"ratedPower\":12111}"))
                    .isEqualTo("413 things:thing.toolarge");
            assertThat(town.admin("merge lamp /attributes {\"ratedPower\":7}")).isEqualTo("204");
            assertThat(town.admin("delete lamp /attributes/ratedPower")).isEqualTo("204");
            assertThat(binding).isNotNull();
        }
    }

    @Test
    void whatAClientMakesTooLargeIsRefused() {
        assertThat(town.refused("modify t / {\"policyId\":\"org.test:pol\",\"attributes\":{\"a\":\"" + "x".repeat(150)
                        + "\"}}"))
                .isEqualTo("413 things:thing.toolarge");
    }
}
