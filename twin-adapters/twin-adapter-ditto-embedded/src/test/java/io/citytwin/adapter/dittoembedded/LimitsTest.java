package io.citytwin.adapter.dittoembedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\n";
    private static final EmbeddedLimits DEFAULTS = EmbeddedLimits.defaults();

    @Test
    void whatIsTooLongIsRefused() {
        try (EmbeddedDitto ditto = EmbeddedDitto.builder().build().start()) {
            assertThat(all(ditto, "GET /" + "x".repeat(20_000) + HOST + "\r\n")).startsWith("HTTP/1.1 414");
            assertThat(all(ditto, "GET /api/2/whoami" + HOST + "x: " + "y".repeat(20_000) + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 431")
                    .contains("\"status\":431");
            assertThat(all(ditto, "PUT /api/2/things/a:b" + HOST + "Content-Length: 400000\r\n\r\n{}"))
                    .startsWith("HTTP/1.1 413")
                    .contains("\"status\":413");
            assertThat(all(
                            ditto,
                            "PUT /api/2/things/a:b" + HOST + "Transfer-Encoding: chunked\r\n\r\n"
                                    + ("2000\r\n" + "x".repeat(8192) + "\r\n").repeat(40)))
                    .startsWith("HTTP/1.1 413");
            assertThat(all(ditto, "garbage\r\n\r\n")).startsWith("HTTP/1.1 400");
            assertThat(new Http(ditto).get("/api/2/whoami").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void pipelinedRequestsAreAnsweredInTheirOrder() {
        try (EmbeddedDitto ditto = EmbeddedDitto.builder().build().start();
                RawSocket socket = new RawSocket(ditto.uri())) {
            StringBuilder many = new StringBuilder();
            for (int i = 0; i < 200; i++) {
                many.append("GET /api/2/none")
                        .append(HOST)
                        .append("correlation-id: n")
                        .append(i)
                        .append("\r\n\r\n");
            }
            socket.say(many + "GET /api/2/whoami" + HOST + "Connection: close\r\n\r\n");
            String answers = socket.readAll();
            assertThat(answers).contains("n0");
            int from = 0;
            for (int i = 0; i < 200; i++) {
                from = answers.indexOf("correlation-id: n" + i + "\r\n", from);
                assertThat(from).as("answer " + i).isPositive();
            }
            assertThat(answers).contains("connection: close").endsWith("}");
        }
    }

    @Test
    void tooManyConnectionsAndRequestsAreRefused() {
        EmbeddedLimits few = DEFAULTS.withConnections(2).withRequests(5);
        try (EmbeddedDitto ditto = EmbeddedDitto.builder().limits(few).build().start();
                RawSocket one = new RawSocket(ditto.uri());
                RawSocket two = new RawSocket(ditto.uri())) {
            String ask = "GET /api/2/whoami" + HOST + "\r\n";
            one.say(ask).readUntil("}");
            two.say(ask).readUntil("}");
            try (RawSocket three = new RawSocket(ditto.uri())) {
                assertThat(three.readAll()).startsWith("HTTP/1.1 503").contains("\"status\":503");
            }
            two.say(ask.repeat(10) + "GET /api/2/whoami" + HOST + "Connection: close\r\n\r\n");
            assertThat(two.readAll()).contains("HTTP/1.1 200", "HTTP/1.1 429", "gateway:toomanyrequests");
            await().until(() -> one.say(ask).readUntil("}").contains("200 OK"));
            assertThat(ditto.health().refusals())
                    .containsKeys("gateway:toomanyrequests", "gateway:service.unavailable");
        }
    }

    @Test
    void whoSaysNothingOrTricklesIsCutOff() {
        EmbeddedLimits hasty = DEFAULTS.withIdle(Duration.ofMillis(500));
        try (EmbeddedDitto ditto = EmbeddedDitto.builder().limits(hasty).build().start();
                RawSocket silent = new RawSocket(ditto.uri());
                RawSocket slow = new RawSocket(ditto.uri())) {
            slow.say("GET /api/2/whoami" + HOST);
            assertThat(silent.readAll()).isEmpty();
            assertThat(slow.readAll()).isEmpty();
            await().until(() -> ditto.health().connections() == 0);
        }
    }

    @Test
    void aClientThatDoesNotReadIsCutOff() {
        try (EmbeddedDitto ditto = EmbeddedDitto.builder()
                        .limits(DEFAULTS.withUnreadBytes(200_000))
                        .build()
                        .start();
                RawSocket deaf = new RawSocket(ditto.uri())) {
            Http http = new Http(ditto);
            http.put("/api/2/things/a:1", "{}");
            deaf.say("GET /api/2/things" + HOST + "Accept: text/event-stream\r\n\r\n");
            deaf.readUntil("data:\n\n");
            String big = "\"" + "x".repeat(90_000) + "\"";
            AtomicInteger writes = new AtomicInteger();
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                assertThat(http.put("/api/2/things/a:1/attributes/big", big).statusCode())
                        .isLessThan(300);
                writes.incrementAndGet();
                return ditto.health().refusals().containsKey("citytwin:slowreader");
            });
            assertThat(http.get("/api/2/whoami").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void oversizedMessagesEndTheSession() {
        EmbeddedLimits small = new EmbeddedLimits(10, 1000, 16_384, 300_000, 1_000, 1 << 20, Duration.ofSeconds(30));
        try (EmbeddedDitto ditto = EmbeddedDitto.builder().limits(small).build().start()) {
            try (RawWebSocket session = new RawWebSocket(ditto.uri())) {
                session.send("x".repeat(1_001));
                await().until(() -> session.closedWith() == 1009);
            }
            try (RawWebSocket session = new RawWebSocket(ditto.uri())) {
                session.sendInParts("x".repeat(600), "y".repeat(600));
                await().until(() -> session.closedWith() == 1009);
            }
            try (RawWebSocket session = new RawWebSocket(ditto.uri())) {
                session.sendInParts("START-SEND", "-EVENTS");
                assertThat(session.next()).isEqualTo("START-SEND-EVENTS:ACK");
            }
        }
    }

    @Test
    void nothingIsLeftAfterClosing() {
        EmbeddedDitto ditto = EmbeddedDitto.builder().build().start();
        try (RawWebSocket session = new RawWebSocket(ditto.uri());
                RawSocket stream = new RawSocket(ditto.uri())) {
            stream.say("GET /api/2/things" + HOST + "Accept: text/event-stream\r\n\r\n")
                    .readUntil("data:\n\n");
            assertThat(own()).isNotEmpty();
            assertThat(ditto.health().sessions()).isEqualTo(1);
            ditto.close();
            await().until(() -> session.closedWith() == 1001);
            assertThat(own()).noneMatch(name -> name.startsWith("citytwin"));
            // Netty's own helper ends by itself, a second after it had nothing to do.
            await().until(() -> own().isEmpty());
            assertThat(ditto.health().connections()).isZero();
            ditto.close();
        }
    }

    private static Set<String> own() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("citytwin-ditto") || name.startsWith("globalEventExecutor"))
                .collect(Collectors.toSet());
    }

    private static String all(EmbeddedDitto ditto, String request) {
        try (RawSocket socket = new RawSocket(ditto.uri())) {
            try {
                socket.say(request);
            } catch (java.io.UncheckedIOException refusedEarly) {
                // The answer may come, and the connection end, before all was sent.
            }
            return socket.readAll();
        }
    }
}
