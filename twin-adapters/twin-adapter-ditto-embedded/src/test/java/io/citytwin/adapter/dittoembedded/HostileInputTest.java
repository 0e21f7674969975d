package io.citytwin.adapter.dittoembedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What nests so deep that reading it might overflow a stack: it is refused, and the endpoint goes on. */
class HostileInputTest {

    private static final int DEEP = 9_000;

    private final EmbeddedDitto ditto = EmbeddedDitto.builder().build().start();

    @AfterEach
    void close() {
        ditto.close();
    }

    private static List<String> filters() {
        return List.of(
                "not(".repeat(DEEP) + "eq(a,1)" + ")".repeat(DEEP),
                "and(".repeat(DEEP),
                "(".repeat(DEEP) + ")".repeat(DEEP),
                "exists(" + "a/".repeat(DEEP) + "a)");
    }

    private static List<String> values() {
        return List.of(
                "[".repeat(DEEP) + "]".repeat(DEEP), "{\"a\":".repeat(DEEP) + "1" + "}".repeat(DEEP), "[".repeat(DEEP));
    }

    private static String command(String headers, String path, String value) {
        return "{\"topic\":\"a/b/things/twin/commands/modify\",\"headers\":" + headers + ",\"path\":\"" + path
                + "\",\"value\":" + value + "}";
    }

    private static String search(String name, String text) {
        return "{\"topic\":\"_/_/things/twin/search/subscribe\",\"path\":\"/\",\"value\":{\"" + name + "\":\"" + text
                + "\"}}";
    }

    private static Stream<String> frames() {
        Stream<String> deep = values().stream()
                .flatMap(value -> Stream.of(
                        value,
                        command("{}", "/attributes", value),
                        command(value, "/attributes", "1"),
                        // Not deep as it stands: the text of a header is JSON, too.
                        command("{\"requested-acks\":\"" + value.replace("\"", "\\\"") + "\"}", "/attributes", "1")));
        Stream<String> asked = filters().stream()
                .flatMap(filter -> Stream.of(
                        "START-SEND-EVENTS?filter=" + filter,
                        "START-SEND-EVENTS?extraFields=" + filter,
                        search("filter", filter),
                        search("options", "sort(+" + filter + ")"),
                        "{\"topic\":\"a/b/things/twin/commands/retrieve\",\"path\":\"/\",\"fields\":\"" + filter
                                + "\"}",
                        command("{\"condition\":\"" + filter + "\"}", "/attributes", "1")));
        return Stream.concat(
                Stream.concat(deep, asked),
                Stream.of(command("{}", "/attributes" + "/a".repeat(DEEP), "1"), search("options", "cursor(AAAA)")));
    }

    @Test
    void deepFramesAreRefusedAndTheSessionGoesOn() {
        try (RawWebSocket session = new RawWebSocket(ditto.uri())) {
            for (String frame : frames().toList()) {
                String what = frame.substring(0, Math.min(100, frame.length()));
                session.send(frame);
                session.send("STOP-SEND-EVENTS");
                String heard = session.next();
                while (!heard.equals("STOP-SEND-EVENTS:ACK")) {
                    assertThat(heard).as(what).doesNotContain("\"status\":5");
                    heard = session.next();
                }
            }
        }
    }

    @Test
    void deepRequestsAreRefused() {
        Http http = new Http(ditto);
        for (String value : values()) {
            refused(http.put("/api/2/things/a:b", value));
            refused(http.put("/api/2/policies/a:b", value));
            refused(http.send("GET", "/api/2/things/a:b", "", "requested-acks", value));
        }
        http.put("/api/2/things/a:b", "{}");
        for (String filter : filters().subList(0, 3)) {
            String text = URLEncoder.encode(filter, StandardCharsets.UTF_8).substring(0, 12_000);
            refused(http.get("/api/2/things/a:b?fields=" + text));
            refused(http.get("/api/2/search/things?filter=" + text));
            refused(http.get("/api/2/search/things/count?filter=" + text));
            refused(http.put("/api/2/things/a:b?condition=" + text, "{}"));
            refused(http.get("/api/2/things?filter=" + text, "accept", "text/event-stream"));
        }
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 499);
    }

    @Test
    void labelsThatNestAreRefusedBeforeTheSession() {
        try (RawSocket socket = new RawSocket(ditto.uri())) {
            socket.say(LoginsTest.upgrade("localhost") + "declared-acks: " + "[".repeat(DEEP) + "\r\n\r\n");
            assertThat(socket.readUntil("}")).startsWith("HTTP/1.1 4");
        }
    }

    @Test
    void codesAreThoseOfDittoThree() {
        Http http = new Http(ditto);
        http.put("/api/2/things/a:b", "{}");
        for (HttpResponse<String> answer : List.of(
                http.put("/api/2/things/a:b/attributes" + "/a".repeat(200), "1"),
                http.put("/api/2/things/a:b/nonsense", "1"),
                http.put("/api/2/things/a:b/features/f/nonsense", "1"))) {
            assertThat(answer.body()).doesNotContain("things.protocol.adapter:");
        }
    }
}
