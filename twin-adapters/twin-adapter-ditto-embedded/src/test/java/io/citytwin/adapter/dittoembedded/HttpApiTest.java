package io.citytwin.adapter.dittoembedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpApiTest {

    private final EmbeddedDitto ditto = EmbeddedDitto.builder().build().start();
    private final Http http = new Http(ditto);

    @AfterEach
    void close() {
        ditto.close();
    }

    @Test
    void aThingIsPutReadPatchedAndDeleted() {
        HttpResponse<String> made = http.put("/api/2/things/city:lamp", "{\"attributes\":{\"a\":1}}");
        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.body()).contains("\"thingId\":\"city:lamp\"", "\"policyId\":\"city:lamp\"");
        assertThat(made.headers().firstValue("location")).hasValue(ditto.uri() + "/api/2/things/city:lamp");
        assertThat(made.headers().firstValue("etag")).hasValue("\"rev:1\"");

        assertThat(http.put("/api/2/things/city:lamp/attributes/a", "2").statusCode())
                .isEqualTo(204);
        HttpResponse<String> nested = http.put("/api/2/things/city:lamp/features/state/properties/on", "true");
        assertThat(nested.statusCode()).isIn(201, 404);
        assertThat(http.put(
                                "/api/2/things/city:lamp/features/state",
                                "{\"properties\":{\"on\":true},\"desiredProperties\":{\"on\":false}}")
                        .statusCode())
                .isIn(201, 204);
        assertThat(http.patch("/api/2/things/city:lamp", "{\"attributes\":{\"b\":[1]}}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(http.get("/api/2/things/city:lamp/attributes").body()).contains("\"a\":2", "\"b\":[1]");
        assertThat(http.get("/api/2/things/city:lamp/features/state/desiredProperties/on")
                        .body())
                .isEqualTo("false");
        assertThat(http.get("/api/2/things/city:lamp?fields=thingId,_revision").body())
                .startsWith("{\"thingId\":\"city:lamp\",\"_revision\":");
        assertThat(http.delete("/api/2/things/city:lamp").statusCode()).isEqualTo(204);
        HttpResponse<String> gone = http.get("/api/2/things/city:lamp");
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.body()).contains("\"error\":\"things:thing.notfound\"");
    }

    @Test
    void aPostedThingGetsAnId() {
        HttpResponse<String> made = http.send(
                "POST", "/api/2/things?namespace=city", "{\"attributes\":{}}", "content-type", "application/json");
        assertThat(made.statusCode()).isEqualTo(201);
        String location = made.headers().firstValue("location").orElseThrow();
        assertThat(location).startsWith(ditto.uri() + "/api/2/things/city:");
        assertThat(http.get(location.substring(ditto.uri().toString().length())).statusCode())
                .isEqualTo(200);
        assertThat(http.send("POST", "/api/2/things", "{\"thingId\":\"a:b\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void severalThingsAreReadAtOnce() {
        http.put("/api/2/things/a:1", "{}");
        http.put("/api/2/things/a:2", "{}");
        assertThat(http.get("/api/2/things?ids=a:2,a:none,a:1&fields=thingId").body())
                .isEqualTo("[{\"thingId\":\"a:2\"},{\"thingId\":\"a:1\"}]");
        assertThat(http.get("/api/2/things?fields=thingId").body()).contains("a:1", "a:2");
    }

    @Test
    void conditionsAndTagsGuardWrites() {
        http.put("/api/2/things/a:1", "{\"attributes\":{\"n\":1}}");
        assertThat(http.put("/api/2/things/a:1/attributes/n", "2", "if-match", "\"rev:99\"")
                        .statusCode())
                .isEqualTo(412);
        HttpResponse<String> failed = http.put("/api/2/things/a:1/attributes/n?condition=gt(attributes/n,5)", "2");
        assertThat(failed.statusCode()).isEqualTo(412);
        assertThat(failed.body()).contains("things:condition.failed");
        assertThat(http.put("/api/2/things/a:1/attributes/n", "2", "condition", "eq(attributes/n,1)")
                        .statusCode())
                .isEqualTo(204);
        assertThat(http.get("/api/2/things/a:1", "if-none-match", "\"rev:2\"").statusCode())
                .isEqualTo(304);
    }

    @Test
    void policiesAreReadAndChangedByPart() {
        http.put("/api/2/things/a:1", "{}");
        assertThat(http.get("/api/2/policies/a:1").body()).contains("\"entries\"", "nginx:ditto");
        String entry = "{\"subjects\":{\"nginx:guest\":{\"type\":\"x\"}},"
                + "\"resources\":{\"thing:/attributes\":{\"grant\":[\"READ\"],\"revoke\":[]}}}";
        HttpResponse<String> made = http.put("/api/2/policies/a:1/entries/guest", entry);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        HttpResponse<String> resource = http.get("/api/2/policies/a:1/entries/guest/resources/thing:/attributes");
        assertThat(resource.body()).contains("READ");
        assertThat(http.delete("/api/2/policies/a:1/entries/guest").statusCode())
                .isEqualTo(204);
        assertThat(http.get("/api/2/policies/a:none").statusCode()).isEqualTo(404);
        assertThat(http.get("/api/2/policies/a:1/actions/activateTokenIntegration")
                        .statusCode())
                .isEqualTo(501);
    }

    @Test
    void searchFindsAndCounts() {
        for (int i = 0; i < 5; i++) {
            http.put("/api/2/things/a:" + i, "{\"attributes\":{\"n\":" + i + "}}");
        }
        String filter = "gt(attributes%2Fn%2C2)";
        assertThat(http.get("/api/2/search/things/count?filter=" + filter).body())
                .isEqualTo("2");
        String page = http.get("/api/2/search/things?fields=thingId&option=sort(-thingId)&filter=" + filter)
                .body();
        assertThat(page).contains("\"items\":[", "a:3", "a:4");
        HttpResponse<String> form = http.send(
                "POST",
                "/api/2/search/things",
                "filter=" + filter + "&fields=thingId",
                "content-type",
                "application/x-www-form-urlencoded");
        assertThat(form.body()).contains("a:3", "a:4").doesNotContain("a:2");
        HttpResponse<String> broken = http.get("/api/2/search/things?filter=broken((");
        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(broken.body()).contains("rql.expression.invalid");
    }

    @Test
    void whoAmITellsTheSubjects() {
        assertThat(http.get("/api/2/whoami").body())
                .isEqualTo("{\"defaultSubject\":\"nginx:ditto\",\"subjects\":[\"nginx:ditto\"]}");
    }

    @Test
    void whatIsOutsideIsRefusedInDittosFormat() {
        http.put("/api/2/things/a:1", "{}");
        refused(501, http.get("/api/2/connections"));
        refused(501, http.get("/api/2/things/a:1", "at-historical-revision", "1"));
        refused(501, http.get("/api/2/things/a:1?channel=live"));
        refused(501, http.get("/api/2/search/things", "accept", "text/event-stream"));
        refused(501, http.send("POST", "/api/2/things/a:1/inbox/claim", ""));
        refused(404, http.get("/api/2/nothing"));
        refused(404, http.get("/api/1/things"));
        refused(404, http.get("/api/2/things/a:1/nothing"));
        refused(405, http.send("POST", "/api/2/things/a:1", "{}"));
        refused(405, http.delete("/api/2/things"));
        refused(415, http.send("PATCH", "/api/2/things/a:1", "{}", "content-type", "application/json"));
        refused(415, http.put("/api/2/things/a:1", "{}", "content-type", "text/plain"));
        refused(400, http.put("/api/2/things/a:1", "{nonsense"));
        refused(400, http.put("/api/2/things/a:1", "[".repeat(5_000)));
        refused(400, http.get("/api/2/things/a:1/attributes/%00"));
        refused(400, http.get("/api/2/things/noNamespace%20"));
        refused(400, http.get("/api/2/things/a:1/attributes/a%FF"));
        refused(400, http.put("/api/2/things/a:1", "{}", "timeout", "2m"));
        assertThat(ditto.health().refusals().keySet()).contains("json.invalid", "citytwin:notimplemented");
    }

    @Test
    void escapesAreReadOnce() {
        http.put("/api/2/things/a:1", "{\"attributes\":{\"x%2Fy\":1,\"x y\":2}}");
        assertThat(http.get("/api/2/things/a:1/attributes/x%252Fy").body()).isEqualTo("1");
        assertThat(http.get("/api/2/things/a:1/attributes/x%20y").body()).isEqualTo("2");
    }

    @Test
    void headersTravelBack() {
        HttpResponse<String> answer = http.put("/api/2/things/a:1", "{}", "correlation-id", "c-1", "x-mine", "yes");
        assertThat(answer.headers().firstValue("correlation-id")).hasValue("c-1");
        HttpResponse<String> head = http.send("HEAD", "/api/2/things/a:1", "");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(http.send("OPTIONS", "/api/2/things", "").statusCode()).isEqualTo(200);
        assertThat(http.get("/api/2/none", "correlation-id", "c-2").headers().firstValue("correlation-id"))
                .hasValue("c-2");
    }

    @Test
    void nobodyAnswersAMessage() {
        http.put("/api/2/things/a:1", "{}");
        HttpResponse<String> late = http.send(
                "POST", "/api/2/things/a:1/inbox/messages/ping?timeout=1", "hi", "content-type", "text/plain");
        refused(408, late);
        HttpResponse<String> sent = http.send(
                "POST", "/api/2/things/a:1/outbox/messages/ping?timeout=0", "hi", "content-type", "text/plain");
        assertThat(sent.statusCode()).isEqualTo(202);
    }

    @Test
    void aWriteThatNobodyAwaitsIsAccepted() {
        assertThat(http.put("/api/2/things/a:1?response-required=false", "{}").statusCode())
                .isEqualTo(202);
        assertThat(http.get("/api/2/things/a:1").statusCode()).isEqualTo(200);
    }

    private static void refused(int status, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.request() + answer.body()).isEqualTo(status);
        assertThat(List.of("\"status\":" + status, "\"error\":\"", "\"message\":\""))
                .as(answer.body())
                .allMatch(answer.body()::contains);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
    }
}
