package io.citytwin.adapter.dittotck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.dittotck.internal.Http;
import io.citytwin.adapter.dittotck.internal.Json;
import io.citytwin.adapter.dittotck.internal.Reply;
import io.citytwin.adapter.dittotck.internal.Session;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Policies: made, changed, read, deleted, and what a change of them does. */
interface PoliciesContract {

    @Test
    default void aPolicyIsMadeReadChangedAndDeletedOverHttp(Scene scene) {
        String at = "policies/" + scene.newPolicyId();
        Http http = scene.operator();
        http.get(at).refused(404, "policies:policy.notfound");
        Reply created = http.put(at, scene.standardPolicy().toString()).is(201);
        assertThat(created.etag()).isEqualTo("\"rev:1\"");
        assertThat(created.header("location")).endsWith("/api/2/" + at);
        assertThat(created.value().path("entries").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("operator", "integrator", "citizen");
        Reply read = http.get(at).is(200);
        assertThat(read.value().path("entries").path("citizen").path("resources"))
                .isEqualTo(
                        scene.standardPolicy().path("entries").path("citizen").path("resources"));
        http.put(at, scene.standardPolicy().toString()).isEmpty(204);
        http.delete(at).isEmpty(204);
        http.get(at).refused(404, "policies:policy.notfound");
    }

    @Test
    default void aPolicyIsMadeReadChangedAndDeletedOverAWebSocket(Scene scene) {
        String id = scene.newPolicyId();
        Session session = scene.session();
        ObjectNode json = scene.standardPolicy().put("policyId", id);
        Reply created = session.ask(topic(id, "create"), "/", json).is(201);
        assertThat(created.value().path("policyId").asText()).isEqualTo(id);
        assertThat(created.etag()).isEqualTo("\"rev:1\"");
        session.ask(topic(id, "create"), "/", json).refused(409, "policies:policy.conflict");
        session.ask(topic(id, "modify"), "/", json).isEmpty(204);
        Reply read = session.ask(topic(id, "retrieve"), "/", null).is(200);
        assertThat(read.topic()).isEqualTo(topic(id, "retrieve"));
        assertThat(read.value()
                        .path("entries")
                        .path("operator")
                        .path("subjects")
                        .has(scene.subject(Role.OPERATOR)))
                .isTrue();
        session.ask(topic(id, "delete"), "/", null).isEmpty(204);
        session.ask(topic(id, "retrieve"), "/", null).refused(404, "policies:policy.notfound");
    }

    @Test
    default void anEntryIsMadeReadAndDeleted(Scene scene) {
        String at = "policies/" + scene.policy() + "/entries/guest";
        String entry =
                "{subjects: {'tck:guest': {type: 'tck'}}, resources: {'thing:/attributes': {grant: ['READ'], revoke: []}}}";
        Http http = scene.operator();
        http.get(at).refused(404, "policies:entry.notfound");
        http.put(at, entry).is(201);
        http.put(at, entry).isEmpty(204);
        Reply read = http.get(at).is(200);
        assertThat(read.value().path("subjects")).isEqualTo(Json.of("{'tck:guest': {type: 'tck'}}"));
        http.delete(at).isEmpty(204);
        http.get(at).refused(404, "policies:entry.notfound");
    }

    @Test
    default void subjectsAndResourcesOfAnEntryAreChanged(Scene scene) {
        String at = "policies/" + scene.policy() + "/entries/citizen";
        Http http = scene.operator();
        http.put(at + "/subjects/tck:guest", "{type: 'tck'}").is(201);
        http.get(at + "/subjects/tck:guest").is(200, "{type: 'tck'}");
        http.delete(at + "/subjects/tck:guest").isEmpty(204);
        http.get(at + "/subjects/tck:guest").refused(404, "policies:subject.notfound");
        http.put(at + "/resources/thing:/attributes/name", "{grant: [], revoke: ['READ']}")
                .is(201);
        http.get(at + "/resources/thing:/attributes/name").is(200, "{grant: [], revoke: ['READ']}");
        http.delete(at + "/resources/thing:/attributes/name").isEmpty(204);
        http.get(at + "/resources/thing:/attributes/name").refused(404, "policies:resource.notfound");
    }

    @Test
    default void ifMatchGuardsAPolicy(Scene scene) {
        String at = "policies/" + scene.policy();
        Http http = scene.operator();
        String old = http.get(at).etag();
        assertThat(old).matches("\"rev:\\d+\"");
        http.put(at, scene.standardPolicy().toString(), "if-match", old).isEmpty(204);
        http.put(at, scene.standardPolicy().toString(), "if-match", old).refused(412, "policies:precondition.failed");
        http.get(at, "if-none-match", http.get(at).etag()).is(304);
    }

    @Test
    default void aPolicyThatNobodyCouldChangeIsRefused(Scene scene) {
        ObjectNode locked = scene.standardPolicy();
        ((ObjectNode) locked.at("/entries/operator/resources")).remove("policy:/");
        scene.operator()
                .put("policies/" + scene.newPolicyId(), locked.toString())
                .is(403);
        scene.operator().put("policies/" + scene.policy(), locked.toString()).is(403);
        scene.operator().get("policies/" + scene.policy()).is(200);
    }

    @Test
    default void aPolicyIsHiddenFromWhoMayNotReadIt(Scene scene) {
        String id = scene.policy();
        for (Role role : new Role[] {Role.INTEGRATOR, Role.CITIZEN}) {
            scene.http(role).get("policies/" + id).refused(404, "policies:policy.notfound");
            scene.http(role).get("policies/" + id + "/entries/citizen").refused(404, "policies:entry.notfound");
            scene.session(role).ask(topic(id, "retrieve"), "/", null).refused(404, "policies:policy.notfound");
        }
    }

    @Test
    default void aPolicyIsKeptFromWhoMayNotWriteIt(Scene scene) {
        String id = scene.policy();
        for (Role role : new Role[] {Role.INTEGRATOR, Role.CITIZEN}) {
            Http http = scene.http(role);
            http.put("policies/" + id, scene.standardPolicy().toString()).refused(403, "policies:policy.notmodifiable");
            http.put(
                            "policies/" + id + "/entries/mine",
                            "{subjects: {'%s': {type: 'x'}}, resources: {'thing:/': {grant: ['READ'], revoke: []}}}"
                                    .formatted(scene.subject(role)))
                    .refused(403, "policies:entry.notmodifiable");
            http.delete("policies/" + id).refused(403, "policies:policy.notmodifiable");
            scene.session(role).ask(topic(id, "delete"), "/", null).refused(403, "policies:policy.notmodifiable");
        }
        scene.operator().get("policies/" + id + "/entries/mine").refused(404, "policies:entry.notfound");
    }

    @Test
    default void whatAPolicyTakesAwayIsGoneSoon(Scene scene) {
        String id = scene.thing();
        String at = "things/" + id + "/attributes/name";
        scene.http(Role.CITIZEN).get(at).is(200, "'gate'");
        scene.operator()
                .delete("policies/" + scene.policy() + "/entries/citizen")
                .is(204);
        await("the end of a permission")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> scene.http(Role.CITIZEN).get(at).is(404));
        scene.http(Role.CITIZEN).get("things/" + id).refused(404, "things:thing.notfound");
        scene.operator().get(at).is(200, "'gate'");
    }

    @Test
    default void whatAPolicyGrantsComesSoon(Scene scene) {
        String id = scene.thing();
        scene.http(Role.CITIZEN)
                .put("things/" + id + "/attributes/name", "'door'")
                .refused(403, "things:attribute.notmodifiable");
        scene.operator()
                .put(
                        "policies/" + scene.policy() + "/entries/citizen/resources/thing:/attributes/name",
                        "{grant: ['WRITE'], revoke: []}")
                .is(201);
        await("a new permission")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> scene.http(Role.CITIZEN)
                        .put("things/" + id + "/attributes/name", "'door'")
                        .is(204));
        scene.operator().get("things/" + id + "/attributes/name").is(200, "'door'");
    }

    @Test
    default void aThingCannotBeMadeUnderAForeignPolicy(Scene scene) {
        String id = scene.newThingId();
        scene.http(Role.CITIZEN)
                .put("things/" + id, scene.thingJson("{}").toString())
                .is(403);
        scene.operator().get("things/" + id).refused(404, "things:thing.notfound");
    }

    private static String topic(String id, String action) {
        return id.replaceFirst(":", "/") + "/policies/commands/" + action;
    }
}
