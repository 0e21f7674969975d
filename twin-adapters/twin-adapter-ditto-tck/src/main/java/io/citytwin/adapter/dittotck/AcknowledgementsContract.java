package io.citytwin.adapter.dittotck;

import static io.citytwin.adapter.dittotck.SocketLine.topic;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.dittotck.internal.Http;
import io.citytwin.adapter.dittotck.internal.Json;
import io.citytwin.adapter.dittotck.internal.Reply;
import io.citytwin.adapter.dittotck.internal.Session;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Acknowledgements that a command asks for, and who gives them. */
interface AcknowledgementsContract {

    @Test
    default void persistedAloneIsTheUsualAnswer(Scene scene) {
        String id = scene.thing();
        Reply reply = scene.session()
                .ask(topic(id, "modify"), "/attributes/name", Json.of("'x'"), "requested-acks", "['twin-persisted']");
        reply.isEmpty(204);
        assertThat(reply.topic()).isEqualTo(topic(id, "modify"));
    }

    @Test
    default void anotherSessionAcknowledges(Scene scene) {
        String id = scene.thing();
        String label = scene.word("rules:seen-");
        Session rules = acknowledger(scene, label);
        Session writer = scene.session();
        String correlation = write(writer, id, "['twin-persisted', '%s']".formatted(label), "20s");
        acknowledge(rules, id, label, 200, "{done: true}");
        Reply reply = writer.answer(correlation).is(200);
        assertThat(reply.topic()).isEqualTo(id.replaceFirst(":", "/") + "/things/twin/acks");
        assertThat(reply.value().path("twin-persisted").path("status").asInt()).isEqualTo(204);
        assertThat(reply.value().path(label).path("status").asInt()).isEqualTo(200);
        assertThat(reply.value().path(label).path("payload")).isEqualTo(Json.of("{done: true}"));
    }

    @Test
    default void anotherSessionAcknowledgesForHttp(Scene scene) {
        String id = scene.thing();
        String label = scene.word("rules:seen-");
        Session rules = acknowledger(scene, label);
        CompletableFuture<Reply> asked = scene.operator()
                .later(
                        "PUT",
                        "things/" + id + "/attributes/name?"
                                + Http.query(Map.of("requested-acks", "twin-persisted," + label, "timeout", "20s")),
                        "\"x\"");
        acknowledge(rules, id, label, 200, "{done: true}");
        JsonNode value = asked.join().is(200).value();
        assertThat(value.path("twin-persisted").path("status").asInt()).isEqualTo(204);
        assertThat(value.path(label).path("status").asInt()).isEqualTo(200);
        assertThat(value.path(label).path("payload")).isEqualTo(Json.of("{done: true}"));
    }

    @Test
    default void aNegativeAcknowledgementFailsTheWholeButNotTheWrite(Scene scene) {
        String id = scene.thing();
        String label = scene.word("rules:seen-");
        Session rules = acknowledger(scene, label);
        Session writer = scene.session();
        String correlation = write(writer, id, "['twin-persisted', '%s']".formatted(label), "20s");
        acknowledge(rules, id, label, 400, "{why: 'no'}");
        Reply reply = writer.answer(correlation).is(424);
        assertThat(reply.value().path("twin-persisted").path("status").asInt()).isEqualTo(204);
        assertThat(reply.value().path(label).path("status").asInt()).isEqualTo(400);
        assertThat(reply.value().path(label).path("payload")).isEqualTo(Json.of("{why: 'no'}"));
        scene.operator().get("things/" + id + "/attributes/name").is(200, "'x'");
    }

    @Test
    default void aMissingAcknowledgementTimesOut(Scene scene) {
        String id = scene.thing();
        String label = scene.word("nobody:ack-");
        Session writer = scene.session();
        Reply reply = writer.answer(write(writer, id, "['twin-persisted', '%s']".formatted(label), "2s"))
                .is(424);
        assertThat(reply.value().path("twin-persisted").path("status").asInt()).isEqualTo(204);
        JsonNode missing = reply.value().path(label);
        assertThat(missing.path("status").asInt()).isEqualTo(408);
        assertThat(missing.path("payload").path("error").asText()).isEqualTo("acknowledgement:request.timeout");
    }

    @Test
    default void aMissingAcknowledgementTimesOutOverHttp(Scene scene) {
        String id = scene.thing();
        String label = scene.word("nobody:ack-");
        Reply reply = scene.operator()
                .put(
                        "things/" + id + "/attributes/name?"
                                + Http.query(Map.of("requested-acks", "twin-persisted," + label, "timeout", "2s")),
                        "'x'")
                .is(424);
        assertThat(reply.value().path(label).path("status").asInt()).isEqualTo(408);
        assertThat(reply.value().path("twin-persisted").path("status").asInt()).isEqualTo(204);
    }

    @Test
    default void aRefusedCommandIsAnsweredWithItsError(Scene scene) {
        String id = scene.newThingId();
        Session writer = scene.session();
        writer.answer(write(writer, id, "['twin-persisted', 'some:label']", "10s"))
                .refused(404, "things:thing.notfound");
    }

    @Test
    default void theEventNamesTheLabelsThatAreAskedFor(Scene scene) {
        String id = scene.thing();
        String label = scene.word("rules:seen-");
        Session rules = acknowledger(scene, label);
        Session writer = scene.session();
        String correlation = write(writer, id, "['%s']".formatted(label), "20s");
        Reply event = rules.event(id, "modified");
        assertThat(event.header("requested-acks")).contains(label).doesNotContain("twin-persisted");
        assertThat(event.header("correlation-id")).isEqualTo(correlation);
        sendAck(rules, label, event, 204, "");
        Reply reply = writer.answer(correlation).is(204);
        assertThat(reply.topic()).contains("/things/twin/acks");
    }

    @Test
    default void aLabelThatWasNotDeclaredIsRefused(Scene scene) {
        String id = scene.thing();
        Session session = scene.session(Role.OPERATOR, scene.word("rules:mine-"));
        String foreign = scene.word("rules:other-");
        session.tell(id.replaceFirst(":", "/") + "/things/twin/acks/" + foreign, "/", Json.of("{}"), "status", "200");
        session.take("refusal", frame -> frame.topic().endsWith("/errors"))
                .refused(400, "acknowledgement:label.not.declared");
    }

    @Test
    default void aLabelThatIsNoneIsRefused(Scene scene) {
        String id = scene.thing();
        Session session = scene.session();
        session.tell(topic(id, "modify"), "/attributes/name", Json.of("'x'"), "requested-acks", "['no label!']");
        session.take("refusal", frame -> frame.topic().endsWith("/errors"))
                .refused(400, "acknowledgement:label.invalid");
        scene.operator().get("things/" + id + "/attributes/name").is(200, "'gate'");
    }

    @Test
    default void aLabelBelongsToOneSession(Scene scene) {
        String label = scene.word("rules:one-");
        Session first = acknowledger(scene, label);
        Session second = scene.session(Role.OPERATOR, label);
        second.take("refusal", frame -> frame.topic().endsWith("/errors"))
                .refused(409, "acknowledgement:label.not.unique");
        second.awaitClosed();
        first.ask(topic(scene.thing(), "retrieve"), "/", null).is(200);
    }

    private static Session acknowledger(Scene scene, String label) {
        return scene.session(Role.OPERATOR, label).stream("START-SEND-EVENTS", Map.of("namespaces", scene.namespace()));
    }

    private static String write(Session writer, String id, String labels, String timeout) {
        return writer.tell(
                topic(id, "modify"), "/attributes/name", Json.of("'x'"), "requested-acks", labels, "timeout", timeout);
    }

    private static void acknowledge(Session rules, String id, String label, int status, String payload) {
        Reply event = rules.event(id, "modified");
        assertThat(event.header("requested-acks")).contains(label);
        sendAck(rules, label, event, status, payload);
    }

    private static void sendAck(Session rules, String label, Reply event, int status, String payload) {
        ObjectNode frame = Json.object()
                .put("topic", event.topic().replaceFirst("/events/.*", "/acks/" + label))
                .put("path", "/")
                .put("status", status);
        frame.putObject("headers")
                .put("correlation-id", event.header("correlation-id"))
                .put("content-type", "application/json");
        if (!payload.isEmpty()) {
            frame.set("value", Json.of(payload));
        }
        rules.text(frame.toString());
    }
}
