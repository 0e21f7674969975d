package io.citytwin.adapter.dittotck;

import static io.citytwin.adapter.dittotck.SocketLine.topic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.adapter.dittotck.internal.Json;
import io.citytwin.adapter.dittotck.internal.Reply;
import io.citytwin.adapter.dittotck.internal.ServerSentEvents;
import io.citytwin.adapter.dittotck.internal.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Events of Things on another session than the one that caused them, and as server-sent events. */
interface EventsContract {

    @Test
    default void aCreatedThingIsTold(Scene scene) {
        Session listener = scene.listener(Role.OPERATOR);
        String id = scene.thing();
        Reply event = listener.event(id, "created");
        assertThat(event.path()).isEqualTo("/");
        assertThat(event.value()).isEqualTo(scene.thingJson("{thingId: '%s'}".formatted(id)));
        event.assertRevision().isEqualTo(1);
        assertThat(Instant.parse(event.whole().path("timestamp").asText())).isNotNull();
    }

    @Test
    default void aModifiedPartIsToldWithItsPath(Scene scene) {
        String id = scene.thing();
        Session listener = scene.listener(Role.OPERATOR);
        Reply answer = scene.session()
                .ask(topic(id, "modify"), "/features/state/properties/level", Json.of("2"))
                .is(204);
        Reply event = listener.event(id, "modified");
        assertThat(event.path()).isEqualTo("/features/state/properties/level");
        assertThat(event.value()).isEqualTo(Json.of("2"));
        event.assertRevision().isEqualTo(answer.revision());
    }

    @Test
    default void aNewPartIsToldAsCreated(Scene scene) {
        String id = scene.thing();
        Session listener = scene.listener(Role.OPERATOR);
        scene.operator().put("things/" + id + "/attributes/fresh", "{a: 1}").is(201);
        Reply event = listener.event(id, "created");
        assertThat(event.path()).isEqualTo("/attributes/fresh");
        assertThat(event.value()).isEqualTo(Json.of("{a: 1}"));
    }

    @Test
    default void aMergeIsToldAsItsPatch(Scene scene) {
        String id = scene.thing();
        Session listener = scene.listener(Role.OPERATOR);
        scene.operator()
                .patch("things/" + id, "{attributes: {name: null, n: 1}}")
                .is(204);
        Reply event = listener.event(id, "merged");
        assertThat(event.path()).isEqualTo("/");
        assertThat(event.value()).isEqualTo(Json.of("{attributes: {name: null, n: 1}}"));
    }

    @Test
    default void deletionsAreTold(Scene scene) {
        String id = scene.thing();
        Session listener = scene.listener(Role.OPERATOR);
        scene.operator().delete("things/" + id + "/attributes/name").is(204);
        assertThat(listener.event(id, "deleted").path()).isEqualTo("/attributes/name");
        scene.operator().delete("things/" + id).is(204);
        Reply gone = listener.event(id, "deleted");
        assertThat(gone.path()).isEqualTo("/");
        assertThat(gone.value().isMissingNode()).isTrue();
    }

    @Test
    default void eventsDoNotGoToTheSessionThatCausedThem(Scene scene) {
        String id = scene.thing();
        Session both = scene.listener(Role.OPERATOR);
        both.ask(topic(id, "modify"), "/attributes/own", Json.of("1")).is(201);
        scene.operator().put("things/" + id + "/attributes/foreign", "2").is(201);
        assertThat(both.event(id, "created").path()).isEqualTo("/attributes/foreign");
        both.never(
                frame -> frame.path().equals("/attributes/own") && frame.topic().contains("/events/"));
    }

    @Test
    default void revisionsOfAThingComeInOrder(Scene scene) {
        String id = scene.thing();
        Session listener = scene.listener(Role.OPERATOR);
        Session writer = scene.session();
        for (int i = 0; i < 20; i++) {
            writer.ask(topic(id, "modify"), "/attributes/name", Json.of(String.valueOf(i)))
                    .is(204);
        }
        List<Long> revisions = new ArrayList<>();
        Reply event;
        do {
            event = listener.event(id, "modified");
            revisions.add(event.revision());
        } while (event.value().asInt() != 19);
        assertThat(revisions).hasSizeGreaterThanOrEqualTo(20).isSorted().doesNotHaveDuplicates();
    }

    @Test
    default void aFilterLetsThroughWhatMatches(Scene scene) {
        String id = scene.thing();
        Session listener = scene.session().stream(
                "START-SEND-EVENTS",
                Map.of("namespaces", scene.namespace(), "filter", "gt(features/state/properties/level,5)"));
        String at = "things/" + id + "/features/state/properties/level";
        scene.operator().put(at, "3").is(204);
        scene.operator().put("things/" + id + "/attributes/name", "'x'").is(204);
        scene.operator().put(at, "8").is(204);
        assertThat(listener.event(id, "modified").value()).isEqualTo(Json.of("8"));
        listener.never(frame -> frame.topic().contains("/events/"));
    }

    @Test
    default void aFilterSeesExtraFields(Scene scene) {
        String wanted = scene.thing("{attributes: {kind: 'gate'}}");
        String other = scene.thing("{attributes: {kind: 'lamp'}}");
        Session listener = scene.session().stream(
                "START-SEND-EVENTS",
                Map.of(
                        "namespaces", scene.namespace(),
                        "filter", "eq(attributes/kind,'gate')",
                        "extraFields", "attributes/kind"));
        scene.operator()
                .put("things/" + other + "/features/state/properties/level", "2")
                .is(204);
        scene.operator()
                .put("things/" + wanted + "/features/state/properties/level", "2")
                .is(204);
        Reply event = listener.event(wanted, "modified");
        assertThat(event.whole().path("extra")).isEqualTo(Json.of("{attributes: {kind: 'gate'}}"));
        listener.never(frame -> frame.topic().startsWith(other.replaceFirst(":", "/")));
    }

    @Test
    default void extraFieldsComeBesideTheValue(Scene scene) {
        String id = scene.thing();
        Session listener = scene.session().stream(
                "START-SEND-EVENTS",
                Map.of("namespaces", scene.namespace(), "extraFields", "policyId,attributes/place"));
        scene.operator()
                .put("things/" + id + "/features/state/properties/level", "2")
                .is(204);
        assertThat(listener.event(id, "modified").whole().path("extra"))
                .isEqualTo(Json.format(
                        "{policyId: '%s', attributes: {place: {street: 'Via Roma', row: 1}}}", scene.policy()));
    }

    @Test
    default void namespacesLimitEvents(Scene scene) {
        Session elsewhere =
                scene.session().stream("START-SEND-EVENTS", Map.of("namespaces", scene.namespace() + ".none"));
        Session here = scene.listener(Role.OPERATOR);
        String id = scene.thing();
        here.event(id, "created");
        elsewhere.never(frame -> frame.topic().contains("/events/"));
    }

    @Test
    default void customHeadersTravelWithEvents(Scene scene) {
        String id = scene.thing();
        Session listener = scene.listener(Role.OPERATOR);
        Session writer = scene.session();
        String correlation =
                writer.tell(topic(id, "modify"), "/attributes/name", Json.of("'x'"), "my-header", "my value");
        Reply event = listener.event(id, "modified");
        assertThat(event.header("my-header")).isEqualTo("my value");
        assertThat(event.header("correlation-id")).isEqualTo(correlation);
        assertThat(event.header("ditto-originator")).isEqualTo(scene.subject(Role.OPERATOR));
    }

    @Test
    default void aStoppedStreamIsSilent(Scene scene) {
        String id = scene.thing();
        Session stopped = scene.listener(Role.OPERATOR);
        stopped.stream("STOP-SEND-EVENTS", Map.of());
        Session listener = scene.listener(Role.OPERATOR);
        scene.operator().put("things/" + id + "/attributes/name", "'x'").is(204);
        listener.event(id, "modified");
        stopped.ask(topic(id, "retrieve"), "/", null).is(200);
        stopped.never(frame -> frame.topic().contains("/events/"));
    }

    @Test
    default void aFilterOfEventsThatIsNoneIsRefused(Scene scene) {
        Session session = scene.session();
        session.text("START-SEND-EVENTS?filter=brokenrql((");
        session.take("refusal", frame -> frame.topic().endsWith("/errors")).refused(400, "rql.expression.invalid");
    }

    @Test
    default void serverSentEventsTellChanges(Scene scene) {
        String id = scene.thing();
        ServerSentEvents events = scene.events(Role.OPERATOR, "things?namespaces=" + scene.namespace());
        JsonNode event = events.takeWhile(
                () -> scene.operator()
                        .put("things/" + id + "/features/state/properties/level", "2")
                        .is(204),
                data -> data.path("thingId").asText().equals(id));
        assertThat(event.path("features")).isEqualTo(Json.of("{state: {properties: {level: 2}}}"));
        assertThat(event.has("attributes")).isFalse();
    }

    @Test
    default void serverSentEventsKeepTheConnectionAlive(Scene scene) {
        ServerSentEvents events = scene.events(Role.OPERATOR, "things?namespaces=" + scene.namespace() + ".none");
        await("heartbeats").atMost(Duration.ofSeconds(20)).until(() -> events.heartbeats() > 1);
        assertThat(events.untaken()).isEmpty();
    }

    @Test
    default void serverSentEventsOfOneThingTellNoOther(Scene scene) {
        String id = scene.thing();
        String other = scene.thing();
        ServerSentEvents events = scene.events(Role.OPERATOR, "things/" + id + "?fields=thingId,attributes,_revision");
        JsonNode event = events.takeWhile(
                () -> {
                    scene.operator()
                            .put("things/" + other + "/attributes/name", "'no'")
                            .is(204);
                    scene.operator()
                            .put("things/" + id + "/attributes/name", "'yes'")
                            .is(204);
                },
                data -> true);
        assertThat(event.path("thingId").asText()).isEqualTo(id);
        assertThat(event.path("attributes")).isEqualTo(Json.of("{name: 'yes'}"));
        assertThat(event.path("_revision").asLong()).isGreaterThan(1);
        assertThat(events.untaken())
                .allMatch(data -> data.path("thingId").asText().equals(id));
    }

    @Test
    default void serverSentEventsObeyAFilter(Scene scene) {
        String id = scene.thing();
        ServerSentEvents events =
                scene.events(Role.OPERATOR, "things?namespaces=" + scene.namespace() + "&filter=gt(attributes/n,5)");
        JsonNode event = events.takeWhile(
                () -> {
                    scene.operator()
                            .patch("things/" + id, "{attributes: {n: 3}}")
                            .is(204);
                    scene.operator()
                            .patch("things/" + id, "{attributes: {n: 8}}")
                            .is(204);
                },
                data -> true);
        assertThat(event.path("attributes").path("n").asInt()).isEqualTo(8);
        assertThat(events.untaken())
                .allMatch(data -> data.path("attributes").path("n").asInt() == 8);
    }
}
