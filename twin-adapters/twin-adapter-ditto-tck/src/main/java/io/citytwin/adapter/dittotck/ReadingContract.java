package io.citytwin.adapter.dittotck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.adapter.dittotck.internal.Json;
import io.citytwin.adapter.dittotck.internal.Reply;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Field selectors, metadata, and many Things at once. */
interface ReadingContract {

    @Test
    default void aSelectorReadsOnlyItsFields(Scene scene) {
        scene.overBoth(line -> {
            String id = scene.thing();
            line.select(id, "thingId,attributes/place/row,features/state/desiredProperties")
                    .is(
                            200,
                            "{thingId: '%s', attributes: {place: {row: 1}}, features: {state: {desiredProperties: {target: 5}}}}"
                                    .formatted(id));
        });
    }

    @Test
    default void aSelectorWithParenthesesReadsBelow(Scene scene) {
        scene.operator()
                .get("things/" + scene.thing() + "?fields=attributes(name,place/street)")
                .is(200, "{attributes: {name: 'gate', place: {street: 'Via Roma'}}}");
    }

    @Test
    default void aSelectorOfWhatIsNotThereReadsNothing(Scene scene) {
        scene.overBoth(line -> line.select(scene.thing(), "attributes/none").is(200, "{}"));
    }

    @Test
    default void aSelectorWorksOnParts(Scene scene) {
        scene.overBoth(line -> {
            String id = scene.thing();
            line.select(id + "/attributes", "name").is(200, "{name: 'gate'}");
            line.select(id + "/features/state/properties", "level").is(200, "{level: 1}");
            line.select(id + "/features/state", "desiredProperties").is(200, "{desiredProperties: {target: 5}}");
        });
    }

    @Test
    default void metadataAreReadWhenNamed(Scene scene) {
        scene.overBoth(line -> {
            String id = scene.thing();
            Reply reply =
                    line.select(id, "_revision,_modified,_created,_namespace").is(200);
            assertThat(reply.value().path("_revision").asLong()).isEqualTo(reply.revision());
            Instant created = Instant.parse(reply.value().path("_created").asText());
            Instant modified = Instant.parse(reply.value().path("_modified").asText());
            assertThat(modified).isAfterOrEqualTo(created);
            line.modify(id + "/attributes/a", "1").is(201);
            JsonNode later = line.select(id, "_modified,_created").is(200).value();
            assertThat(Instant.parse(later.path("_modified").asText())).isAfter(modified);
            assertThat(Instant.parse(later.path("_created").asText())).isEqualTo(created);
        });
    }

    @Test
    default void metadataAreNotReadUnnamed(Scene scene) {
        scene.overBoth(line -> {
            Reply reply = line.retrieve(scene.thing()).is(200);
            assertThat(reply.value().fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("thingId", "policyId", "attributes", "features");
        });
    }

    @Test
    default void thePolicyIsReadWhenNamed(Scene scene) {
        scene.overBoth(line -> {
            Reply reply = line.select(scene.thing(), "thingId,_policy").is(200);
            JsonNode policy = reply.value().path("_policy");
            assertThat(policy.path("policyId").asText()).isEqualTo(scene.policy());
            assertThat(policy.path("entries").has("citizen")).isTrue();
        });
    }

    @Test
    default void manyThingsAreReadAtOnce(Scene scene) {
        String one = scene.thing("{attributes: {n: 1}}");
        String two = scene.thing("{attributes: {n: 2}}");
        String none = scene.newThingId();
        JsonNode expected = Json.format("[{attributes: {n: 2}}, {attributes: {n: 1}}]");
        scene.operator()
                .get("things?ids=" + two + "," + none + "," + one + "&fields=attributes/n")
                .is(200, expected);
        Reply frame = scene.session()
                .ask(
                        "_/_/things/twin/commands/retrieve",
                        "/",
                        Json.format("{thingIds: ['%s', '%s', '%s']}", two, none, one),
                        "fields",
                        "attributes/n");
        frame.is(200, expected);
    }

    @Test
    default void manyThingsAreReadWhole(Scene scene) {
        String one = scene.thing("{attributes: {n: 1}}");
        String two = scene.thing("{attributes: {n: 2}}");
        Reply web = scene.operator().get("things?ids=" + one + "," + two).is(200);
        assertThat(web.value()).hasSize(2);
        assertThat(web.value().get(0))
                .isEqualTo(scene.operator().get("things/" + one).value());
        assertThat(web.value().get(1))
                .isEqualTo(scene.operator().get("things/" + two).value());
    }

    @Test
    default void manyThingsOfWhichNoneIsThereAreAnEmptyList(Scene scene) {
        scene.operator().get("things?ids=" + scene.newThingId()).is(200, "[]");
    }

    @Test
    default void whoAmITellsTheSubjects(Scene scene) {
        Reply reply = scene.http(Role.CITIZEN).get("whoami").is(200);
        assertThat(reply.value().path("defaultSubject").asText()).isEqualTo(scene.subject(Role.CITIZEN));
        assertThat(reply.value().path("subjects").toString()).contains(scene.subject(Role.CITIZEN));
    }

    @Test
    default void theCorrelationIdComesBack(Scene scene) {
        String id = scene.thing();
        String correlation = scene.word("correlation");
        Reply reply = scene.operator()
                .get("things/" + id, "correlation-id", correlation)
                .is(200);
        assertThat(reply.header("correlation-id")).isEqualTo(correlation);
    }
}
