package io.citytwin.adapter.dittotck;

import static io.citytwin.adapter.dittotck.SocketLine.topic;
import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.adapter.dittotck.internal.Json;
import io.citytwin.adapter.dittotck.internal.Reply;
import io.citytwin.adapter.dittotck.internal.Session;
import org.junit.jupiter.api.Test;

/** Things as a whole: made, replaced, read, deleted. */
interface ThingsContract {

    @Test
    default void aCreatedThingIsEchoedWithItsFirstRevision(Scene scene) {
        String id = scene.newThingId();
        Reply created = scene.session().ask(topic(id, "create"), "/", scene.thingJson("{}"));
        created.is(201, scene.thingJson("{thingId: '%s'}".formatted(id)));
        assertThat(created.topic()).isEqualTo(topic(id, "create"));
        assertThat(created.path()).isEqualTo("/");
        assertThat(created.etag()).isEqualTo("\"rev:1\"");
        assertThat(created.header("entity-revision")).isEqualTo("1");
        assertThat(created.header("content-type")).isEqualTo("application/json");
        scene.operator().get("things/" + id).is(200, scene.thingJson("{thingId: '%s'}".formatted(id)));
    }

    @Test
    default void aThingIsCreatedOnce(Scene scene) {
        String id = scene.thing();
        Reply second = scene.session().ask(topic(id, "create"), "/", scene.thingJson("{attributes: {}}"));
        second.refused(409, "things:thing.conflict");
        scene.operator().get("things/" + id + "/attributes/name").is(200, "'gate'");
    }

    @Test
    default void puttingOverHttpCreatesThenReplaces(Scene scene) {
        String id = scene.newThingId();
        String json = scene.thingJson("{}").toString();
        Reply created = scene.operator().put("things/" + id, json);
        created.is(201, scene.thingJson("{thingId: '%s'}".formatted(id)));
        assertThat(created.header("location")).endsWith("/api/2/things/" + id);
        assertThat(created.etag()).isEqualTo("\"rev:1\"");
        Reply replaced = scene.operator().put("things/" + id, json).isEmpty(204);
        replaced.assertRevision().isGreaterThan(1);
        assertThat(replaced.header("location")).isEmpty();
    }

    @Test
    default void postingMakesAnId(Scene scene) {
        Reply created = scene.operator()
                .post("things", scene.thingJson("{}").toString())
                .is(201);
        String id = scene.removeThing(created.value().path("thingId").asText());
        assertThat(id).matches("[^:]+:.+");
        assertThat(created.header("location")).endsWith("/api/2/things/" + id);
        scene.operator().get("things/" + id).is(200, created.value());
    }

    @Test
    default void postingWithAnIdIsRefused(Scene scene) {
        String json =
                scene.thingJson("{thingId: '%s'}".formatted(scene.newThingId())).toString();
        scene.operator().post("things", json).refused(400, "things:id.notsettable");
    }

    @Test
    default void anIdInTheBodyThatIsNotThatOfThePathIsRefused(Scene scene) {
        String json =
                scene.thingJson("{thingId: '%s'}".formatted(scene.newThingId())).toString();
        scene.operator().put("things/" + scene.newThingId(), json).refused(400, "things:id.notsettable");
    }

    @Test
    default void replacingDropsWhatIsMissingAndKeepsThePolicy(Scene scene) {
        scene.overBoth(line -> {
            String id = scene.thing();
            line.modify(id, "{attributes: {only: true}}").isEmpty(204);
            line.retrieve(id)
                    .is(200, "{thingId: '%s', policyId: '%s', attributes: {only: true}}".formatted(id, scene.policy()));
        });
    }

    @Test
    default void deletingTakesTheThingAway(Scene scene) {
        scene.overBoth(line -> {
            String id = scene.thing();
            line.retrieve(id).is(200);
            line.delete(id).isEmpty(204);
            line.retrieve(id).refused(404, "things:thing.notfound");
            line.retrieve(id + "/attributes/name").refused(404, "things:thing.notfound");
            line.delete(id).refused(404, "things:thing.notfound");
        });
    }

    @Test
    default void aThingThatNeverWasIsNotFound(Scene scene) {
        scene.overBoth(line -> {
            String id = scene.newThingId();
            line.retrieve(id).refused(404, "things:thing.notfound");
            line.modify(id + "/attributes/a", "1").refused(404, "things:thing.notfound");
            line.delete(id + "/features/f").refused(404, "things:thing.notfound");
        });
    }

    @Test
    default void everyKindOfJsonSurvives(Scene scene) {
        String kinds = """
                {text: 'Zürich \\u2603 "x" \\\\', none: null, yes: true, no: false, zero: 0, minus: -7, big: 9007199254740993,
                half: 0.5, list: [1, [2, {a: []}], null], empty: {}, blank: '', deep: {a: {b: {c: {d: 'e'}}}}}
                """;
        scene.overBoth(line -> {
            String id = scene.thing();
            line.modify(id + "/attributes", kinds).isEmpty(204);
            line.retrieve(id + "/attributes").is(200, kinds);
            line.retrieve(id + "/attributes/list").is(200, "[1, [2, {a: []}], null]");
        });
    }

    @Test
    default void theDefinitionOfAThingComesAndGoes(Scene scene) {
        scene.overBoth(line -> {
            String at = scene.thing() + "/definition";
            line.retrieve(at).refused(404, "things:definition.notfound");
            line.modify(at, "'org.example:gate:1.0.0'").is(201, "'org.example:gate:1.0.0'");
            line.modify(at, "'org.example:gate:1.1.0'").isEmpty(204);
            line.retrieve(at).is(200, "'org.example:gate:1.1.0'");
            line.delete(at).isEmpty(204);
            line.retrieve(at).refused(404, "things:definition.notfound");
        });
    }

    @Test
    default void aDefinitionThatIsNoneIsRefused(Scene scene) {
        scene.overBoth(line -> line.modify(scene.thing() + "/definition", "'nonsense'")
                .refused(400, "things:definition.identifier.invalid"));
    }

    @Test
    default void thePolicyIdIsReadAndChanged(Scene scene) {
        String other = scene.policy(scene.standardPolicy());
        scene.overBoth(line -> {
            String id = scene.thing();
            line.retrieve(id + "/policyId").is(200, "'" + scene.policy() + "'");
            line.modify(id + "/policyId", "'" + other + "'").isEmpty(204);
            line.retrieve(id + "/policyId").is(200, "'" + other + "'");
        });
    }

    @Test
    default void aThingWithoutAPolicyGetsOneOfItsOwn(Scene scene) {
        String id = scene.newThingId();
        scene.removePolicy(id);
        Reply created =
                scene.operator().put("things/" + id, "{attributes: {a: 1}}").is(201);
        assertThat(created.value().path("policyId").asText()).isEqualTo(id);
        Reply policy = scene.operator().get("policies/" + id).is(200);
        assertThat(policy.value().path("entries").toString()).contains(scene.subject(Role.OPERATOR));
        scene.http(Role.CITIZEN).get("things/" + id).refused(404, "things:thing.notfound");
    }

    @Test
    default void revisionsRiseWithWritesOnly(Scene scene) {
        scene.overBoth(line -> {
            String id = scene.thing();
            long first = line.retrieve(id).revision();
            line.modify(id + "/attributes/a", "1").is(201);
            long second = line.retrieve(id).revision();
            assertThat(second).isGreaterThan(first);
            line.modify(id + "/attributes/a", "2", "condition", "eq(attributes/a,7)")
                    .is(412);
            line.retrieve(id).assertRevision().isEqualTo(second);
        });
    }

    @Test
    default void anAnswerIsLeftOutIfNoneIsWanted(Scene scene) {
        String id = scene.thing();
        Session session = scene.session();
        String quiet = session.tell(topic(id, "modify"), "/attributes/a", Json.of("1"), "response-required", "false");
        session.ask(topic(id, "modify"), "/attributes/b", Json.of("2")).is(201);
        scene.operator().get("things/" + id + "/attributes/a").is(200, "1");
        session.never(frame -> frame.header("correlation-id").equals(quiet));
        scene.operator()
                .put("things/" + id + "/attributes/c", "3", "response-required", "false")
                .is(202);
    }
}
