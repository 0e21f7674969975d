package io.citytwin.adapter.dittotck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.adapter.dittotck.internal.Http;
import io.citytwin.adapter.dittotck.internal.Json;
import io.citytwin.adapter.dittotck.internal.Reply;
import io.citytwin.adapter.dittotck.internal.Session;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Search and count. The index follows the Things after a while, so whoever looks waits. */
interface SearchContract {

    @Test
    default void comparisonsSelect(Scene scene) {
        Flock flock = Flock.of(scene);
        flock.finds("eq(attributes/n,2)", 2);
        flock.finds("ne(attributes/n,2)", 1, 3, 4);
        flock.finds("gt(attributes/n,2)", 3, 4);
        flock.finds("ge(attributes/n,2)", 2, 3, 4);
        flock.finds("lt(attributes/n,2)", 1);
        flock.finds("le(attributes/n,2)", 1, 2);
        flock.finds("in(attributes/n,1,4,9)", 1, 4);
    }

    @Test
    default void textIsSelected(Scene scene) {
        Flock flock = Flock.of(scene);
        flock.finds("eq(attributes/name,'bird3')", 3);
        flock.finds("like(attributes/name,'bird*')", 1, 2, 3, 4);
        flock.finds("like(attributes/name,'*d2')", 2);
        flock.finds("like(attributes/name,'bir?4')", 4);
        flock.finds("like(attributes/name,'BIRD*')");
        flock.finds("ilike(attributes/name,'BIRD1')", 1);
        flock.finds("gt(attributes/name,'bird2')", 3, 4);
    }

    @Test
    default void existenceSelects(Scene scene) {
        Flock flock = Flock.of(scene);
        flock.finds("exists(attributes/odd)", 1, 3);
        flock.finds("not(exists(attributes/odd))", 2, 4);
        flock.finds("exists(features/wing)", 1, 2, 3, 4);
        flock.finds("exists(features/beak)");
    }

    @Test
    default void logicCombines(Scene scene) {
        Flock flock = Flock.of(scene);
        flock.finds("or(eq(attributes/n,1),eq(attributes/n,4))", 1, 4);
        flock.finds("and(gt(attributes/n,1),lt(attributes/n,4),exists(attributes/odd))", 3);
        flock.finds("not(or(eq(attributes/n,1),eq(attributes/n,4)))", 2, 3);
    }

    @Test
    default void featuresAreSearched(Scene scene) {
        Flock flock = Flock.of(scene);
        flock.finds("gt(features/wing/properties/span,25)", 3, 4);
        flock.finds("eq(features/wing/desiredProperties/span,10)", 1);
        flock.finds("eq(features/*/properties/span,20)", 2);
        flock.finds("eq(policyId,'%s')".formatted(scene.policy()), 1, 2, 3, 4);
        flock.finds("eq(thingId,'%s')".formatted(flock.ids().get(2)), 3);
    }

    @Test
    default void sortingOrders(Scene scene) {
        Flock flock = Flock.of(scene);
        assertThat(flock.page("sort(-attributes/n)").numbers()).containsExactly(4, 3, 2, 1);
        assertThat(flock.page("sort(+attributes/n)").numbers()).containsExactly(1, 2, 3, 4);
        assertThat(flock.page("sort(+attributes/even,-attributes/n)").numbers()).containsExactly(3, 1, 4, 2);
    }

    @Test
    default void aCursorLeadsThroughAllPages(Scene scene) {
        Flock flock = Flock.of(scene);
        Page first = flock.page("size(3),sort(+attributes/n)");
        assertThat(first.numbers()).containsExactly(1, 2, 3);
        String cursor = first.json().path("cursor").asText();
        assertThat(cursor).isNotBlank();
        Page second = flock.page("cursor(" + cursor + ")");
        assertThat(second.numbers()).containsExactly(4);
        assertThat(second.json().has("cursor")).isFalse();
    }

    @Test
    default void aCursorThatIsNoneIsRefused(Scene scene) {
        scene.operator()
                .get("search/things?" + Http.query(Map.of("option", "cursor(nonsense)")))
                .refused(400, "thing-search:search.option.invalid");
    }

    @Test
    default void aPageHasAtMostTwoHundredItems(Scene scene) {
        Http http = scene.operator();
        http.get("search/things?" + Http.query(Map.of("option", "size(201)")))
                .refused(400, "thing-search:search.option.invalid");
        http.get("search/things?" + Http.query(Map.of("option", "size(200)", "namespaces", scene.namespace())))
                .is(200);
    }

    @Test
    default void selectedFieldsAreFound(Scene scene) {
        Flock flock = Flock.of(scene);
        Reply reply = scene.operator()
                .get("search/things?"
                        + Http.query(Map.of(
                                "filter", flock.only("eq(attributes/n,1)"), "fields", "thingId,attributes/name")));
        assertThat(reply.is(200).value().path("items"))
                .isEqualTo(Json.format(
                        "[{thingId: '%s', attributes: {name: 'bird1'}}]",
                        flock.ids().get(0)));
    }

    @Test
    default void namespacesLimit(Scene scene) {
        Flock flock = Flock.of(scene);
        Map<String, String> here = Map.of("filter", flock.only("exists(thingId)"), "namespaces", scene.namespace());
        Map<String, String> elsewhere =
                Map.of("filter", flock.only("exists(thingId)"), "namespaces", scene.namespace() + ".none");
        assertThat(Page.of(scene.operator().get("search/things?" + Http.query(here)))
                        .numbers())
                .containsExactlyInAnyOrder(1, 2, 3, 4);
        scene.operator().get("search/things/count?" + Http.query(elsewhere)).is(200, "0");
    }

    @Test
    default void aFormSearchesLikeAQuery(Scene scene) {
        Flock flock = Flock.of(scene);
        Reply found = scene.operator()
                .form(
                        "search/things",
                        Map.of(
                                "filter", flock.only("gt(attributes/n,2)"),
                                "option", "sort(-attributes/n)",
                                "namespaces", scene.namespace()));
        assertThat(Page.of(found).numbers()).containsExactly(4, 3);
        scene.operator()
                .form("search/things/count", Map.of("filter", flock.only("gt(attributes/n,2)")))
                .is(200, "2");
    }

    @Test
    default void countingCounts(Scene scene) {
        Flock flock = Flock.of(scene);
        Http http = scene.operator();
        http.get("search/things/count?" + Http.query(Map.of("filter", flock.only("lt(attributes/n,4)"))))
                .is(200, "3");
        http.get("search/things/count?" + Http.query(Map.of("filter", flock.only("gt(attributes/n,4)"))))
                .is(200, "0");
    }

    @Test
    default void aFilterOfASearchThatIsNoneIsRefused(Scene scene) {
        String broken = Http.query(Map.of("filter", "eq(attributes/n"));
        scene.operator().get("search/things?" + broken).refused(400, "rql.expression.invalid");
        scene.operator().get("search/things/count?" + broken).refused(400, "rql.expression.invalid");
    }

    @Test
    default void theIndexFollowsChangesAndDeletions(Scene scene) {
        Flock flock = Flock.of(scene);
        scene.operator()
                .put("things/" + flock.ids().get(0) + "/attributes/n", "7")
                .is(204);
        flock.finds("eq(attributes/n,7)", 7);
        flock.finds("eq(attributes/n,1)");
        scene.operator().delete("things/" + flock.ids().get(0)).is(204);
        flock.finds("gt(attributes/n,0)", 2, 3, 4);
    }

    @Test
    default void aStreamSendsWhatIsDemanded(Scene scene) {
        Flock flock = Flock.of(scene);
        Session session = scene.session();
        String filter = flock.only("exists(thingId)");
        Reply created = session.ask(
                "_/_/things/twin/search/subscribe",
                "/",
                Json.object().put("filter", filter).put("options", "size(2),sort(+attributes/n)"));
        assertThat(created.topic()).isEqualTo("_/_/things/twin/search/created");
        String id = created.value().path("subscriptionId").asText();
        session.tell("_/_/things/twin/search/request", "/", demand(id, 1));
        assertThat(Page.numbers(session.take("first page", frame -> isNext(frame, id))))
                .containsExactly(1, 2);
        scene.operator().get("things/" + flock.ids().get(0)).is(200);
        session.never(frame -> isNext(frame, id));
        session.tell("_/_/things/twin/search/request", "/", demand(id, 5));
        assertThat(Page.numbers(session.take("second page", frame -> isNext(frame, id))))
                .containsExactly(3, 4);
        session.take(
                "end",
                frame -> frame.topic().equals("_/_/things/twin/search/complete")
                        && frame.value().path("subscriptionId").asText().equals(id));
    }

    @Test
    default void aStreamThatIsUnknownFails(Scene scene) {
        Session session = scene.session();
        session.tell("_/_/things/twin/search/request", "/", demand("987654", 1));
        Reply failed = session.take("failure", frame -> frame.topic().endsWith("/search/failed"));
        assertThat(failed.value().path("subscriptionId").asText()).isEqualTo("987654");
        assertThat(failed.value().path("error").path("error").asText())
                .isEqualTo("thing-search:subscription.not.found");
        assertThat(failed.value().path("error").path("status").asInt()).isEqualTo(404);
    }

    @Test
    default void aStreamCanBeCancelled(Scene scene) {
        Flock flock = Flock.of(scene);
        Session session = scene.session();
        Reply created = session.ask(
                "_/_/things/twin/search/subscribe",
                "/",
                Json.object().put("filter", flock.only("exists(thingId)")).put("options", "size(1)"));
        String id = created.value().path("subscriptionId").asText();
        session.tell("_/_/things/twin/search/cancel", "/", Json.object().put("subscriptionId", id));
        await("the end of subscription " + id).atMost(Duration.ofSeconds(30)).until(() -> {
            session.tell("_/_/things/twin/search/request", "/", demand(id, 1));
            return session.untaken().stream().anyMatch(frame -> frame.mentions("thing-search:subscription.not.found"));
        });
        session.never(frame -> isNext(frame, id));
    }

    private static boolean isNext(Reply frame, String id) {
        return frame.topic().equals("_/_/things/twin/search/next")
                && frame.value().path("subscriptionId").asText().equals(id);
    }

    private static JsonNode demand(String id, int pages) {
        return Json.object().put("subscriptionId", id).put("demand", pages);
    }
}
