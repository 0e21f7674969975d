package io.citytwin.adapter.dittoembedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BothWaysTest {

    @Test
    void whatIsWrittenOneWayIsHeardTheOther() {
        // region start
        // tag::start[]
        try (EmbeddedDitto ditto = EmbeddedDitto.builder().build().start();
                RawWebSocket session = new RawWebSocket(ditto.uri())) {
            Http http = new Http(ditto);
            session.send("START-SEND-EVENTS?extraFields=policyId");
            assertThat(session.next()).isEqualTo("START-SEND-EVENTS:ACK");
            http.put("/api/2/things/city:lamp", "{\"features\":{\"state\":{\"properties\":{\"on\":false}}}}");
            assertThat(session.next()).contains("city/lamp/things/twin/events/created");
            http.put("/api/2/things/city:lamp/features/state/properties/on", "true");
            assertThat(session.next()).contains("events/modified", "\"value\":true", "\"revision\":2");
            // end::start[]
            // endregion start
            session.send("{\"topic\":\"city/lamp/things/twin/commands/modify\",\"headers\":{\"correlation-id\":\"c\"},"
                    + "\"path\":\"/attributes\",\"value\":{\"a\":1}}");
            assertThat(session.next()).contains("\"correlation-id\":\"c\"", "\"status\":201");
            assertThat(http.get("/api/2/things/city:lamp/attributes/a").body()).isEqualTo("1");
            assertThat(session.isSilent()).isTrue();
        }
    }

    @Test
    void aMessageOverHttpIsRepliedToByASession() {
        try (EmbeddedDitto ditto = EmbeddedDitto.builder().build().start();
                RawWebSocket session = new RawWebSocket(ditto.uri())) {
            Http http = new Http(ditto);
            http.put("/api/2/things/city:lamp", "{}");
            session.send("START-SEND-MESSAGES");
            assertThat(session.next()).isEqualTo("START-SEND-MESSAGES:ACK");
            CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> http.send(
                    "POST",
                    "/api/2/things/city:lamp/inbox/messages/ping",
                    "hi",
                    "content-type",
                    "text/plain",
                    "correlation-id",
                    "m-1"));
            assertThat(session.next()).contains("\"value\":\"hi\"", "city/lamp/things/live/messages/ping");
            session.send("{\"topic\":\"city/lamp/things/live/messages/ping\",\"headers\":{\"correlation-id\":\"m-1\","
                    + "\"content-type\":\"text/plain\"},\"path\":\"/inbox/messages/ping\",\"value\":\"pong\","
                    + "\"status\":299}");
            assertThat(answer.join().statusCode()).isEqualTo(299);
            assertThat(answer.join().body()).isEqualTo("pong");
            assertThat(answer.join().headers().firstValue("content-type")).hasValue("text/plain");
        }
    }

    @Test
    void acknowledgementsOfASessionAreAwaitedOverHttp() {
        try (EmbeddedDitto ditto = EmbeddedDitto.builder().build().start();
                RawWebSocket session = new RawWebSocket(ditto.uri(), "declared-acks", "[\"rules:ok\"]")) {
            Http http = new Http(ditto);
            http.put("/api/2/things/city:lamp", "{}");
            session.send("START-SEND-EVENTS");
            assertThat(session.next()).isEqualTo("START-SEND-EVENTS:ACK");
            CompletableFuture<HttpResponse<String>> answer = CompletableFuture.supplyAsync(() -> http.put(
                    "/api/2/things/city:lamp/attributes?requested-acks=rules:ok,twin-persisted&timeout=10s",
                    "{}",
                    "correlation-id",
                    "a-1"));
            assertThat(session.next()).contains("rules:ok");
            session.send("{\"topic\":\"city/lamp/things/twin/acks/rules:ok\",\"headers\":{\"correlation-id\":\"a-1\"},"
                    + "\"path\":\"/\",\"value\":{\"fine\":true},\"status\":200}");
            assertThat(answer.join().statusCode()).isEqualTo(200);
            assertThat(answer.join().body()).contains("\"rules:ok\"", "\"fine\":true", "\"twin-persisted\"");
            assertThat(http.put("/api/2/things/city:lamp/attributes?requested-acks=no:one&timeout=1", "{}")
                            .statusCode())
                    .isIn(408, 424);
        }
    }
}
