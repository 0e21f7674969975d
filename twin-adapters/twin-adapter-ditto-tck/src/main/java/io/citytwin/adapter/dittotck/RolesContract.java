package io.citytwin.adapter.dittotck;

import static io.citytwin.adapter.dittotck.SocketLine.topic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.dittotck.internal.Json;
import io.citytwin.adapter.dittotck.internal.Reply;
import io.citytwin.adapter.dittotck.internal.Session;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each role tries each path, over HTTP and over a WebSocket. */
interface RolesContract {

    /** What may be put where, and the code of the refusal. */
    List<Write> WRITES = List.of(
            new Write("", "{attributes: {}}", "things:thing.notmodifiable"),
            new Write("/policyId", "'a.b:c'", "things:policyId.notmodifiable"),
            new Write("/definition", "'a.b:c:1.0.0'", "things:definition.notmodifiable"),
            new Write("/attributes", "{a: 1}", "things:attributes.notmodifiable"),
            new Write("/attributes/name", "'x'", "things:attribute.notmodifiable"),
            new Write("/features", "{}", "things:features.notmodifiable"),
            new Write("/features/state", "{}", "things:feature.notmodifiable"),
            new Write("/features/lamp", "{}", "things:feature.notmodifiable"),
            new Write("/features/state/definition", "['a.b:c:1.0.0']", "things:feature.definition.notmodifiable"),
            new Write(
                    "/features/state/desiredProperties",
                    "{target: 1}",
                    "things:feature.desiredProperties.notmodifiable"),
            new Write("/features/state/desiredProperties/target", "1", "things:feature.desiredProperty.notmodifiable"));

    /** What only the integrator may put, beside the operator. */
    List<Write> REPORTED = List.of(
            new Write(
                    "/features/state/properties",
                    "{level: 3, secret: 'hush-4711'}",
                    "things:feature.properties.notmodifiable"),
            new Write("/features/state/properties/level", "4", "things:feature.property.notmodifiable"),
            new Write("/features/state/properties/secret", "'hush-4711'", "things:feature.property.notmodifiable"));

    @Test
    default void theOperatorWritesEverything(Scene scene) {
        scene.overBoth(Role.OPERATOR, line -> {
            String id = scene.thing();
            for (Write write : WRITES) {
                if (!write.path().equals("/policyId")) {
                    assertThat(line.modify(id + write.path(), write.value()).status())
                            .as(write.path())
                            .isIn(201, 204);
                }
            }
            line.modify(id + "/policyId", "'" + scene.policy() + "'").is(204);
        });
    }

    @Test
    default void theIntegratorWritesReportedPropertiesOnly(Scene scene) {
        scene.overBoth(Role.INTEGRATOR, line -> {
            String id = scene.thing();
            JsonNode before = scene.operator().get("things/" + id).value();
            for (Write write : WRITES) {
                line.modify(id + write.path(), write.value()).refused(403, write.code());
            }
            assertThat(scene.operator().get("things/" + id).value()).isEqualTo(before);
            for (Write write : REPORTED) {
                line.modify(id + write.path(), write.value()).isEmpty(204);
            }
            scene.operator()
                    .get("things/" + id + "/features/state/properties/level")
                    .is(200, "4");
        });
    }

    @Test
    default void theIntegratorMergesReportedPropertiesOnly(Scene scene) {
        scene.overBoth(Role.INTEGRATOR, line -> {
            String id = scene.thing();
            line.merge(id, "{features: {state: {properties: {level: 6}}}}").isEmpty(204);
            line.merge(id + "/features/state", "{properties: {level: 7}}").isEmpty(204);
            line.merge(id, "{features: {state: {properties: {level: 8}}}, attributes: {name: 'x'}}")
                    .refused(403, "things:thing.notmodifiable");
            line.merge(id + "/features/state", "{desiredProperties: {target: 9}}")
                    .refused(403, "things:thing.notmodifiable");
            line.merge(id, "{features: {state: null}}").refused(403, "things:thing.notmodifiable");
            line.retrieve(id + "/features/state/properties/level").is(200, "7");
            line.retrieve(id + "/features/state/desiredProperties").is(200, "{target: 5}");
            line.retrieve(id + "/attributes/name").is(200, "'gate'");
        });
    }

    @Test
    default void theIntegratorDeletesReportedPropertiesOnly(Scene scene) {
        scene.overBoth(Role.INTEGRATOR, line -> {
            String id = scene.thing();
            line.delete(id).is(403);
            line.delete(id + "/attributes").refused(403, "things:attributes.notmodifiable");
            line.delete(id + "/attributes/name").refused(403, "things:attribute.notmodifiable");
            line.delete(id + "/features").refused(403, "things:features.notmodifiable");
            line.delete(id + "/features/state").refused(403, "things:feature.notmodifiable");
            line.delete(id + "/features/state/desiredProperties/target")
                    .refused(403, "things:feature.desiredProperty.notmodifiable");
            line.delete(id + "/features/state/properties/level").isEmpty(204);
            line.retrieve(id + "/features/state/desiredProperties").is(200, "{target: 5}");
        });
    }

    @Test
    default void theCitizenWritesNothing(Scene scene) {
        scene.overBoth(Role.CITIZEN, line -> {
            String id = scene.thing();
            JsonNode before = scene.operator().get("things/" + id).value();
            for (List<Write> writes : List.of(WRITES, REPORTED)) {
                for (Write write : writes) {
                    line.modify(id + write.path(), write.value()).refused(403, write.code());
                }
            }
            line.merge(id, "{attributes: {name: 'x'}}").refused(403, "things:thing.notmodifiable");
            line.merge(id + "/features/state/properties", "{level: 2}").refused(403, "things:thing.notmodifiable");
            line.delete(id).is(403);
            line.delete(id + "/features/state/properties/level").refused(403, "things:feature.property.notmodifiable");
            assertThat(scene.operator().get("things/" + id).value()).isEqualTo(before);
        });
    }

    @Test
    default void theCitizenReadsAllButThePrivateProperty(Scene scene) {
        scene.overBoth(Role.CITIZEN, line -> {
            String id = scene.thing();
            line.retrieve(id)
                    .is(
                            200,
                            scene.thingJson(
                                    "{thingId: '%s', features: {state: {properties: {level: 1}, desiredProperties: {target: 5}}}}"
                                            .formatted(id)));
            line.retrieve(id + "/policyId").is(200, "'" + scene.policy() + "'");
            line.retrieve(id + "/attributes/place").is(200, "{street: 'Via Roma', row: 1}");
            line.retrieve(id + "/features")
                    .is(200, "{state: {properties: {level: 1}, desiredProperties: {target: 5}}}");
            line.retrieve(id + "/features/state/properties").is(200, "{level: 1}");
            line.retrieve(id + "/features/state/properties/level").is(200, "1");
            line.retrieve(id + "/features/state/properties/secret").refused(404, "things:feature.property.notfound");
            line.select(id, "features/state/properties").is(200, "{features: {state: {properties: {level: 1}}}}");
            assertThat(line.select(id, "thingId,features/state/properties/secret")
                            .is(200)
                            .mentions(Scene.SECRET))
                    .isFalse();
        });
    }

    @Test
    default void theOthersReadThePrivateProperty(Scene scene) {
        for (Role role : List.of(Role.OPERATOR, Role.INTEGRATOR)) {
            scene.overBoth(
                    role,
                    line -> line.retrieve(scene.thing() + "/features/state/properties/secret")
                            .is(200, "'" + Scene.SECRET + "'"));
        }
    }

    @Test
    default void theCitizenReadsManyWithoutThePrivateProperty(Scene scene) {
        String seen = scene.thing();
        String hidden = hiddenThing(scene);
        Reply web = scene.http(Role.CITIZEN)
                .get("things?ids=" + hidden + "," + seen)
                .is(200);
        Reply socket = scene.session(Role.CITIZEN)
                .ask("_/_/things/twin/commands/retrieve", "/", Json.format("{thingIds: ['%s', '%s']}", hidden, seen))
                .is(200);
        for (Reply reply : List.of(web, socket)) {
            assertThat(reply.value()).hasSize(1);
            assertThat(reply.value().get(0).path("thingId").asText()).isEqualTo(seen);
            assertThat(reply.mentions(Scene.SECRET)).isFalse();
        }
    }

    @Test
    default void aHiddenThingLooksLikeNone(Scene scene) {
        String hidden = hiddenThing(scene);
        String none = scene.newThingId();
        scene.overBoth(Role.CITIZEN, line -> {
            for (String path : List.of("", "/attributes", "/attributes/name", "/features", "/features/state")) {
                Reply one = line.retrieve(hidden + path).is(404);
                assertThat(one.value().path("message").asText()).doesNotContain(Scene.SECRET);
                assertThat(one.etag()).isEmpty();
            }
            Reply real = line.retrieve(hidden).refused(404, "things:thing.notfound");
            Reply missing = line.retrieve(none).refused(404, "things:thing.notfound");
            assertThat(real.value().toString().replace(hidden, none))
                    .isEqualTo(missing.value().toString());
        });
    }

    @Test
    default void whoHasNoLoginIsLeftOutside(Scene scene) {
        String id = scene.thing();
        scene.stranger().get("things/" + id).is(401);
        scene.stranger().get("whoami").is(401);
        scene.stranger().put("things/" + id + "/attributes/name", "'x'").is(401);
        scene.stranger()
                .get("things/" + id, "Authorization", "Basic bm9ib2R5Om5vdGhpbmc=")
                .is(401);
        scene.operator().get("things/" + id + "/attributes/name").is(200, "'gate'");
    }

    @Test
    default void aWebSocketNeedsALogin(Scene scene) {
        assertThatThrownBy(() -> scene.session("Basic bm9ib2R5Om5vdGhpbmc="))
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        failure ->
                                assertThat(failure.getResponse().statusCode()).isEqualTo(401));
    }

    @Test
    default void aForeignLoginInTheFrameDoesNotHelp(Scene scene) {
        String id = scene.thing();
        Session session = scene.session(Role.CITIZEN);
        session.ask(
                        topic(id, "modify"),
                        "/attributes/name",
                        Json.of("'x'"),
                        "x-ditto-pre-authenticated",
                        scene.subject(Role.OPERATOR))
                .refused(403, "things:attribute.notmodifiable");
        scene.http(Role.CITIZEN)
                .put(
                        "things/" + id + "/attributes/name",
                        "'x'",
                        "x-ditto-pre-authenticated",
                        scene.subject(Role.OPERATOR))
                .refused(403, "things:attribute.notmodifiable");
    }

    /** A Thing that only the operator may see. */
    static String hiddenThing(Scene scene) {
        var json = scene.standardPolicy();
        ((ObjectNode) json.path("entries")).remove(List.of("citizen", "integrator"));
        return scene.thing("{policyId: '%s', attributes: {name: '%s'}}".formatted(scene.policy(json), Scene.SECRET));
    }

    /** A value, where to put it, and how that is refused. */
    record Write(String path, String value, String code) {}
}
