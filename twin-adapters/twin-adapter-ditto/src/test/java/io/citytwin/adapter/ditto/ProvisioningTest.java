package io.citytwin.adapter.ditto;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.core.model.TwinId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProvisioningTest {

    private final TinyDitto ditto = new TinyDitto();
    private final Town town = new Town();

    @AfterEach
    void end() {
        ditto.close();
    }

    private DittoAdapter adapter() {
        return DittoAdapter.builder()
                .graph(town.graph)
                .roles(DittoRoles.of(Set.of("nginx:op"), Set.of("nginx:field"), Set.of("nginx:anyone")))
                .devices(twin -> twin.type().name().equals("LampPost"))
                .build(ditto.wires());
    }

    @Test
    void aGraphBecomesThingsAndPolicies() {
        ProvisioningReport report = adapter().provision();
        assertThat(report.problems()).isEmpty();
        assertThat(report.created()).isEqualTo(4 + 2);
        assertThat(ditto.policies.keySet()).containsExactly("town:citytwin.Gate", "town:citytwin.LampPost");
        assertThat(ditto.at("town:lamp-1", "/policyId").asText()).isEqualTo("town:citytwin.LampPost");
        assertThat(ditto.at("town:lamp-1", "/attributes/ratedPower").asInt()).isEqualTo(70);
        assertThat(ditto.at("town:lamp-1", "/attributes/citytwin/owner").asText())
                .isEqualTo("ditto");
    }

    @Test
    void aSecondProvisioningWritesNothing() {
        adapter().provision();
        int before = ditto.writes.size();
        ProvisioningReport report = adapter().provision();
        assertThat(ditto.writes).hasSize(before);
        assertThat(report.wrote()).isFalse();
        assertThat(report.unchanged()).isEqualTo(6);
        town.graph.put(
                List.of(town.graph.types().twin("town:lamp-3", "LampPost").with("ratedPower", "90")), Town.minute(1));
        assertThat(adapter().provision().changed()).isEqualTo(1);
        assertThat(ditto.at("town:lamp-3", "/attributes/ratedPower").asInt()).isEqualTo(90);
    }

    @Test
    void whatIsTakenAwayFromATwinIsTakenAwayFromItsThing() {
        adapter().provision();
        town.graph.put(List.of(town.graph.types().twin("town:lamp-1", "LampPost")), Town.minute(1));
        adapter().provision();
        assertThat(ditto.at("town:lamp-1", "/attributes/ratedPower").isMissingNode())
                .isTrue();
    }

    @Test
    void aProvisioningThatWasStoppedGoesOnWhereItEnded() {
        ditto.writesUntilItDies = 4;
        ProvisioningReport first = adapter().provision();
        assertThat(first.problems()).hasSize(2);
        ditto.writesUntilItDies = Integer.MAX_VALUE;
        ProvisioningReport second = adapter().provision();
        assertThat(second.problems()).isEmpty();
        assertThat(second.created()).isEqualTo(2);
        assertThat(second.unchanged()).isEqualTo(4);
    }

    @Test
    void whatSomebodyElseMadeIsLeftAlone() {
        ditto.things.put("town:lamp-1", (com.fasterxml.jackson.databind.node.ObjectNode)
                TinyDitto.json("{'thingId': 'town:lamp-1', 'attributes': {'mine': true}}"));
        ditto.revisions.put("town:lamp-1", 1L);
        ditto.things.put("town:other", (com.fasterxml.jackson.databind.node.ObjectNode)
                TinyDitto.json("{'thingId': 'town:other'}"));
        ditto.revisions.put("town:other", 1L);
        ProvisioningReport report = adapter().provision();
        assertThat(report.problems()).singleElement().asString().contains("`town:lamp-1`", "somebody else");
        adapter().retire(Set.of());
        assertThat(ditto.things).containsKeys("town:lamp-1", "town:other");
        assertThat(ditto.revisions.get("town:lamp-1")).isEqualTo(1);
    }

    @Test
    void onlyThingsOfTwinsThatAreGoneAreRetiredAndOnlyWhenAsked() {
        adapter().provision();
        town.graph.remove(TwinId.of("town:lamp-2"), Town.minute(1));
        adapter().provision();
        assertThat(ditto.things).containsKey("town:lamp-2");
        assertThat(adapter().retire(Set.of()).deleted()).isEqualTo(1);
        assertThat(ditto.things).doesNotContainKey("town:lamp-2").containsKey("town:lamp-1");
    }

    @Test
    void aThingThatIsTooLargeIsAProblemAndTheOthersAreMade() {
        town.graph.put(
                List.of(town.graph
                        .types()
                        .twin("town:street", "Zone")
                        .with("label", new io.citytwin.core.model.Value.Text("x".repeat(110_000)))),
                Town.minute(1));
        ProvisioningReport report = adapter().provision();
        assertThat(report.problems()).singleElement().asString().contains("`town:street`");
        assertThat(report.created()).isEqualTo(4 + 3);
    }

    @Test
    void eachRoleGetsItsOwnEntry() {
        town.graph.put(List.of(town.graph.types().twin("town:car", "Vehicle")), Town.minute(1));
        adapter().provision();
        JsonNode entries = ditto.policies.get("town:citytwin.Vehicle").path("entries");
        assertThat(entries.at("/self/subjects/nginx:city").isMissingNode()).isFalse();
        assertThat(entries.at("/operator/resources/policy:~1/grant").toString()).isEqualTo("[\"READ\",\"WRITE\"]");
        assertThat(entries.at("/citizen/resources/thing:~1/grant").toString()).isEqualTo("[\"READ\"]");
        assertThat(entries.at("/citizen/resources/message:~1").isMissingNode()).isTrue();
        assertThat(entries.at("/integrator/resources/thing:~1features~1state~1properties/grant")
                        .toString())
                .isEqualTo("[\"WRITE\"]");
        for (String property : town.graph.types().get("Vehicle").personal()) {
            for (String role : List.of("citizen", "integrator")) {
                JsonNode resources = entries.path(role).path("resources");
                assertThat(resources
                                .path("thing:/attributes/" + property)
                                .path("revoke")
                                .toString())
                        .isEqualTo("[\"READ\"]");
            }
        }
        assertThat(town.graph.types().get("Vehicle").personal()).isNotEmpty();
    }
}
