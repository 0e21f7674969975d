package io.citytwin.adapter.dittoembedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.citytwin.core.error.CityTwinException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LoginsTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void aPasswordMustBeTheRightOne() {
        try (EmbeddedDitto ditto = EmbeddedDitto.builder()
                .user("ann", "secret:1", "role:operator")
                .build()
                .start()) {
            Http ann = new Http(ditto, "authorization", Http.basic("ann", "secret:1"));
            assertThat(ann.get("/api/2/whoami").body()).contains("nginx:ann", "role:operator");
            for (String wrong : List.of(
                    Http.basic("ann", "secret:2"), Http.basic("bob", "secret:1"), "Basic ???", "Bearer x", "x")) {
                HttpResponse<String> refused = new Http(ditto, "authorization", wrong).get("/api/2/whoami");
                assertThat(refused.statusCode()).as(wrong).isEqualTo(401);
                assertThat(refused.body()).contains("\"status\":401", "gateway:authentication.failed");
            }
            HttpResponse<String> nobody =
                    new Http(ditto).get("/api/2/things", "x-ditto-pre-authenticated", "nginx:ann");
            assertThat(nobody.statusCode()).isEqualTo(401);
            assertThat(nobody.headers().firstValue("www-authenticate")).hasValue("Basic realm=\"ditto\"");
        }
    }

    @Test
    void aTokenEndsAndSoDoesItsSession() {
        AtomicReference<Instant> now = new AtomicReference<>(NOON);
        try (EmbeddedDitto ditto = EmbeddedDitto.builder()
                .clock(now::get)
                .bearer(token -> token.equals("good")
                        ? Optional.of(new BearerLogin(List.of("oidc:ann"), NOON.plusSeconds(60)))
                        : Optional.empty())
                .build()
                .start()) {
            Http ann = new Http(ditto, "authorization", "Bearer good");
            assertThat(ann.get("/api/2/whoami").body()).contains("oidc:ann");
            assertThat(new Http(ditto, "authorization", "Bearer bad")
                            .get("/api/2/whoami")
                            .statusCode())
                    .isEqualTo(401);
            try (RawWebSocket session = new RawWebSocket(ditto.uri(), "Authorization", "Bearer good")) {
                session.send("START-SEND-EVENTS");
                assertThat(session.next()).isEqualTo("START-SEND-EVENTS:ACK");
                now.set(NOON.plusSeconds(61));
                await().atMost(Duration.ofSeconds(5)).until(() -> session.closedWith() == 1008);
            }
            assertThat(ann.get("/api/2/whoami").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void aTokenCanBeRenewed() {
        AtomicReference<Instant> now = new AtomicReference<>(NOON);
        try (EmbeddedDitto ditto = EmbeddedDitto.builder()
                        .clock(now::get)
                        .bearer(token -> Optional.of(
                                new BearerLogin(List.of("oidc:ann"), NOON.plusSeconds(Long.parseLong(token)))))
                        .build()
                        .start();
                RawWebSocket session = new RawWebSocket(ditto.uri(), "Authorization", "Bearer 60")) {
            session.send("JWT-TOKEN?jwtToken=600");
            session.send("START-SEND-EVENTS");
            assertThat(session.next()).isEqualTo("START-SEND-EVENTS:ACK");
            now.set(NOON.plusSeconds(61));
            session.send("STOP-SEND-EVENTS");
            assertThat(session.next()).isEqualTo("STOP-SEND-EVENTS:ACK");
            session.send("JWT-TOKEN?jwtToken=1");
            await().atMost(Duration.ofSeconds(5)).until(() -> session.closedWith() == 1008);
        }
    }

    @Test
    void preAuthenticationIsBelievedOnlyIfEnabled() {
        try (EmbeddedDitto ditto =
                EmbeddedDitto.builder().preAuthenticated().build().start()) {
            assertThat(new Http(ditto, "x-ditto-pre-authenticated", "pre:ann,pre:bob")
                            .get("/api/2/whoami")
                            .body())
                    .contains("\"defaultSubject\":\"pre:ann\"", "pre:bob");
            assertThat(new Http(ditto).get("/api/2/whoami").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void othersAreLetInOnlyWithALogin() {
        EmbeddedDittoBuilder open = EmbeddedDitto.builder().bind("0.0.0.0", 0);
        assertThatThrownBy(open::build).isInstanceOf(CityTwinException.class).hasMessageContaining("D201");
        assertThatThrownBy(EmbeddedDitto.builder()
                        .bind("0.0.0.0", 0)
                        .user("ann", "x")
                        .preAuthenticated()::build)
                .hasMessageContaining("D201");
        try (EmbeddedDitto ditto = EmbeddedDitto.builder()
                .bind("0.0.0.0", 0)
                .user("ann", "x")
                .build()
                .start()) {
            assertThat(ditto.uri().getPort()).isPositive();
        }
        assertThatThrownBy(() -> EmbeddedDitto.builder().bind("256.1.1.1", 0).build())
                .hasMessageContaining("D202");
        assertThatThrownBy(() -> EmbeddedDitto.builder().user("a:b", "x")).hasMessageContaining("D203");
    }

    @Test
    void aTakenPortIsRefused() {
        try (EmbeddedDitto first = EmbeddedDitto.builder().build().start()) {
            EmbeddedDitto second = EmbeddedDitto.builder()
                    .bind("127.0.0.1", first.uri().getPort())
                    .build();
            assertThatThrownBy(second::start).hasMessageContaining("D202");
            assertThatThrownBy(second::uri).hasMessageContaining("D204");
            assertThatThrownBy(first::start).hasMessageContaining("D204");
        }
    }

    @Test
    void webPagesOfOthersAreKeptAway() {
        try (EmbeddedDitto ditto = EmbeddedDitto.builder().build().start()) {
            String get = "GET /api/2/whoami HTTP/1.1\r\nConnection: close\r\nHost: ";
            assertThat(answer(ditto, get + "evil.example:80\r\n\r\n")).startsWith("HTTP/1.1 403");
            assertThat(answer(ditto, get + "\r\n\r\n")).startsWith("HTTP/1.1 403");
            assertThat(answer(ditto, get + "localhost:1\r\nOrigin: http://evil.example\r\n\r\n"))
                    .startsWith("HTTP/1.1 403")
                    .doesNotContain("access-control-allow-origin");
            assertThat(answer(ditto, get + "localhost\r\nOrigin: http://localhost:3000\r\n\r\n"))
                    .startsWith("HTTP/1.1 200")
                    .contains("access-control-allow-origin: http://localhost:3000");
            assertThat(answer(ditto, upgrade("localhost") + "Origin: http://evil.example\r\n\r\n"))
                    .startsWith("HTTP/1.1 403");
        }
        try (EmbeddedDitto ditto =
                EmbeddedDitto.builder().user("ann", "x").build().start()) {
            String post =
                    "POST /api/2/things HTTP/1.1\r\nConnection: close\r\nHost: city.example\r\nContent-Length: 2\r\n"
                            + "Authorization: " + Http.basic("ann", "x") + "\r\n";
            assertThat(answer(ditto, post + "\r\n{}"))
                    .startsWith("HTTP/1.1 201")
                    .contains("access-control-allow-origin: *");
            assertThat(answer(ditto, post + "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\n\r\n{}"))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void webPagesAreNotBelievedToBeAnybody() {
        try (EmbeddedDitto ditto =
                EmbeddedDitto.builder().preAuthenticated().build().start()) {
            String get =
                    "GET /api/2/whoami HTTP/1.1\r\nConnection: close\r\nx-ditto-pre-authenticated: pre:ann\r\nHost: ";
            assertThat(answer(ditto, get + "localhost\r\n\r\n"))
                    .startsWith("HTTP/1.1 200")
                    .doesNotContain("access-control-allow-origin");
            assertThat(answer(ditto, get + "evil.example\r\n\r\n")).startsWith("HTTP/1.1 403");
            assertThat(answer(ditto, get + "localhost\r\nOrigin: http://evil.example\r\n\r\n"))
                    .startsWith("HTTP/1.1 403")
                    .doesNotContain("access-control-allow-origin");
            assertThat(answer(
                            ditto,
                            "OPTIONS" + get.substring(3) + "localhost\r\nOrigin: http://evil.example\r\n"
                                    + "Access-Control-Request-Headers: x-ditto-pre-authenticated\r\n\r\n"))
                    .startsWith("HTTP/1.1 403")
                    .doesNotContain("access-control-allow-headers");
        }
    }

    @Test
    void aStreamOfEventsEndsWithItsToken() {
        AtomicReference<Instant> now = new AtomicReference<>(NOON);
        try (EmbeddedDitto ditto = EmbeddedDitto.builder()
                        .clock(now::get)
                        .bearer(token -> Optional.of(new BearerLogin(List.of("oidc:ann"), NOON.plusSeconds(60))))
                        .build()
                        .start();
                RawSocket stream = new RawSocket(ditto.uri())) {
            String listen =
                    "GET /api/2/things HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\nAuthorization: ";
            stream.say(listen + "Bearer x\r\n\r\n");
            assertThat(stream.readUntil("data:\n\n")).startsWith("HTTP/1.1 200");
            // The control: it goes on for as long as the token does.
            assertThat(stream.readUntil("data:\n\n")).endsWith("data:\n\n");
            assertThat(ditto.health().connections()).isEqualTo(1);
            now.set(NOON.plusSeconds(61));
            assertThat(stream.readAll()).endsWith("0\r\n\r\n");
            await().until(() -> ditto.health().connections() == 0);
        }
    }

    @Test
    void noSecretIsPrinted() {
        assertThat(new io.citytwin.adapter.dittoembedded.internal.net.Passwords.User("secret", List.of("a:b")))
                .hasToString("User[a:b]");
    }

    static String upgrade(String host) {
        return "GET /ws/2 HTTP/1.1\r\nHost: " + host + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n";
    }

    private static String answer(EmbeddedDitto ditto, String request) {
        try (RawSocket socket = new RawSocket(ditto.uri())) {
            return socket.say(request).readUntil("}");
        }
    }
}
