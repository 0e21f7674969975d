package io.citytwin.adapter.dittoembedded;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Malformed frames and requests: valid ones, broken at random places in the ways that programs and attackers break them. */
final class FuzzCases {

    private static final List<String> FRAMES = List.of(
            "START-SEND-EVENTS?namespaces=org.fuzz&filter=exists(thingId)&extraFields=policyId",
            "START-SEND-MESSAGES",
            "STOP-SEND-EVENTS",
            "JWT-TOKEN?jwtToken=abc",
            "{\"topic\":\"org.fuzz/t1/things/twin/commands/create\",\"headers\":{\"correlation-id\":\"c\"},\"path\":\"/\",\"value\":{\"attributes\":{\"a\":1}}}",
            "{\"topic\":\"org.fuzz/t1/things/twin/commands/modify\",\"headers\":{\"correlation-id\":\"c\",\"if-match\":\"\\\"rev:1\\\"\"},\"path\":\"/attributes/a\",\"value\":2}",
            "{\"topic\":\"org.fuzz/t1/things/twin/commands/merge\",\"headers\":{\"content-type\":\"application/merge-patch+json\"},\"path\":\"/\",\"value\":{\"features\":{\"f\":{\"properties\":{\"p\":[1,{\"x\":null}]}}}}}",
            "{\"topic\":\"org.fuzz/t1/things/twin/commands/modify\",\"headers\":{\"requested-acks\":[\"twin-persisted\",\"a:b\"],\"timeout\":\"1s\",\"condition\":\"gt(attributes/a,1)\"},\"path\":\"/features/f/properties/p\",\"value\":\"x\"}",
            "{\"topic\":\"org.fuzz/t1/things/twin/commands/retrieve\",\"headers\":{},\"path\":\"/\",\"fields\":\"thingId,attributes(a),_revision\"}",
            "{\"topic\":\"_/_/things/twin/commands/retrieve\",\"headers\":{},\"path\":\"/\",\"value\":{\"thingIds\":[\"org.fuzz:t1\"]}}",
            "{\"topic\":\"org.fuzz/t1/things/twin/commands/delete\",\"headers\":{},\"path\":\"/\"}",
            "{\"topic\":\"_/_/things/twin/search/subscribe\",\"headers\":{},\"path\":\"/\",\"value\":{\"filter\":\"and(like(thingId,'org*'),not(in(attributes/a,1,2)))\",\"options\":\"size(2),sort(+attributes/a,-thingId)\"}}",
            "{\"topic\":\"_/_/things/twin/search/request\",\"headers\":{},\"path\":\"/\",\"value\":{\"subscriptionId\":\"0\",\"demand\":3}}",
            "{\"topic\":\"_/_/things/twin/search/cancel\",\"headers\":{},\"path\":\"/\",\"value\":{\"subscriptionId\":\"0\"}}",
            "{\"topic\":\"org.fuzz/t1/things/live/messages/ping\",\"headers\":{\"content-type\":\"text/plain\",\"timeout\":\"1s\"},\"path\":\"/inbox/messages/ping\",\"value\":\"hi\"}",
            "{\"topic\":\"org.fuzz/t1/things/twin/acks/a:b\",\"headers\":{\"correlation-id\":\"c\"},\"path\":\"/\",\"value\":{},\"status\":200}",
            "{\"topic\":\"org.fuzz/p1/policies/commands/create\",\"headers\":{},\"path\":\"/\",\"value\":{\"entries\":{\"o\":{\"subjects\":{\"nginx:ditto\":{\"type\":\"x\"}},\"resources\":{\"policy:/\":{\"grant\":[\"READ\",\"WRITE\"],\"revoke\":[]},\"thing:/\":{\"grant\":[\"READ\"],\"revoke\":[\"WRITE\"]}}}}}}");

    private static final List<String> REQUESTS = List.of(
            "PUT /api/2/things/org.fuzz:h1 HTTP/1.1\r\nHost: H\r\nContent-Type: application/json\r\nContent-Length: 24\r\n\r\n{\"attributes\":{\"a\":1.5}}",
            "PATCH /api/2/things/org.fuzz:h1 HTTP/1.1\r\nHost: H\r\nContent-Type: application/merge-patch+json\r\nContent-Length: 25\r\n\r\n{\"attributes\":{\"a\":null}}",
            "GET /api/2/things/org.fuzz:h1?fields=thingId,attributes/a HTTP/1.1\r\nHost: H\r\nIf-None-Match: \"rev:1\"\r\n\r\n",
            "GET /api/2/search/things?filter=gt(attributes/a,1)&option=size(2),sort(-thingId)&namespaces=org.fuzz HTTP/1.1\r\nHost: H\r\n\r\n",
            "POST /api/2/search/things/count HTTP/1.1\r\nHost: H\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 26\r\n\r\nfilter=exists(attributes/a",
            "POST /api/2/things/org.fuzz:h1/inbox/messages/ping?timeout=1 HTTP/1.1\r\nHost: H\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nhi",
            "PUT /api/2/things/org.fuzz:h1/features/f/properties/a~1b%2Fc HTTP/1.1\r\nHost: H\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n\"x\"\r\n0\r\n\r\n",
            "DELETE /api/2/things/org.fuzz:h1/attributes HTTP/1.1\r\nHost: H\r\nCondition: eq(attributes/a,1)\r\n\r\n",
            "GET /api/2/policies/org.fuzz:h1/entries/DEFAULT/resources/thing:%2F HTTP/1.1\r\nHost: H\r\n\r\n",
            "GET /api/2/whoami HTTP/1.1\r\nHost: H\r\nAuthorization: Basic ZGl0dG86ZGl0dG8=\r\n\r\n",
            "GET /api/2/things HTTP/1.1\r\nHost: H\r\nAccept: text/event-stream\r\n\r\n");

    private static final List<String> SPLINTERS = List.of(
            "\u0000",
            "\\u0000",
            "\\ud800",
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "true",
            "-",
            "1e999999999",
            "-0",
            "0.1e-400",
            "99999999999999999999999999",
            "/",
            "//",
            "/~2",
            "%",
            "%00",
            "%zz",
            "..",
            "../..",
            "\r\n",
            "\r\n\r\n",
            "\t",
            "(",
            ")",
            "and(",
            "not(",
            "like(a,'****************************b')",
            "*",
            "\u202e",
            "é",
            "𝄞",
            "ns:",
            "_",
            "cursor(AAAA)",
            "size(201)",
            "size(-1)",
            "limit(0,999999999999)",
            "sort(+a,-a,+a)",
            "Content-Length: -5\r\n",
            "Content-Length: 999999999999\r\n",
            "Transfer-Encoding: chunked\r\n",
            "ffffffff\r\n",
            "timeout\":\"99999999d\"");

    private final Random random;

    FuzzCases(long seed) {
        random = new Random(seed);
    }

    String frame() {
        return broken(FRAMES.get(random.nextInt(FRAMES.size())));
    }

    byte[] request(String host) {
        String text = REQUESTS.get(random.nextInt(REQUESTS.size())).replace("Host: H", "Host: " + host);
        return bytes(random.nextInt(4) == 0 ? text : broken(text));
    }

    /** An opening handshake and then a WebSocket frame that breaks RFC 6455 in one way or another. */
    List<byte[]> rawWebSocket(String host) {
        List<byte[]> parts = new ArrayList<>();
        parts.add(bytes("GET /ws/2 HTTP/1.1\r\nHost: " + host + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"));
        for (int count = random.nextInt(6); count >= 0; count--) {
            byte[] frame = new byte[2 + random.nextInt(200)];
            random.nextBytes(frame);
            if (random.nextBoolean()) {
                frame[0] = (byte) (random.nextBoolean() ? 0x81 : 0x01); // text, whole or the first fragment
                frame[1] = (byte) (0x80 | random.nextInt(126));
            }
            parts.add(frame);
        }
        return parts;
    }

    private String broken(String text) {
        StringBuilder made = new StringBuilder(text);
        for (int count = random.nextInt(4); count >= 0; count--) {
            breakOnce(made);
        }
        return made.toString();
    }

    private void breakOnce(StringBuilder text) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(12));
        switch (random.nextInt(8)) {
            case 0 -> text.insert(at, SPLINTERS.get(random.nextInt(SPLINTERS.size())));
            case 1 -> text.delete(at, end);
            case 2 -> text.setLength(at);
            case 3 -> text.insert(at, text.substring(at, end).repeat(1 + random.nextInt(50)));
            case 4 -> text.insert(at, (char) random.nextInt(0x500));
            case 5 -> text.insert(at, nested(1 + random.nextInt(5_000)));
            case 6 -> text.insert(at, "x".repeat(random.nextInt(300_000)));
            default -> text.replace(at, end, SPLINTERS.get(random.nextInt(SPLINTERS.size())));
        }
    }

    private String nested(int depth) {
        return switch (random.nextInt(3)) {
            case 0 -> "[".repeat(depth) + "]".repeat(depth);
            case 1 -> "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);
            default -> "not(".repeat(depth) + "eq(a,1)" + ")".repeat(depth);
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
