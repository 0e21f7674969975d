package io.citytwin.adapter.ocpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.privacy.Secret;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.spi.MemoryJournal;
import io.citytwin.core.sync.DirectiveRecord.State;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Charge points of npm's ocpp-rpc, which check each message by the protocol's own schemas. Without node and npm this fails. */
class StrictPeerTest {

    private static final Path SCRIPT = Path.of("src/test/js");
    private static final Path INSTALLED = Path.of("target/js");
    private static final int POINTS = 200;
    private static final int READINGS = 20;
    private static final String PASSWORD = "a-password-that-nobody-sees";

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        Files.createDirectories(INSTALLED);
        try (Stream<Path> files = Files.list(SCRIPT)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.write(INSTALLED.resolve(file.getFileName()), Files.readAllBytes(file));
            }
        }
        Path log = INSTALLED.resolve("npm.log");
        Process process = new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund")
                .directory(INSTALLED.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }

    /** Both versions, lost connections, commands: each value is kept once, and no message breaks a schema. */
    @Test
    void twoHundredChargePointsAtOnce() throws IOException, InterruptedException {
        List<ChargingSession> sessions = new CopyOnWriteArrayList<>();
        OcppAdapter adapter = OcppAdapter.builder()
                .template(RunningCity.NAMES)
                .password(Secret.of(PASSWORD))
                .sessions(sessions::add)
                .build();
        try (RunningCity city = new RunningCity(adapter, RunningCity.stations(POINTS), new MemoryJournal())) {
            Process peer = start(adapter.port());
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(peer.getInputStream(), StandardCharsets.UTF_8))) {
                assertThat(lines.readLine()).isEqualTo("ready");
                assertThat(IntStream.range(0, POINTS)).allSatisfy(index -> assertKeptOnce(city, index));
                assertSessions(sessions);
                command(city);
                operate(city);
                peer.getOutputStream().close();
                List<String> said = lines.lines().toList();
                assertThat(said).as(String.join("\n", said)).contains("0 problems");
                assertSeen(said);
            } finally {
                peer.destroyForcibly().waitFor();
            }
            assertThat(city.everything()).doesNotContain("CARD-OF-SOMEBODY").doesNotContain(PASSWORD);
        }
    }

    private static Process start(int port) throws IOException {
        return new ProcessBuilder(
                        "node",
                        "peer.js",
                        Integer.toString(port),
                        PASSWORD,
                        Integer.toString(POINTS),
                        Integer.toString(READINGS))
                .directory(INSTALLED.toFile())
                .redirectError(INSTALLED.resolve("peer.log").toFile())
                .start();
    }

    private static void assertKeptOnce(RunningCity city, int index) {
        List<String> told = new ArrayList<>();
        for (String payload : city.kept(RunningCity.connector(index), "energy")) {
            told.add(ChargePoint.read(payload).path("value").toString().replaceAll("[^0-9.]", ""));
        }
        List<String> expected = IntStream.rangeClosed(0, READINGS)
                .mapToObj(number -> new java.math.BigDecimal((index + 1) * 100_000 + number)
                        .movePointLeft(3)
                        .stripTrailingZeros()
                        .toPlainString())
                .toList();
        assertThat(told).as(RunningCity.identity(index)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static void assertSessions(List<ChargingSession> sessions) {
        assertThat(sessions).hasSize(2 * POINTS);
        assertThat(sessions)
                .filteredOn(session -> session.ended().isPresent())
                .hasSize(POINTS)
                .allSatisfy(session ->
                        assertThat(session.energy().orElseThrow().toString()).isEqualTo("0.02 kWh"));
    }

    /** All profiles are set, and after that taken away. */
    private static void command(RunningCity city) {
        for (int index = 0; index < POINTS; index++) {
            city.wish("claim-" + index, RunningCity.connector(index), 40, Directive.Kind.CLAIM);
        }
        RunningCity.until("all claims", () -> city.city().health().count(State.ACKNOWLEDGED) == POINTS);
        for (int index = 0; index < POINTS; index++) {
            city.wish("rest-" + index, RunningCity.connector(index), 100, Directive.Kind.REVERT);
        }
        RunningCity.until(
                "all rest",
                () -> city.city().directives().stream()
                                .filter(one -> one.directive().id().startsWith("rest-"))
                                .filter(one -> one.state() == State.ACKNOWLEDGED)
                                .count()
                        == POINTS);
    }

    private static void operate(RunningCity city) {
        for (String station : List.of("CP-000", "CP-001")) {
            OcppAdapter adapter = city.adapter();
            assertThat(List.of(
                            adapter.remoteStart(station, 1, Secret.of("CARD-OF-SOMEBODY")),
                            adapter.remoteStop(station, "77"),
                            adapter.changeAvailability(station, 1, false),
                            adapter.changeAvailability(station, 0, true),
                            adapter.trigger(station, "MeterValues", 1),
                            adapter.reset(station, true)))
                    .allSatisfy(answer -> assertThat(answer.toCompletableFuture()
                                    .get(20, TimeUnit.SECONDS)
                                    .accepted())
                            .isTrue());
        }
    }

    private static void assertSeen(List<String> said) {
        int half = POINTS / 2;
        assertThat(said)
                .contains(
                        // The claim, and what holds when its lease ends.
                        "seen ocpp1.6 SetChargingProfile " + 2 * half,
                        "seen ocpp2.0.1 SetChargingProfile " + 2 * half,
                        "seen ocpp1.6 ClearChargingProfile " + 2 * half,
                        "seen ocpp2.0.1 ClearChargingProfile " + 2 * half,
                        "seen ocpp1.6 RemoteStartTransaction 1",
                        "seen ocpp2.0.1 RequestStartTransaction 1",
                        "seen ocpp1.6 ChangeAvailability 2",
                        "seen ocpp2.0.1 Reset 1");
    }
}
