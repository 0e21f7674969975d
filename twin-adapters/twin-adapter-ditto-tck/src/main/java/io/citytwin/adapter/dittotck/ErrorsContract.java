package io.citytwin.adapter.dittotck;

import static io.citytwin.adapter.dittotck.SocketLine.topic;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.dittotck.internal.Json;
import io.citytwin.adapter.dittotck.internal.Reply;
import io.citytwin.adapter.dittotck.internal.Session;
import org.junit.jupiter.api.Test;

/** What makes no sense or is too much is refused with Ditto's codes, and the session goes on. */
interface ErrorsContract {

    @Test
    default void aFrameThatIsNoJsonIsRefused(Scene scene) {
        Session session = scene.session();
        session.text("nonsense");
        error(session, 400, "json.invalid");
        session.text("{\"topic\":");
        error(session, 400, "json.invalid");
        goesOn(scene, session);
    }

    @Test
    default void aFrameWithoutATopicIsRefused(Scene scene) {
        Session session = scene.session();
        session.text("{}");
        error(session, 400, "json.field.missing");
        goesOn(scene, session);
    }

    @Test
    default void aFrameWithoutAPathIsRefused(Scene scene) {
        Session session = scene.session();
        session.text("{\"topic\":\"" + topic(scene.newThingId(), "retrieve") + "\",\"headers\":{}}");
        error(session, 400, "json.field.missing");
        goesOn(scene, session);
    }

    @Test
    default void anUnknownTopicIsRefused(Scene scene) {
        Session session = scene.session();
        session.tell(topic(scene.newThingId(), "bogus"), "/", null);
        error(session, 400, "protocoladapter:unknown.topicpath");
        session.tell("only/three/parts", "/", null);
        error(session, 400, "protocoladapter:unknown.topicpath");
        goesOn(scene, session);
    }

    @Test
    default void anUnknownPathIsRefused(Scene scene) {
        Session session = scene.session();
        session.tell(topic(scene.newThingId(), "modify"), "/bogus", Json.of("1"));
        error(session, 400, "protocoladapter:unknown.path");
        goesOn(scene, session);
    }

    @Test
    default void aBodyThatIsNoJsonIsRefused(Scene scene) {
        String id = scene.thing();
        scene.operator().send("PUT", "things/" + id, "{nonsense").refused(400, "json.invalid");
        scene.operator().send("PUT", "things/" + id + "/attributes", "[1").refused(400, "json.invalid");
        scene.operator().send("PATCH", "things/" + id, "nonsense").refused(400, "json.invalid");
        scene.operator().get("things/" + id + "/attributes/name").is(200, "'gate'");
    }

    @Test
    default void aBodyOfAnotherTypeIsRefused(Scene scene) {
        scene.operator()
                .put("things/" + scene.thing() + "/attributes/name", "'x'", "Content-Type", "text/plain")
                .refused(415, "mediatype.unsupported");
    }

    @Test
    default void anIdThatIsNoneIsRefused(Scene scene) {
        scene.operator().get("things/nocolon").refused(400, "things:id.invalid");
        scene.operator().put("things/bad namespace:x".replace(" ", "%20"), "{}").refused(400, "things:id.invalid");
        scene.operator().get("policies/nocolon").refused(400, "policies:id.invalid");
    }

    // Over a WebSocket a real Ditto takes what is between commas as it comes.
    @Test
    default void aSelectorThatIsNoneIsRefused(Scene scene) {
        scene.operator()
                .get("things/" + scene.thing() + "?fields=attributes(name")
                .refused(400, "json.fieldselector.invalid");
    }

    @Test
    default void aPolicyThatIsNotThereIsRefused(Scene scene) {
        String id = scene.newThingId();
        String json = scene.thingJson("{policyId: '%s'}".formatted(scene.newPolicyId()))
                .toString();
        scene.operator().put("things/" + id, json).refused(400, "things:thing.notcreatable");
        scene.operator().get("things/" + id).refused(404, "things:thing.notfound");
    }

    @Test
    default void anErrorSaysWhichThing(Scene scene) {
        String id = scene.newThingId();
        Reply web = scene.operator().get("things/" + id).refused(404, "things:thing.notfound");
        assertThat(web.value().path("message").asText()).contains(id);
        assertThat(web.value().path("description").asText()).isNotBlank();
        assertThat(web.header("content-type")).startsWith("application/json");
        Reply frame = scene.session().ask(topic(id, "retrieve"), "/", null).refused(404, "things:thing.notfound");
        assertThat(frame.topic()).isEqualTo(id.replaceFirst(":", "/") + "/things/twin/errors");
        assertThat(frame.path()).isEqualTo("/");
        assertThat(frame.value()).isEqualTo(web.value());
    }

    @Test
    default void aThingThatIsTooLargeIsRefused(Scene scene) {
        scene.overBoth(line -> {
            String id = scene.newThingId();
            String large = "{policyId: '%s', attributes: {fill: '%s'}}".formatted(scene.policy(), "x".repeat(110_000));
            line.modify(id, large).refused(413, "things:thing.toolarge");
            line.retrieve(id).refused(404, "things:thing.notfound");
        });
    }

    @Test
    default void aThingDoesNotGrowTooLarge(Scene scene) {
        scene.overBoth(line -> {
            String id = scene.thing();
            line.modify(id + "/attributes/one", "'" + "x".repeat(60_000) + "'").is(201);
            line.modify(id + "/attributes/two", "'" + "y".repeat(60_000) + "'").refused(413, "things:thing.toolarge");
            line.merge(id, "{attributes: {two: '%s'}}".formatted("y".repeat(60_000)))
                    .refused(413, "things:thing.toolarge");
            line.retrieve(id + "/attributes/two").refused(404, "things:attribute.notfound");
            line.modify(id + "/attributes/two", "'y'").is(201);
        });
    }

    @Test
    default void aPolicyThatIsTooLargeIsRefused(Scene scene) {
        var json = scene.standardPolicy();
        var subjects = (ObjectNode) json.at("/entries/citizen/subjects");
        for (int i = 0; i < 1_200; i++) {
            subjects.putObject("tck:" + "x".repeat(80) + i).put("type", "tck");
        }
        scene.operator()
                .put("policies/" + scene.newPolicyId(), json.toString())
                .refused(413, "policies:policy.toolarge");
    }

    @Test
    default void aMessageThatIsTooLargeIsRefused(Scene scene) {
        scene.operator()
                .post("things/" + scene.thing() + "/inbox/messages/big?timeout=2s", "'" + "x".repeat(260_000) + "'")
                .refused(413, "messages:payload.toolarge");
    }

    @Test
    default void aTimeoutBeyondAMinuteIsRefused(Scene scene) {
        scene.operator()
                .put("things/" + scene.thing() + "/attributes/name?timeout=61s&requested-acks=some:label", "'x'")
                .is(400);
    }

    private static void error(Session session, int status, String code) {
        session.take("error " + code, frame -> frame.topic().endsWith("/errors"))
                .refused(status, code);
    }

    private static void goesOn(Scene scene, Session session) {
        session.ask(topic(scene.thing(), "retrieve"), "/attributes/name", null).is(200, "'gate'");
    }
}
