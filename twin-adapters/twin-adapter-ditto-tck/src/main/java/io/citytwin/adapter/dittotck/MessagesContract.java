package io.citytwin.adapter.dittotck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.adapter.dittotck.internal.Json;
import io.citytwin.adapter.dittotck.internal.Reply;
import io.citytwin.adapter.dittotck.internal.Session;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Live messages to and from Things and features, over WebSockets and HTTP. */
interface MessagesContract {

    @Test
    default void aMessageIsCarriedAndItsReplyComesBack(Scene scene) {
        String id = scene.thing();
        Session device = device(scene);
        Session sender = scene.session();
        String correlation = sender.tell(
                live(id, "ping"),
                "/inbox/messages/ping",
                Json.of("'hi'"),
                "content-type",
                "text/plain",
                "timeout",
                "20s");
        Reply message = message(device, id, "ping");
        assertThat(message.path()).isEqualTo("/inbox/messages/ping");
        assertThat(message.value()).isEqualTo(Json.of("'hi'"));
        assertThat(message.header("correlation-id")).isEqualTo(correlation);
        assertThat(message.header("ditto-message-thing-id")).isEqualTo(id);
        assertThat(message.header("ditto-message-subject")).isEqualTo("ping");
        assertThat(message.header("ditto-message-direction")).isEqualTo("TO");
        assertThat(message.header("ditto-originator")).isEqualTo(scene.subject(Role.OPERATOR));
        reply(device, message, 200, "'pong'");
        Reply answer = sender.answer(correlation).is(200, "'pong'");
        assertThat(answer.topic()).isEqualTo(live(id, "ping"));
    }

    @Test
    default void aMessageToAFeatureNamesIt(Scene scene) {
        String id = scene.thing();
        Session device = device(scene);
        Session sender = scene.session();
        String correlation = sender.tell(
                live(id, "open"),
                "/features/state/inbox/messages/open",
                Json.of("{width: 2}"),
                "content-type",
                "application/json",
                "timeout",
                "20s");
        Reply message = message(device, id, "open");
        assertThat(message.path()).isEqualTo("/features/state/inbox/messages/open");
        assertThat(message.header("ditto-message-feature-id")).isEqualTo("state");
        assertThat(message.value()).isEqualTo(Json.of("{width: 2}"));
        reply(device, message, 202, "{soon: true}");
        sender.answer(correlation).is(202, "{soon: true}");
    }

    @Test
    default void anErrorOfTheDeviceIsAReplyToo(Scene scene) {
        String id = scene.thing();
        Session device = device(scene);
        Session sender = scene.session();
        String correlation = sender.tell(
                live(id, "open"),
                "/inbox/messages/open",
                Json.of("{}"),
                "content-type",
                "application/json",
                "timeout",
                "20s");
        reply(device, message(device, id, "open"), 409, "{why: 'stuck'}");
        sender.answer(correlation).is(409, "{why: 'stuck'}");
    }

    @Test
    default void aMessageFromAThingIsCarried(Scene scene) {
        String id = scene.thing();
        Session listener = device(scene);
        scene.session()
                .tell(
                        live(id, "passed"),
                        "/outbox/messages/passed",
                        Json.of("{class: 'M1'}"),
                        "content-type",
                        "application/json",
                        "response-required",
                        "false");
        Reply message = message(listener, id, "passed");
        assertThat(message.path()).isEqualTo("/outbox/messages/passed");
        assertThat(message.header("ditto-message-direction")).isEqualTo("FROM");
        assertThat(message.value()).isEqualTo(Json.of("{class: 'M1'}"));
    }

    @Test
    default void aMessageThatNobodyAnswersTimesOut(Scene scene) {
        String id = scene.thing();
        Reply late = scene.session()
                .ask(
                        live(id, "nobody"),
                        "/inbox/messages/nobody",
                        Json.of("'hi'"),
                        "content-type",
                        "text/plain",
                        "timeout",
                        "2s");
        late.refused(408, "command.timeout");
        assertThat(late.topic()).isEqualTo(id.replaceFirst(":", "/") + "/things/live/errors");
    }

    @Test
    default void aMessageThatNeedsNoAnswerGetsNone(Scene scene) {
        String id = scene.thing();
        Session device = device(scene);
        Session sender = scene.session();
        String correlation = sender.tell(
                live(id, "note"),
                "/inbox/messages/note",
                Json.of("'hi'"),
                "content-type",
                "text/plain",
                "response-required",
                "false");
        assertThat(message(device, id, "note").header("response-required")).isEqualTo("false");
        sender.ask(SocketLine.topic(id, "retrieve"), "/", null).is(200);
        sender.never(frame -> frame.header("correlation-id").equals(correlation));
    }

    @Test
    default void aMessageOverHttpBringsTheReply(Scene scene) {
        String id = scene.thing();
        Session device = device(scene);
        CompletableFuture<Reply> asked =
                scene.operator().later("POST", "things/" + id + "/inbox/messages/ping?timeout=20s", "{\"a\":1}");
        Reply message = message(device, id, "ping");
        assertThat(message.value()).isEqualTo(Json.of("{a: 1}"));
        assertThat(message.header("content-type")).startsWith("application/json");
        reply(device, message, 200, "{b: 2}");
        Reply answer = asked.join().is(200, "{b: 2}");
        assertThat(answer.header("content-type")).startsWith("application/json");
    }

    @Test
    default void aMessageOverHttpToAFeatureBringsTheReply(Scene scene) {
        String id = scene.thing();
        Session device = device(scene);
        CompletableFuture<Reply> asked = scene.operator()
                .later("POST", "things/" + id + "/features/state/inbox/messages/open?timeout=20s", "true");
        Reply message = message(device, id, "open");
        assertThat(message.path()).isEqualTo("/features/state/inbox/messages/open");
        reply(device, message, 201, "{done: true}");
        asked.join().is(201, "{done: true}");
    }

    @Test
    default void aMessageOverHttpThatNobodyAnswersTimesOut(Scene scene) {
        scene.operator()
                .post("things/" + scene.thing() + "/inbox/messages/nobody?timeout=2s", "1")
                .refused(408, "command.timeout");
    }

    @Test
    default void aMessageOverHttpWithoutTimeIsOnlyAccepted(Scene scene) {
        String id = scene.thing();
        Session device = device(scene);
        scene.operator()
                .post("things/" + id + "/inbox/messages/note?timeout=0&response-required=false", "'hi'")
                .is(202);
        assertThat(message(device, id, "note").value()).isEqualTo(Json.of("'hi'"));
    }

    @Test
    default void aMessageToNoThingIsRefused(Scene scene) {
        String id = scene.newThingId();
        scene.session()
                .ask(live(id, "ping"), "/inbox/messages/ping", Json.of("1"), "content-type", "application/json")
                .refused(404, "things:thing.notfound");
        scene.operator().post("things/" + id + "/inbox/messages/ping", "1").refused(404, "things:thing.notfound");
    }

    @Test
    default void messagesNeedThePermission(Scene scene) {
        String id = scene.thing();
        Session listening =
                scene.session(Role.CITIZEN).stream("START-SEND-MESSAGES", Map.of("namespaces", scene.namespace()));
        Session device = device(scene);
        scene.http(Role.CITIZEN)
                .post("things/" + id + "/inbox/messages/ping", "1")
                .refused(403, "messages:send.notallowed");
        scene.session(Role.CITIZEN)
                .ask(live(id, "ping"), "/inbox/messages/ping", Json.of("1"), "content-type", "application/json")
                .refused(403, "messages:send.notallowed");
        scene.operator()
                .post("things/" + id + "/inbox/messages/note?timeout=0&response-required=false", "2")
                .is(202);
        assertThat(message(device, id, "note").value()).isEqualTo(Json.of("2"));
        listening.ask(SocketLine.topic(id, "retrieve"), "/", null).is(200);
        listening.never(frame -> frame.topic().contains("/live/messages/"));
        device.never(frame -> frame.topic().endsWith("/live/messages/ping"));
    }

    private static Session device(Scene scene) {
        return scene.session(Role.INTEGRATOR).stream("START-SEND-MESSAGES", Map.of("namespaces", scene.namespace()));
    }

    private static Reply message(Session session, String id, String subject) {
        return session.take("message " + subject, frame -> frame.topic().equals(live(id, subject)));
    }

    private static void reply(Session device, Reply message, int status, String value) {
        JsonNode payload = Json.of(value);
        var frame = Json.object()
                .put("topic", message.topic())
                .put("path", message.path().replace("/inbox/", "/outbox/"))
                .put("status", status);
        frame.putObject("headers")
                .put("correlation-id", message.header("correlation-id"))
                .put("content-type", payload.isTextual() ? "text/plain" : "application/json");
        frame.set("value", payload);
        device.text(frame.toString());
    }

    private static String live(String id, String subject) {
        return id.replaceFirst(":", "/") + "/things/live/messages/" + subject;
    }
}
