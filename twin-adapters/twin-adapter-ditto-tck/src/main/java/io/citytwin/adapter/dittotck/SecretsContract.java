package io.citytwin.adapter.dittotck;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.adapter.dittotck.internal.Http;
import io.citytwin.adapter.dittotck.internal.Json;
import io.citytwin.adapter.dittotck.internal.Reply;
import io.citytwin.adapter.dittotck.internal.ServerSentEvents;
import io.citytwin.adapter.dittotck.internal.Session;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a citizen may not read, it must not learn by asking otherwise. */
interface SecretsContract {

    String SECRET_PATH = "features/state/properties/secret";

    @Test
    default void aConditionTellsNothing(Scene scene) {
        scene.overBoth(Role.CITIZEN, line -> {
            String at = scene.thing() + "/attributes/name";
            Reply right = line.retrieve(at, "condition", "eq(%s,'%s')".formatted(SECRET_PATH, Scene.SECRET))
                    .refused(412, "things:condition.failed");
            Reply wrong = line.retrieve(at, "condition", "eq(%s,'other')".formatted(SECRET_PATH))
                    .refused(412, "things:condition.failed");
            assertThat(right.value()).isEqualTo(wrong.value());
            line.retrieve(at, "condition", "exists(%s)".formatted(SECRET_PATH)).refused(412, "things:condition.failed");
            line.retrieve(at, "condition", "not(exists(%s))".formatted(SECRET_PATH))
                    .refused(412, "things:condition.failed");
        });
    }

    @Test
    default void anETagTellsNothing(Scene scene) {
        scene.overBoth(Role.CITIZEN, line -> {
            String at = scene.thing() + "/" + SECRET_PATH;
            String etag = scene.operator().get("things/" + at).etag();
            Reply hidden = line.retrieve(at).refused(404, "things:feature.property.notfound");
            assertThat(hidden.etag()).isEmpty();
            line.retrieve(at, "if-none-match", etag).refused(404, "things:feature.property.notfound");
            line.modify(at, "'x'", "if-match", etag).refused(403, "things:feature.property.notmodifiable");
            line.modify(at, "'x'", "if-match", "\"hash:1\"").refused(403, "things:feature.property.notmodifiable");
        });
    }

    @Test
    default void anErrorTellsNothing(Scene scene) {
        scene.overBoth(Role.CITIZEN, line -> {
            String at = scene.thing() + "/features/state/properties/";
            Reply hidden = line.retrieve(at + "secret").refused(404, "things:feature.property.notfound");
            Reply missing = line.retrieve(at + "absent").refused(404, "things:feature.property.notfound");
            assertThat(hidden.value().toString().replace("secret", "absent"))
                    .isEqualTo(missing.value().toString());
        });
    }

    @Test
    default void aSearchTellsNothing(Scene scene) {
        String word = scene.word("pair");
        scene.thing(twin(word, 1, "alpha"));
        scene.thing(twin(word, 2, "omega"));
        Flock flock = new Flock(scene, word, List.of());
        flock.finds("eq(" + SECRET_PATH + ",'alpha')", 1);
        for (String filter : List.of(
                "eq(%s,'alpha')",
                "ne(%s,'alpha')",
                "gt(%s,'beta')",
                "lt(%s,'beta')",
                "like(%s,'al*')",
                "in(%s,'alpha')",
                "not(eq(%s,'alpha'))")) {
            Map<String, String> query = Map.of("filter", flock.only(filter.formatted(SECRET_PATH)));
            Reply found = scene.http(Role.CITIZEN)
                    .get("search/things?" + Http.query(query))
                    .is(200);
            assertThat(Page.of(found).numbers().size()).as(filter).isIn(0, 2);
            assertThat(scene.http(Role.CITIZEN)
                            .get("search/things/count?" + Http.query(query))
                            .is(200)
                            .value()
                            .asInt())
                    .as("count of " + filter)
                    .isIn(0, 2);
        }
    }

    @Test
    default void whatIsFoundHasNoSecret(Scene scene) {
        Flock flock = new Flock(scene, scene.word("pair"), List.of());
        scene.thing(twin(flock.word(), 1, Scene.SECRET));
        scene.thing("{policyId: '%s', attributes: {flock: '%s', n: 2}}"
                .formatted(
                        scene.operator()
                                .get("things/" + RolesContract.hiddenThing(scene) + "/policyId")
                                .value()
                                .asText(),
                        flock.word()));
        flock.finds("exists(thingId)", 1, 2);
        String everything = flock.only("exists(thingId)");
        Reply web = scene.http(Role.CITIZEN)
                .get("search/things?" + Http.query(Map.of("filter", everything)))
                .is(200);
        assertThat(Page.of(web).numbers()).containsExactly(1);
        assertThat(web.mentions(Scene.SECRET)).isFalse();
        scene.http(Role.CITIZEN)
                .get("search/things/count?" + Http.query(Map.of("filter", everything)))
                .is(200, "1");
        Reply sorted = scene.http(Role.CITIZEN)
                .get("search/things?"
                        + Http.query(Map.of("filter", everything, "option", "sort(+" + SECRET_PATH + ")")))
                .is(200);
        assertThat(sorted.mentions(Scene.SECRET)).isFalse();
    }

    @Test
    default void aSearchStreamHasNoSecret(Scene scene) {
        Flock flock = new Flock(scene, scene.word("pair"), List.of());
        scene.thing(twin(flock.word(), 1, Scene.SECRET));
        flock.finds("exists(thingId)", 1);
        Session session = scene.session(Role.CITIZEN);
        JsonNode query = Json.object().put("filter", flock.only("exists(thingId)"));
        String id = session.ask("_/_/things/twin/search/subscribe", "/", query)
                .value()
                .path("subscriptionId")
                .asText();
        session.tell(
                "_/_/things/twin/search/request",
                "/",
                Json.object().put("subscriptionId", id).put("demand", 5));
        Reply next = session.take("page", frame -> frame.topic().endsWith("/search/next"));
        assertThat(Page.numbers(next)).containsExactly(1);
        assertThat(next.mentions(Scene.SECRET)).isFalse();
        session.take("end", frame -> frame.topic().endsWith("/search/complete"));
    }

    @Test
    default void eventsTellNoSecret(Scene scene) {
        String id = scene.thing();
        Session citizen = scene.session(Role.CITIZEN).stream(
                "START-SEND-EVENTS",
                Map.of("namespaces", scene.namespace(), "extraFields", "features/state/properties"));
        writeSecrets(scene, id);
        Reply event = citizen.take("event", frame -> frame.path().equals("/features/state/properties/level"));
        assertThat(event.value()).isEqualTo(Json.of("99"));
        assertThat(event.whole().at("/extra/features/state/properties")).isEqualTo(Json.of("{level: 99}"));
        citizen.never(frame -> frame.mentions("hush-"));
    }

    @Test
    default void aFilterOfEventsTellsNoSecret(Scene scene) {
        String id = scene.thing();
        Session citizen = scene.session(Role.CITIZEN).stream(
                "START-SEND-EVENTS",
                Map.of(
                        "namespaces", scene.namespace(),
                        "filter", "or(eq(attributes/name,'last'),eq(%s,'%s'))".formatted(SECRET_PATH, Scene.SECRET),
                        "extraFields", SECRET_PATH));
        scene.operator()
                .put("things/" + id + "/features/state/properties/level", "2")
                .is(204);
        scene.operator().put("things/" + id + "/attributes/name", "'last'").is(204);
        Reply event = citizen.take("event", frame -> frame.topic().contains("/events/"));
        assertThat(event.path()).isEqualTo("/attributes/name");
        citizen.never(frame -> frame.topic().contains("/events/") || frame.mentions(Scene.SECRET));
    }

    @Test
    default void eventsOfAHiddenThingAreNotTold(Scene scene) {
        String seen = scene.thing();
        String hidden = RolesContract.hiddenThing(scene);
        Session citizen = scene.listener(Role.CITIZEN);
        scene.operator().put("things/" + hidden + "/attributes/a", "1").is(201);
        scene.operator().delete("things/" + hidden).is(204);
        scene.operator().put("things/" + seen + "/attributes/a", "1").is(201);
        assertThat(citizen.event(seen, "created").value()).isEqualTo(Json.of("1"));
        citizen.never(frame -> frame.mentions(hidden.replaceFirst(".*:", "")));
    }

    @Test
    default void serverSentEventsTellNoSecret(Scene scene) {
        String id = scene.thing();
        ServerSentEvents citizen = scene.events(
                Role.CITIZEN,
                "things?namespaces=" + scene.namespace()
                        + "&extraFields=features/state/properties&fields=thingId,features");
        citizen.takeWhile(
                () -> scene.operator()
                        .put("things/" + id + "/features/state/properties/level", "2")
                        .is(204),
                data -> data.path("thingId").asText().equals(id));
        writeSecrets(scene, id);
        JsonNode event =
                citizen.take(data -> data.at("/features/state/properties/level").asInt() == 99);
        assertThat(event.toString()).doesNotContain("hush-");
        assertThat(citizen.untaken().toString()).doesNotContain("hush-");
    }

    private static void writeSecrets(Scene scene, String id) {
        Http http = scene.operator();
        http.put("things/" + id + "/" + SECRET_PATH, "'hush-1'").is(204);
        http.patch("things/" + id, "{features: {state: {properties: {secret: 'hush-2', level: 98}}}}")
                .is(204);
        http.put("things/" + id + "/features/state/properties", "{level: 97, secret: 'hush-3'}")
                .is(204);
        http.put("things/" + id + "/features/state/properties/level", "99").is(204);
    }

    private static String twin(String word, int n, String secret) {
        return "{attributes: {flock: '%s', n: %d}, features: {state: {properties: {secret: '%s'}}}}"
                .formatted(word, n, secret);
    }
}
