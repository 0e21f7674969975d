package io.citytwin.adapter.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import io.citytwin.adapter.sqlite.SqliteJournal;
import io.citytwin.core.time.SystemClock;
import io.reactivex.Flowable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prints how many messages of quality 1 a city takes into its journal, beside how many a bare client receives; asserts no
 * time. `-Dcitytwin.messages=N` makes it longer.
 */
class ReceivingBenchmark {

    private static final int MESSAGES = Integer.getInteger("citytwin.messages", 200_000);
    private static final int ROUNDS = 4;
    private static final int LAMPS = 1_000;
    private static final int WINDOW = 1_000;
    private static final long PAUSE_NANOS = 1_000_000;

    @TempDir
    private Path folder;

    @Test
    void throughHiveMq() throws Exception {
        receive("HiveMQ CE in this process", Broker.shared().port());
    }

    @Test
    void throughMosquitto() throws Exception {
        assumeTrue(Mosquitto.program().isPresent(), "No `mosquitto` on this machine.");
        try (Mosquitto mosquitto = Mosquitto.start(folder, WINDOW)) {
            receive("Mosquitto in a process of its own", mosquitto.port());
        }
    }

    private void receive(String broker, int port) throws Exception {
        FiguresTool figures = new FiguresTool();
        figures.print("Through %s; the first two pairs warm up.%n", broker);
        for (int round = 0; round < ROUNDS; round++) {
            double bare = bare(port, MESSAGES, figures);
            double city = city(port, MESSAGES, figures);
            figures.print("| share | | | %.0f %% | |%n", 100 * city / bare);
        }
    }

    /** What a client does that only receives. */
    private double bare(int port, int messages, FiguresTool figures) throws Exception {
        String town = LampFile.in(folder, port).town();
        CountDownLatch left = new CountDownLatch(messages);
        Mqtt5AsyncClient client = open(port, town, left);
        double rate = figures.row("a bare client receives", messages, () -> {
            fill(port, town, messages);
            assertThat(left.await(3, TimeUnit.MINUTES)).isTrue();
        });
        client.disconnect().join();
        return rate;
    }

    private static Mqtt5AsyncClient open(int port, String town, CountDownLatch left) {
        Mqtt5AsyncClient client = com.hivemq.client.mqtt.MqttClient.builder()
                .useMqttVersion5()
                .identifier("bare-" + town)
                .serverHost("127.0.0.1")
                .serverPort(port)
                .simpleAuth()
                .username(Broker.USER)
                .password(Broker.PASSWORD.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth()
                .buildAsync();
        AtomicInteger bytes = new AtomicInteger();
        client.publishes(MqttGlobalPublishFilter.ALL, message -> {
            bytes.addAndGet(message.getPayloadAsBytes().length);
            left.countDown();
        });
        client.connectWith()
                .cleanStart(false)
                .sessionExpiryInterval(3600)
                .send()
                .join();
        client.subscribeWith()
                .topicFilter(town + "/lamps/+/state")
                .qos(MqttQos.AT_LEAST_ONCE)
                .send()
                .join();
        return client;
    }

    /** What a city does with them: each is an observation in a file before the broker may forget it. */
    private double city(int port, int messages, FiguresTool figures) throws Exception {
        LampFile file = LampFile.in(folder, port);
        double rate;
        try (SqliteJournal journal = journal(folder.resolve(file.town()))) {
            try (LiveCity city = new LiveCity(journal, LAMPS, file.adapter())) {
                city.connected();
                rate = figures.row("a city keeps", messages, () -> {
                    fill(port, file.town(), messages);
                    while (journal.statistics().entries() < messages) {
                        LockSupport.parkNanos(PAUSE_NANOS);
                    }
                });
                Awaitility.await("the last values")
                        .atMost(Duration.ofMinutes(2))
                        .until(() -> kept(journal) == messages);
                assertThat(city.city().deadLetters()).isEmpty();
            }
            figures.print("| its journal | %s | | | |%n", journal.statistics());
        }
        return rate;
    }

    private static int kept(SqliteJournal journal) {
        int[] kept = new int[1];
        journal.replay("inputs", 0, entry -> kept[0] += entry.entry().payload().contains("\"Observed\"") ? 1 : 0);
        return kept[0];
    }

    private static SqliteJournal journal(Path folder) {
        return SqliteJournal.builder()
                .file(folder.resolve("city.journal"))
                .keys(folder.resolve("keys"))
                .build();
    }

    private static void fill(int port, String town, int messages) {
        Instant first = new SystemClock().now().minus(Duration.ofDays(1));
        var client = Broker.client("filler", port);
        Flowable<Mqtt5Publish> all = Flowable.range(0, messages)
                .map(number -> Mqtt5Publish.builder()
                        .topic(town + "/lamps/lamp-" + (number % LAMPS + 1) + "/state")
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .payload(("{\"power\": {\"kw\": 0.0" + (10 + number % 90)
                                        + "}, \"valid\": true, \"at\": \""
                                        + first.plusMillis(number * 100L) + "\"}")
                                .getBytes(StandardCharsets.UTF_8))
                        .build());
        client.toRx()
                .publish(all)
                .map(Mqtt5PublishResult::getError)
                .blockingForEach(error -> assertThat(error).isEmpty());
        client.disconnect();
    }
}
