package io.citytwin.adapter.dittotck;

import static io.citytwin.adapter.dittotck.SocketLine.topic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.citytwin.adapter.dittotck.internal.Json;
import io.citytwin.adapter.dittotck.internal.Reply;
import io.citytwin.adapter.dittotck.internal.Session;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A session is lost, and what it missed is found again. */
interface RecoveryContract {

    @Test
    default void aGapOfRevisionsTellsThatEventsWereMissed(Scene scene) {
        String id = scene.thing();
        String at = "things/" + id + "/attributes/name";
        Session first = scene.listener(Role.INTEGRATOR);
        scene.operator().put(at, "'seen'").is(204);
        long seen = first.event(id, "modified").revision();
        first.drop();
        scene.operator().put(at, "'missed'").is(204);
        scene.operator()
                .patch("things/" + id, "{attributes: {more: 'missed too'}}")
                .is(204);
        Session second = scene.listener(Role.INTEGRATOR);
        scene.operator().put(at, "'seen again'").is(204);
        Reply next = second.event(id, "modified");
        next.assertRevision().isGreaterThan(seen + 2);
        second.never(frame -> frame.mentions("missed"));
        Reply present = second.ask(topic(id, "retrieve"), "/attributes", null);
        present.is(200, "{name: 'seen again', place: {street: 'Via Roma', row: 1}, more: 'missed too'}");
    }

    @Test
    default void aReReadIsAsNewAsItsRevision(Scene scene) {
        String id = scene.thing();
        Session listener = scene.listener(Role.INTEGRATOR);
        Session writer = scene.session();
        for (int i = 1; i <= 5; i++) {
            long written = writer.ask(topic(id, "modify"), "/features/state/properties/level", Json.of("" + i * 10))
                    .is(204)
                    .revision();
            Reply read = listener.ask(topic(id, "retrieve"), "/", null).is(200);
            read.assertRevision().isGreaterThanOrEqualTo(written);
            assertThat(read.value().at("/features/state/properties/level").asInt())
                    .isEqualTo(i * 10);
        }
    }

    @Test
    default void aThingThatWasDeletedMeanwhileIsNotFoundAgain(Scene scene) {
        String id = scene.thing();
        Session first = scene.listener(Role.INTEGRATOR);
        first.drop();
        scene.operator().delete("things/" + id).is(204);
        Session second = scene.listener(Role.INTEGRATOR);
        second.ask(topic(id, "retrieve"), "/", null).refused(404, "things:thing.notfound");
    }

    @Test
    default void aThingMadeAnewIsReadAnew(Scene scene) {
        String id = scene.thing();
        scene.operator().delete("things/" + id).is(204);
        scene.operator()
                .put(
                        "things/" + id,
                        scene.thingJson("{attributes: {second: true}}").toString())
                .is(201);
        scene.operator().get("things/" + id + "/attributes").is(200, "{second: true}");
        Session listener = scene.listener(Role.INTEGRATOR);
        long read = listener.ask(topic(id, "retrieve"), "/", null).is(200).revision();
        scene.operator().put("things/" + id + "/attributes/second", "false").is(204);
        listener.event(id, "modified").assertRevision().isGreaterThan(read);
    }

    @Test
    default void aLabelIsFreeAfterItsSessionEnded(Scene scene) {
        String id = scene.thing();
        String label = scene.word("rules:again-");
        Session first = scene.session(Role.INTEGRATOR, label);
        first.stream("START-SEND-EVENTS", Map.of("namespaces", scene.namespace()));
        first.close();
        await("label " + label).atMost(Duration.ofMinutes(3)).ignoreExceptions().until(() -> {
            Session second = scene.session(Role.INTEGRATOR, label);
            second.ask(topic(id, "retrieve"), "/", null).is(200);
            second.stream("START-SEND-EVENTS", Map.of("namespaces", scene.namespace()));
            return second.untaken().stream().noneMatch(frame -> frame.mentions("label.not.unique"));
        });
    }

    @Test
    default void sessionsDoNotDisturbEachOther(Scene scene) {
        String id = scene.thing();
        Session broken = scene.listener(Role.INTEGRATOR);
        Session steady = scene.listener(Role.INTEGRATOR);
        broken.text("{");
        broken.take("refusal", frame -> frame.topic().endsWith("/errors")).refused(400, "json.invalid");
        broken.drop();
        scene.operator().put("things/" + id + "/attributes/name", "'x'").is(204);
        assertThat(steady.event(id, "modified").value()).isEqualTo(Json.of("'x'"));
        steady.never(frame -> frame.topic().endsWith("/errors"));
    }
}
