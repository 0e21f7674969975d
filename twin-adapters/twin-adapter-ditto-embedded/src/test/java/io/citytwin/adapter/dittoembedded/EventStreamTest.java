package io.citytwin.adapter.dittoembedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventStreamTest {

    private static final String POLICY = "{\"entries\":{\"owner\":{\"subjects\":{\"nginx:ann\":{\"type\":\"x\"}},"
            + "\"resources\":{\"thing:/\":{\"grant\":[\"READ\",\"WRITE\"],\"revoke\":[]},"
            + "\"policy:/\":{\"grant\":[\"READ\",\"WRITE\"],\"revoke\":[]}}},"
            + "\"guest\":{\"subjects\":{\"nginx:bob\":{\"type\":\"x\"}},"
            + "\"resources\":{\"thing:/\":{\"grant\":[\"READ\"],\"revoke\":[]},"
            + "\"thing:/attributes/secret\":{\"grant\":[],\"revoke\":[\"READ\"]}}}}}";

    @Test
    void eventsAreToldToWhoMaySeeThem() {
        try (EmbeddedDitto ditto = EmbeddedDitto.builder()
                        .user("ann", "a")
                        .user("bob", "b")
                        .build()
                        .start();
                RawSocket toAnn = new RawSocket(ditto.uri());
                RawSocket toBob = new RawSocket(ditto.uri())) {
            Http ann = new Http(ditto, "authorization", Http.basic("ann", "a"));
            assertThat(ann.put("/api/2/policies/a:p", POLICY).statusCode()).isEqualTo(201);
            assertThat(ann.put("/api/2/things/a:1", "{\"policyId\":\"a:p\",\"attributes\":{\"open\":1}}")
                            .statusCode())
                    .isEqualTo(201);
            listen(toAnn, "/api/2/things/a:1?fields=attributes,_revision", Http.basic("ann", "a"));
            listen(toBob, "/api/2/things?namespaces=a&extraFields=attributes", Http.basic("bob", "b"));
            ann.put("/api/2/things/a:1/attributes/secret", "42");
            ann.put("/api/2/things/a:1/attributes/open", "2");
            ann.put("/api/2/things/a:1/attributes/open", "3");
            assertThat(toAnn.readUntil("\"_revision\":4}"))
                    .contains("{\"attributes\":{\"secret\":42},\"_revision\":2}", "{\"attributes\":{\"open\":2}");
            assertThat(toBob.readUntil("\"open\":3}}"))
                    .contains("\"open\":2", "\"thingId\":\"a:1\"")
                    .doesNotContain("secret", "42");
        }
    }

    @Test
    void filtersChooseAndHistoryIsRefused() {
        try (EmbeddedDitto ditto = EmbeddedDitto.builder().build().start();
                RawSocket stream = new RawSocket(ditto.uri())) {
            Http http = new Http(ditto);
            http.put("/api/2/things/a:1", "{}");
            http.put("/api/2/things/a:2", "{}");
            assertThat(http.get("/api/2/things?from-historical-revision=1", "accept", "text/event-stream")
                            .statusCode())
                    .isEqualTo(501);
            assertThat(http.get("/api/2/things/a:none", "accept", "text/event-stream")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(http.get("/api/2/things?filter=gt((", "accept", "text/event-stream")
                            .statusCode())
                    .isEqualTo(400);
            listen(stream, "/api/2/things?ids=a:1&filter=gt(attributes/n,5)", "");
            http.put("/api/2/things/a:1/attributes/n", "1");
            http.put("/api/2/things/a:2/attributes/n", "7");
            http.put("/api/2/things/a:1/attributes/n", "8");
            assertThat(stream.readUntil("\"n\":8}}\n\n"))
                    .contains("\"thingId\":\"a:1\"")
                    .doesNotContain("\"n\":1", "\"n\":7");
            stream.readUntil("data:\n\n");
        }
    }

    private static void listen(RawSocket socket, String path, String login) {
        String head = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                + (login.isEmpty() ? "" : "Authorization: " + login + "\r\n") + "\r\n";
        String answer = socket.say(head).readUntil("data:\n\n");
        assertThat(answer).startsWith("HTTP/1.1 200").contains("content-type: text/event-stream");
    }
}
