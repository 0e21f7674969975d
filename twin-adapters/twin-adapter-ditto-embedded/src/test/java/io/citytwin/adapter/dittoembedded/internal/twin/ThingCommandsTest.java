package io.citytwin.adapter.dittoembedded.internal.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.spi.MemoryJournal;
import java.util.List;
import java.util.Map;
import org.eclipse.ditto.policies.model.PolicyId;
import org.eclipse.ditto.things.model.ThingId;
import org.junit.jupiter.api.Test;

/** Statuses, values, errors and headers as a Ditto 3.8 gave them in the recorded frames, and as its documentation says. */
class ThingCommandsTest {

    private final Town town = new Town();

    @Test
    void theRecordedSessionIsAnsweredAlike() {
        Reply created = town.run(
                Town.ADMIN,
                "create raw1 / {\"policyId\":\"org.test:pol\",\"attributes\":{\"a\":1}}",
                Map.of("correlation-id", "c-1", "my-custom", "x", "if-none-match", "*"));
        assertThat(created.status().getCode()).isEqualTo(201);
        assertThat(created.value())
                .hasToString(
                        "Optional[{\"thingId\":\"org.test:raw1\",\"policyId\":\"org.test:pol\",\"attributes\":{\"a\":1}}]");
        assertThat(created.headers().asCaseSensitiveMap())
                .containsEntry("correlation-id", "c-1")
                .containsEntry("my-custom", "x")
                .containsEntry("ditto-originator", "test:admin")
                .containsEntry("entity-revision", "1")
                .containsEntry("response-required", "false")
                .containsEntry("etag", "\"rev:1\"")
                .containsEntry("content-type", "application/json")
                .doesNotContainKey("if-none-match");
        assertThat(town.refused("create raw1 / {\"policyId\":\"org.test:pol\"}"))
                .isEqualTo("409 things:thing.conflict");
        assertThat(town.events.get(0).headers()).containsEntry("my-custom", "x").doesNotContainKey("etag");
        assertThat(town.events.get(0).session()).contains("session-admin");
    }

    @Test
    void partsOfTheRecordedSessionAreAnsweredAlike() {
        town.admin("create raw1 / {\"policyId\":\"org.test:pol\",\"attributes\":{\"a\":1}}");
        Reply modified = town.run(Town.ADMIN, "modify raw1 /attributes/a 55", Map.of());
        assertThat(modified.status().getCode()).isEqualTo(204);
        assertThat(modified.value()).isEmpty();
        assertThat(town.etag(modified)).isEqualTo("\"hash:37\"");
        assertThat(town.admin("modify raw1 /attributes/b 2")).isEqualTo("201 2");
        Reply merged = town.run(Town.ADMIN, "merge raw1 / {\"attributes\":{\"c\":5,\"b\":null}}", Map.of());
        assertThat(merged.status().getCode()).isEqualTo(204);
        assertThat(merged.headers().asCaseSensitiveMap())
                .containsEntry("etag", "\"rev:4\"")
                .containsEntry("content-type", "application/merge-patch+json");
        assertThat(town.admin("retrieve raw1 /attributes")).isEqualTo("200 {\"a\":55,\"c\":5}");
        Reply deleted = town.run(Town.ADMIN, "delete raw1 /", Map.of());
        assertThat(deleted.headers()).doesNotContainKey("etag").containsEntry("entity-revision", "5");
        assertThat(town.refused("retrieve raw1 /")).isEqualTo("404 things:thing.notfound");
        assertThat(town.events)
                .extracting(event -> event.kind() + " " + event.path() + " " + event.revision())
                .containsExactly(
                        "CREATED / 1",
                        "MODIFIED /attributes/a 2",
                        "CREATED /attributes/b 3",
                        "MERGED / 4",
                        "DELETED / 5");
    }

    @Test
    void theRevisionCountsOnWhenAThingComesBack() {
        town.admin("create a / {\"policyId\":\"org.test:pol\"}");
        town.admin("delete a /");
        Reply again = town.run(Town.ADMIN, "create a / {\"policyId\":\"org.test:pol\"}", Map.of());
        assertThat(again.headers()).containsEntry("entity-revision", "3");
        assertThat(town.restarted()
                        .things
                        .find(ThingId.of("org.test:a"))
                        .orElseThrow()
                        .revision())
                .isEqualTo(3);
    }

    @Test
    void whatIsMissingIsNamed() {
        town.admin("create a / {\"policyId\":\"org.test:pol\"}");
        assertThat(town.refused("retrieve b /attributes")).isEqualTo("404 things:thing.notfound");
        assertThat(town.refused("modify b /attributes/x 1")).isEqualTo("404 things:thing.notfound");
        assertThat(town.refused("delete b /")).isEqualTo("404 things:thing.notfound");
        assertThat(town.refused("retrieve a /attributes")).isEqualTo("404 things:attributes.notfound");
        assertThat(town.refused("delete a /attributes/x")).isEqualTo("404 things:attribute.notfound");
        assertThat(town.refused("retrieve a /definition")).isEqualTo("404 things:definition.notfound");
        assertThat(town.refused("retrieve a /features")).isEqualTo("404 things:features.notfound");
        assertThat(town.refused("retrieve a /features/f")).isEqualTo("404 things:feature.notfound");
        assertThat(town.refused("modify a /features/f/properties/x 1")).isEqualTo("404 things:feature.notfound");
        assertThat(town.refused("retrieve a /features/f/properties/x")).isEqualTo("404 things:feature.notfound");
        assertThat(town.admin("modify a /features/f {}")).isEqualTo("201 {}");
        assertThat(town.refused("retrieve a /features/f/properties"))
                .isEqualTo("404 things:feature.properties.notfound");
        assertThat(town.refused("retrieve a /features/f/properties/x"))
                .isEqualTo("404 things:feature.property.notfound");
        assertThat(town.refused("delete a /features/f/desiredProperties"))
                .isEqualTo("404 things:feature.desiredProperties.notfound");
        assertThat(town.refused("delete a /features/f/desiredProperties/x"))
                .isEqualTo("404 things:feature.desiredProperty.notfound");
        assertThat(town.refused("retrieve a /features/f/definition"))
                .isEqualTo("404 things:feature.definition.notfound");
        assertThat(town.refused("retrieve a /nonsense")).startsWith("400 ");
        assertThat(town.refused("delete a /policyId")).isEqualTo("400 things:policyId.notdeletable");
    }

    @Test
    void valuesAreChecked() {
        town.admin("create a / {\"policyId\":\"org.test:pol\"}");
        int events = town.events.size();
        assertThat(town.refused("modify a /attributes 3")).isEqualTo("400 json.invalid");
        assertThat(town.refused("modify a / 3")).isEqualTo("400 json.invalid");
        assertThat(town.refused("merge a / null")).isEqualTo("400 things:merge.invalid");
        assertThat(town.refused("modify a /attributes/x {\"a/b\":1}")).isEqualTo("400 json.key.invalid");
        assertThat(town.refused("merge a /features {\"a/b\":{}}")).isEqualTo("400 json.key.invalid");
        assertThat(town.refused("modify a /features/f 3")).isEqualTo("400 json.invalid");
        assertThat(town.refused("modify a /definition \"none\"")).isEqualTo("400 things:definition.identifier.invalid");
        assertThat(town.refused("modify a / {\"thingId\":\"org.test:b\"}")).isEqualTo("400 things:id.notsettable");
        assertThat(town.refused("merge a / {\"policyId\":null}")).isEqualTo("400 things:policyId.notdeletable");
        assertThat(town.refused("modify a /policyId \"nonsense\"")).isEqualTo("400 policies:id.invalid");
        assertThat(town.refused("modify a /policyId \"org.test:none\"")).isEqualTo("400 things:thing.notcreatable");
        assertThat(town.refused("modify a /attributes/x 1e999")).isEqualTo("400 json.invalid");
        assertThat(town.refused("modify a /attributes/x " + "[".repeat(80) + "]".repeat(80)))
                .isEqualTo("400 json.invalid");
        assertThat(town.refused("modify a /attributes/x \"" + "x".repeat(102_400) + "\""))
                .isEqualTo("413 things:thing.toolarge");
        assertThat(town.refusal(Town.ADMIN, "modify a /attributes/x 1", Map.of("get-metadata", "attributes/*/unit")))
                .isEqualTo("501 citytwin:not.implemented");
        assertThat(town.events).hasSize(events);
        assertThat(town.admin("modify a /attributes/a~0b 1")).isEqualTo("201 1");
        assertThat(town.admin("retrieve a /attributes")).isEqualTo("200 {\"a~b\":1}");
    }

    @Test
    void policiesComeWithThings() {
        assertThat(town.admin("create a / {}"))
                .isEqualTo("201 {\"thingId\":\"org.test:a\",\"policyId\":\"org.test:a\"}");
        assertThat(town.refused("create b / {\"policyId\":\"org.test:none\"}"))
                .isEqualTo("400 things:thing.notcreatable");
        assertThat(town.admin("create c / {\"_policy\":{\"entries\":{\"x\":{}}}}"))
                .startsWith("201 ");
        assertThat(town.policies.find(PolicyId.of("org.test:c"))).hasToString("Optional[{\"entries\":{\"x\":{}}}]");
        town.admin("create d / {\"_copyPolicyFrom\":\"{{ ref:things/org.test:c/policyId }}\"}");
        assertThat(town.policies.find(PolicyId.of("org.test:d"))).hasToString("Optional[{\"entries\":{\"x\":{}}}]");
        assertThat(town.refused("create e / {\"_copyPolicyFrom\":\"org.test:none\"}"))
                .startsWith("404 policies:policy");
        town.policies.admit(PolicyId.of("org.test:f"));
        assertThat(town.refused("create f / {}")).isEqualTo("400 things:thing.notcreatable");
        assertThat(town.things.all()).extracting(thing -> thing.id().getName()).containsExactly("a", "c", "d");
    }

    @Test
    void putKeepsThePolicyAndMergeTakesFeaturesAway() {
        assertThat(
                        town.admin(
                                "modify a / {\"policyId\":\"org.test:pol\",\"features\":{\"f\":{},\"g\":{\"properties\":{\"p\":1}}}}"))
                .startsWith("201 ");
        town.admin("merge a / {\"features\":{\"f\":null,\"g\":{\"nonsense\":1}},\"nonsense\":1}");
        assertThat(town.admin("retrieve a /features")).isEqualTo("200 {\"g\":{\"properties\":{\"p\":1}}}");
        assertThat(town.admin("modify a / {\"attributes\":{}}")).isEqualTo("204");
        assertThat(town.admin("retrieve a /"))
                .isEqualTo("200 {\"thingId\":\"org.test:a\",\"policyId\":\"org.test:pol\",\"attributes\":{}}");
        assertThat(town.admin("merge a /features/x/properties/y 1")).isEqualTo("204");
        assertThat(town.admin("merge a /features/x null")).isEqualTo("204");
        assertThat(town.admin("retrieve a /features")).isEqualTo("200 {}");
        assertThat(town.admin("merge new / {\"policyId\":\"org.test:pol\",\"attributes\":{\"a\":null,\"b\":1}}"))
                .isEqualTo("201 {\"thingId\":\"org.test:new\",\"policyId\":\"org.test:pol\",\"attributes\":{\"b\":1}}");
    }

    @Test
    void preconditionsAreAskedOfThePart() {
        town.admin("create a / {\"policyId\":\"org.test:pol\",\"attributes\":{\"a\":3}}");
        assertThat(town.refusal(Town.ADMIN, "modify a /attributes/a 4", Map.of("if-match", "\"rev:1\"")))
                .isEqualTo("412 things:precondition.failed");
        assertThat(town.answer(Town.ADMIN, "modify a /attributes/a 4", Map.of("if-match", "\"hash:3\"")))
                .isEqualTo("204");
        assertThat(town.answer(Town.ADMIN, "modify a / {\"attributes\":{\"a\":4}}", Map.of("if-match", "\"rev:2\"")))
                .isEqualTo("204");
        assertThat(town.refusal(Town.ADMIN, "modify a /attributes/a 5", Map.of("if-none-match", "*")))
                .isEqualTo("412 things:precondition.failed");
        assertThat(town.answer(Town.ADMIN, "retrieve a /", Map.of("if-none-match", "\"rev:3\"")))
                .isEqualTo("304");
        assertThat(town.answer(Town.ADMIN, "retrieve a /attributes/a", Map.of("if-none-match", "\"hash:5\"")))
                .isEqualTo("200 4");
        assertThat(town.refusal(Town.ADMIN, "modify b / {}", Map.of("if-match", "*")))
                .isEqualTo("412 things:precondition.failed");
        assertThat(town.refusal(Town.ADMIN, "modify a /attributes/a 4", Map.of("condition", "gt(attributes/a,100)")))
                .isEqualTo("412 things:condition.failed");
        assertThat(town.answer(Town.ADMIN, "modify a /attributes/a 4", Map.of("condition", "gt(_revision,2)")))
                .isEqualTo("204");
        assertThat(town.refusal(Town.ADMIN, "modify a /attributes/a 4", Map.of("if-equal", "skip")))
                .isEqualTo("412 things:precondition.failed");
        assertThat(town.answer(Town.ADMIN, "modify a /attributes/a 5", Map.of("if-equal", "skip")))
                .isEqualTo("204");
        assertThat(town.refusal(Town.ADMIN, "modify a /attributes/a 4", Map.of("if-equal", "perhaps")))
                .isEqualTo("400 header.invalid");
    }

    @Test
    void fieldsAreSelected() {
        town.admin("create a / {\"policyId\":\"org.test:pol\",\"attributes\":{\"a\":4,\"b\":5},"
                + "\"features\":{\"f\":{\"properties\":{\"p\":1,\"q\":2}},\"g\":{\"properties\":{\"p\":3}}}}");
        assertThat(town.answer(Town.ADMIN, "retrieve a /", Map.of("fields", "thingId,attributes/a,_revision,_created")))
                .isEqualTo(
                        "200 {\"thingId\":\"org.test:a\",\"attributes\":{\"a\":4},\"_revision\":1,\"_created\":\"2026-01-16T08:00:00Z\"}");
        assertThat(town.answer(Town.ADMIN, "retrieve a /", Map.of("fields", "features/*/properties/p")))
                .isEqualTo("200 {\"features\":{\"f\":{\"properties\":{\"p\":1}},\"g\":{\"properties\":{\"p\":3}}}}");
        assertThat(town.answer(Town.ADMIN, "retrieve a /features/f", Map.of("fields", "properties/q")))
                .isEqualTo("200 {\"properties\":{\"q\":2}}");
        assertThat(town.answer(Town.ADMIN, "retrieve a /", Map.of("fields", "_policy")))
                .isEqualTo("200 {\"_policy\":{\"entries\":{}}}");
        assertThat(town.things
                        .retrieve(
                                Town.ADMIN,
                                List.of(ThingId.of("org.test:none"), ThingId.of("org.test:a")),
                                java.util.Optional.of(Town.fields("thingId")),
                                org.eclipse.ditto.base.model.headers.DittoHeaders.empty())
                        .value())
                .hasToString("Optional[[{\"thingId\":\"org.test:a\"}]]");
    }

    @Test
    void thePastIsReadFromTheJournal() {
        town.admin("create a / {\"policyId\":\"org.test:pol\",\"attributes\":{\"a\":1}}");
        town.seconds.set(60);
        town.admin("modify a /attributes/a 2");
        assertThat(town.answer(Town.ADMIN, "retrieve a /attributes/a", Map.of("at-historical-revision", "1")))
                .isEqualTo("200 1");
        Map<String, String> then = Map.of("at-historical-timestamp", "2026-01-16T08:00:30Z");
        assertThat(town.run(Town.ADMIN, "retrieve a /attributes/a", then).headers())
                .containsEntry("entity-revision", "1");
        assertThat(town.refusal(Town.ADMIN, "retrieve a /", Map.of("at-historical-revision", "3")))
                .isEqualTo("404 things:thing.history.notfound");
        assertThat(town.refusal(Town.ADMIN, "retrieve a /", Map.of("at-historical-timestamp", "2026-01-16T07:00:00Z")))
                .isEqualTo("404 things:thing.history.notfound");
        assertThat(town.refusal(Town.NOBODY, "retrieve a /", Map.of("at-historical-revision", "1")))
                .isEqualTo("404 things:thing.history.notfound");
    }

    @Test
    void thereIsAnEndToTheNumberOfThings() {
        Town small = new Town(new MemoryJournal(), town.policies, new Limits(1000, 10, 1));
        small.admin("create a / {\"policyId\":\"org.test:pol\"}");
        assertThat(small.refused("create b / {\"policyId\":\"org.test:pol\"}")).isEqualTo("429 citytwin:things.full");
        small.admin("delete a /");
        assertThat(small.admin("create b / {\"policyId\":\"org.test:pol\"}")).startsWith("201");
    }
}
