package io.citytwin.adapter.ocpp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.sqlite.SqliteJournal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prints how long a thousand stations need that all come back at once, and what the city takes for them; asserts that nothing
 * is lost. {@code -Dcitytwin.stations=N} makes them more or less.
 */
class StormBenchmark {

    private static final int STATIONS = Integer.getInteger("citytwin.stations", 1_000);
    private static final int VALUES = 5;
    private static final String PASSWORD = "a-password";

    @TempDir
    private Path folder;

    private Network network = new Network();
    private final List<String> tls = new ArrayList<>();
    private final List<ChargePoint> points = new ArrayList<>();
    private final Instant first = new io.citytwin.core.time.SystemClock()
            .now()
            .minusSeconds(7_200)
            .truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    private int told;
    private volatile boolean online;

    @Test
    void overTls() throws Exception {
        Authority authority = new Authority(folder.resolve("authority"));
        TlsFiles files = authority.server();
        tls.addAll(List.of(files.certificate().toString(), files.key().toString()));
        network.close();
        network = new Network(Optional.of(authority.trusting()));
        storm();
    }

    @Test
    void inClear() throws Exception {
        storm();
    }

    private void storm() throws IOException, InterruptedException {
        StormCityTool.print(tls.isEmpty() ? "in clear" : "over TLS");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        for (int index = 0; index < STATIONS; index++) {
            String protocol = index % 2 == 0 ? "ocpp1.6" : "ocpp2.0.1";
            points.add(new ChargePoint(network, protocol, RunningCity.identity(index), Optional.of(PASSWORD)));
        }
        network.every(Duration.ofMillis(100), () -> {
            if (online) {
                points.forEach(point -> point.connect(port));
            }
        });
        Process city = serve(port);
        measure("all connect and tell " + VALUES + " values each", () -> online = true);
        memory(city, "connected");
        measure("all lose their connection and tell what they kept", () -> {
            online = false;
            points.forEach(ChargePoint::cut);
            online = true;
        });
        memory(city, "after the storm");
        tell();
        RunningCity.until("half of it", () -> untold() < STATIONS * VALUES / 2);
        city.destroyForcibly().waitFor();
        points.forEach(ChargePoint::cut);
        tell();
        Process next = serve(port);
        measure("the city is killed and started again", () -> {});
        memory(next, "after the kill");
        next.getOutputStream().close();
        next.waitFor();
        network.close();
        count();
    }

    private Process serve(int port) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                StormCityTool.class.getName(),
                folder.toString(),
                Integer.toString(port),
                Integer.toString(STATIONS),
                PASSWORD));
        words.addAll(tls);
        Process city = new ProcessBuilder(words).redirectErrorStream(true).start();
        said(city, "open");
        return city;
    }

    private static String said(Process city, String beginning) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(city.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new AssertionError("the city ended");
    }

    private static void memory(Process city, String when) throws IOException {
        city.getOutputStream().write('\n');
        city.getOutputStream().flush();
        StormCityTool.print("  " + when + ": " + said(city, "heap"));
    }

    private void tell() {
        for (int value = 0; value < VALUES; value++) {
            told++;
            for (int index = 0; index < STATIONS; index++) {
                points.get(index).tell("MeterValues", meterValues(index % 2 == 0, told));
            }
        }
    }

    private ObjectNode meterValues(boolean older, int number) {
        ObjectNode sample = ChargePoint.object().put("measurand", "Energy.Active.Import.Register");
        ObjectNode payload = ChargePoint.object().put(older ? "connectorId" : "evseId", 1);
        payload.putArray("meterValue")
                .addObject()
                .put("timestamp", first.plusSeconds(number).toString())
                .putArray("sampledValue")
                .add(older ? sample.put("value", Integer.toString(number)) : sample.put("value", number));
        return payload;
    }

    private void measure(String what, Runnable begin) {
        if (untold() == 0) {
            tell();
        }
        long start = System.nanoTime();
        begin.run();
        until(what, () -> untold() == 0);
        double seconds = (System.nanoTime() - start) / 1e9;
        StormCityTool.print(String.format(Locale.ROOT, "%-52s %,6d stations, %5.1f s", what, STATIONS, seconds));
    }

    private static void until(String what, BooleanSupplier so) {
        Awaitility.await(what)
                .atMost(Duration.ofMinutes(5))
                .pollInterval(Duration.ofMillis(20))
                .until(so::getAsBoolean);
    }

    private int untold() {
        return points.stream().mapToInt(ChargePoint::untold).sum();
    }

    /** Each is there; what the kill cut off between journal and answer may be there twice. */
    private void count() {
        Map<String, Integer> kept = new HashMap<>();
        int[] all = new int[1];
        try (SqliteJournal journal = SqliteJournal.builder()
                .file(folder.resolve("city.journal"))
                .keys(folder.resolve("keys"))
                .build()) {
            journal.replay("inputs", 0, entry -> {
                String payload = entry.entry().payload();
                if (payload.contains("\"Observed\"")) {
                    all[0]++;
                    kept.merge(entry.entry().key() + ChargePoint.read(payload).path("measured"), 1, Integer::sum);
                }
            });
        }
        StormCityTool.print("  " + kept.size() + " values told, " + all[0] + " kept");
        assertThat(kept.size()).isEqualTo(STATIONS * told);
    }
}
