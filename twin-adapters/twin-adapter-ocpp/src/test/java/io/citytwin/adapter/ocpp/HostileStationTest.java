package io.citytwin.adapter.ocpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.privacy.Secret;
import io.citytwin.core.spi.MemoryJournal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a station may do wrong, by mistake or on purpose: none of it disturbs another. */
class HostileStationTest {

    private static final String PASSWORD = "a-password-that-nobody-sees";
    private static final String V16 = "ocpp1.6";
    private static final String V201 = "ocpp2.0.1";

    private RunningCity city;

    @BeforeEach
    void start() {
        OcppAdapter adapter = OcppAdapter.builder()
                .template(RunningCity.NAMES)
                .password(Secret.of(PASSWORD))
                .limits(OcppLimits.USUAL.beginning(Duration.ofMillis(700), Duration.ofMillis(700)))
                .build();
        city = new RunningCity(adapter, RunningCity.stations(3), new MemoryJournal());
    }

    /** After each nuisance another station is served as always. */
    @AfterEach
    void stop() {
        try (RunningCity ending = city;
                RawStation other = in(2, V16)) {
            assertThat(other.ask("[2,\"1\",\"Heartbeat\",{}]")).startsWith("[3,\"1\",{\"currentTime\":");
            assertThat(ending.everything()).doesNotContain(PASSWORD);
        }
    }

    private RawStation in(int index, String protocol) {
        return RawStation.in(city.adapter().port(), RunningCity.identity(index), protocol, PASSWORD);
    }

    private void awaitLetter(String code, String words) {
        RunningCity.until(
                "a dead letter",
                () -> city.city().deadLetters().stream()
                        .anyMatch(letter ->
                                letter.code().equals(code) && letter.reason().contains(words)));
    }

    @Test
    void anOversizedFrameEndsTheConnection() {
        try (RawStation station = in(0, V16)) {
            station.frame(0x81, new byte[OcppLimits.USUAL.messageBytes() + 1]);
            assertThat(station.next()).isEqualTo("close 1009");
            awaitLetter("O804", "frame");
        }
    }

    @Test
    void anOversizedMessageOfManyFramesEndsTheConnection() {
        try (RawStation station = in(0, V16)) {
            station.frame(0x01, new byte[60_000]);
            boolean open = true;
            for (int part = 0; part < 10 && open; part++) {
                open = station.frame(0x00, new byte[60_000]);
            }
            assertThat(station.next()).isEqualTo("close 1009");
            awaitLetter("O804", "longer than");
        }
    }

    /** No extension is agreed on, so nothing can unfold in memory. */
    @Test
    void compressionIsNotSpoken() {
        try (RawStation station = new RawStation(city.adapter().port())) {
            String head = station.shake(
                    RunningCity.identity(0),
                    V16,
                    RawStation.basic(RunningCity.identity(0), PASSWORD),
                    "Sec-WebSocket-Extensions: permessage-deflate");
            assertThat(head).startsWith("HTTP/1.1 101").doesNotContainIgnoringCase("deflate");
            station.frame(0xC1, new byte[] {1, 2, 3});
            assertThat(station.next()).isEqualTo("close 1002");
            awaitLetter("O804", "frame");
        }
    }

    /** A byte now and then keeps nobody's place. */
    @Test
    void aSlowHandshakeIsCutOff() {
        try (RawStation station = new RawStation(city.adapter().port())) {
            station.say("GET /ocpp/CP-000 HTTP/1.1\r\n".getBytes(StandardCharsets.UTF_8));
            RunningCity.until("the end", () -> !station.say("X-Slow: yes\r\n".getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void whoSaysNothingIsCutOff() {
        try (RawStation station = in(0, V16)) {
            assertThat(station.next()).isEqualTo("close 1008");
        }
    }

    @Test
    void otherSubProtocolsAreTurnedAway() {
        for (String protocol : new String[] {"", "ocpp1.5", "soap,mqtt"}) {
            try (RawStation station = new RawStation(city.adapter().port())) {
                String head = station.shake(
                        RunningCity.identity(0), protocol, RawStation.basic(RunningCity.identity(0), PASSWORD));
                assertThat(head).startsWith("HTTP/1.1 101").doesNotContain("Sec-WebSocket-Protocol");
                assertThat(station.next()).isEqualTo("close 1002");
            }
        }
        try (RawStation station = new RawStation(city.adapter().port())) {
            String name = RunningCity.identity(0);
            assertThat(station.shake(name, "ocpp1.5, ocpp2.0.1", RawStation.basic(name, PASSWORD)))
                    .containsIgnoringCase("sec-websocket-protocol: ocpp2.0.1");
        }
    }

    @Test
    void wrongUtf8EndsTheConnection() {
        try (RawStation station = in(0, V16)) {
            station.frame(0x81, new byte[] {'[', '2', (byte) 0xC3, (byte) 0x28});
            assertThat(station.next()).isEqualTo("close 1007");
            awaitLetter("O804", "UTF-8");
        }
    }

    @Test
    void binaryFramesAndOnesWithoutMaskEndTheConnection() {
        try (RawStation station = in(0, V16)) {
            station.frame(0x82, new byte[] {1});
            assertThat(station.next()).isEqualTo("close 1003");
        }
        try (RawStation station = in(1, V16)) {
            station.say(new byte[] {(byte) 0x81, 2, '[', ']'});
            assertThat(station.next()).isEqualTo("close 1002");
        }
    }

    @Test
    void deepJsonIsRefused() {
        String deep = "[2,\"1\",\"Heartbeat\",{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}]";
        try (RawStation older = in(0, V16);
                RawStation newer = in(1, V201)) {
            assertThat(newer.ask(deep)).startsWith("[4,\"-1\",\"RpcFrameworkError\"");
            older.text(deep);
            assertThat(older.ask("[2,\"2\",\"Heartbeat\",{}]")).startsWith("[3,\"2\"");
            awaitLetter("O804", "no JSON");
        }
    }

    @Test
    void numbersThatAreNoneAreRefused() {
        String before = "{\"connectorId\":1,\"meterValue\":[{\"timestamp\":\"" + city.now()
                + "\",\"sampledValue\":[{\"value\":";
        String after = ",\"measurand\":\"Power.Active.Import\",\"unit\":\"W\"}]}]}";
        try (RawStation station = in(0, V16)) {
            for (String number : new String[] {"NaN", "Infinity", "1e999999999", "0x10", "", "1,5"}) {
                assertThat(station.ask("[2,\"v" + number + "\",\"MeterValues\"," + before + "\"" + number + "\"" + after
                                + "]"))
                        .isEqualTo("[3,\"v" + number + "\",{}]");
                awaitLetter("O806", "`" + number + "` is no plain number");
            }
        }
        try (RawStation station = in(1, V201)) {
            String huge = before.replace("connectorId", "evseId") + "1e999999999" + after;
            assertThat(station.ask("[2,\"h\",\"MeterValues\"," + huge + "]")).isEqualTo("[3,\"h\",{}]");
            awaitLetter("O806", "no number that a meter shows");
            String none = before.replace("connectorId", "evseId") + "NaN" + after;
            assertThat(station.ask("[2,\"n\",\"MeterValues\"," + none + "]")).contains("RpcFrameworkError");
        }
        assertThat(city.kept(RunningCity.connector(0), "power")).isEmpty();
        assertThat(city.kept(RunningCity.connector(1), "power")).isEmpty();
    }

    /** A flood waits in its own connection: the other station is answered at once. */
    @Test
    void aFloodDisturbsNobody() throws InterruptedException {
        Thread flood;
        try (RawStation noisy = in(0, V16);
                RawStation quiet = in(1, V16)) {
            byte[] message = "[2,\"1\",\"Heartbeat\",{}]".getBytes(StandardCharsets.UTF_8);
            flood = new Thread(() -> {
                for (boolean open = true; open; ) {
                    open = noisy.frame(0x81, message);
                }
            });
            flood.start();
            long begun = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                assertThat(quiet.ask("[2,\"q" + i + "\",\"Heartbeat\",{}]")).startsWith("[3,\"q" + i + "\"");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
        }
        flood.join(10_000);
        assertThat(flood.isAlive()).isFalse();
    }
}
