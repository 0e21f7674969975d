package io.citytwin.adapter.mqtt.internal.link;

import com.hivemq.client.mqtt.MqttClientExecutorConfig;
import com.hivemq.client.mqtt.MqttClientSslConfig;
import com.hivemq.client.mqtt.MqttClientTransportConfig;
import io.citytwin.adapter.mqtt.MqttBroker;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * On which terms a line is opened. Immutable.
 *
 * @param broker to speak with
 * @param tls read from its files
 * @param filters what is subscribed to
 * @param threads makes the thread that looks after the line and reads what comes: one of its own, which ends with it
 */
record Terms(MqttBroker broker, Optional<MqttClientSslConfig> tls, List<Filter> filters, Executor threads) {

    private static final int USUAL_WINDOW = 10_000;
    private static final int LONGEST_KEEP_ALIVE = 65_535;
    private static final long LONGEST_EXPIRY = 0xFFFF_FFFFL;

    MqttClientTransportConfig transport() {
        long millis = broker.session().connectTimeout().toMillis();
        var config = MqttClientTransportConfig.builder()
                .serverHost(broker.host())
                .serverPort(broker.port())
                .socketConnectTimeout(millis, TimeUnit.MILLISECONDS)
                .mqttConnectTimeout(millis, TimeUnit.MILLISECONDS);
        return tls.map(config::sslConfig).orElse(config).build();
    }

    MqttClientExecutorConfig executors() {
        return MqttClientExecutorConfig.builder()
                .nettyExecutor(threads)
                .nettyThreads(1)
                .build();
    }

    /** How many messages are read before the first is kept. */
    int window() {
        return broker.session().receiveMaximum().orElse(USUAL_WINDOW);
    }

    int keepAlive() {
        return (int) Math.min(LONGEST_KEEP_ALIVE, broker.session().keepAlive().toSeconds());
    }

    long expiry() {
        return Math.min(LONGEST_EXPIRY, broker.session().expiry().toSeconds());
    }

    Optional<Outgoing> status(boolean online) {
        return broker.status().map(topic -> Outgoing.of(topic, bytes(online ? "online" : "offline"), true));
    }

    static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)).asReadOnlyBuffer();
    }
}
