package io.citytwin.adapter.mqtt.internal.link;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3AsyncClient;
import com.hivemq.client.mqtt.mqtt3.Mqtt3ClientBuilder;
import com.hivemq.client.mqtt.mqtt3.exceptions.Mqtt3SubAckException;
import com.hivemq.client.mqtt.mqtt3.message.connect.Mqtt3Connect;
import com.hivemq.client.mqtt.mqtt3.message.publish.Mqtt3Publish;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscribe;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.Mqtt3Subscription;
import com.hivemq.client.mqtt.mqtt3.message.subscribe.suback.Mqtt3SubAck;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A line of MQTT 3.1.1. Safe for use by many threads. */
final class WireV3 implements Wire {

    private final Terms terms;
    private final Fate fate;
    private final Mqtt3AsyncClient client;
    private final Window window;

    WireV3(Terms terms, Fate fate) {
        this.terms = terms;
        this.fate = fate;
        this.window = new Window(terms.window());
        Mqtt3ClientBuilder builder = MqttClient.builder()
                .useMqttVersion3()
                .identifier(terms.broker().client())
                .transportConfig(terms.transport())
                .executorConfig(terms.executors())
                .addDisconnectedListener(lost -> lost(lost.getCause()));
        terms.broker()
                .login()
                .ifPresent(login -> builder.simpleAuth()
                        .username(login.user())
                        .password(login.password().reveal().getBytes(StandardCharsets.UTF_8))
                        .applySimpleAuth());
        client = builder.willPublish(terms.status(false).map(WireV3::publish).orElse(null))
                .buildAsync();
    }

    @Override
    public void connect() {
        // Before the connection: what waited at the broker comes at once.
        // On the line's own thread: while one message waits to be read by another thread, the library goes through all
        // that is not acknowledged whenever the next one comes.
        client.publishes(MqttGlobalPublishFilter.ALL, this::take, Runnable::run, true);
        Mqtt3Connect opening = Mqtt3Connect.builder()
                .cleanSession(false)
                .keepAlive(terms.keepAlive())
                .build();
        CompletableFuture<?> ignored = client.connect(opening).whenComplete((answer, failure) -> {
            if (failure == null && window.isClosed()) {
                // Nobody waited for it.
                CompletableFuture<Void> unused = client.disconnect();
            } else if (failure == null) {
                subscribe();
            }
        });
    }

    // What comes again over the next line is acknowledged there.
    private void lost(Throwable cause) {
        window.close();
        fate.down(cause);
    }

    private void subscribe() {
        if (terms.filters().isEmpty()) {
            fate.up(List.of());
            return;
        }
        List<Mqtt3Subscription> all = terms.filters().stream()
                .map(filter -> Mqtt3Subscription.builder()
                        .topicFilter(filter.text())
                        .qos(WireV5.qos(filter.qos()))
                        .build())
                .toList();
        CompletableFuture<?> ignored = client.subscribe(
                        Mqtt3Subscribe.builder().addSubscriptions(all).build())
                .whenComplete((answer, failure) -> {
                    if (failure == null) {
                        fate.up(List.of());
                    } else if (failure instanceof Mqtt3SubAckException some) {
                        fate.up(refused(some.getMqttMessage()));
                    } else {
                        fate.up(List.of("`" + failure.getMessage() + "`"));
                    }
                });
    }

    private List<String> refused(Mqtt3SubAck answer) {
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < answer.getReturnCodes().size(); i++) {
            if (answer.getReturnCodes().get(i).isError()) {
                refused.add("`" + terms.filters().get(i).text() + "`: `"
                        + answer.getReturnCodes().get(i) + "`");
            }
        }
        return refused;
    }

    private void take(Mqtt3Publish message) {
        if (!window.enter()) {
            return;
        }
        fate.heard(new Incoming(
                message.getTopic().toString(),
                message.getPayload().orElse(ByteBuffer.allocate(0)),
                Optional.empty(),
                () -> {
                    if (window.leave()) {
                        message.acknowledge();
                    }
                }));
    }

    @Override
    public CompletableFuture<Boolean> send(Outgoing message) {
        return client.publish(publish(message)).thenApply(taken -> true);
    }

    private static Mqtt3Publish publish(Outgoing message) {
        return Mqtt3Publish.builder()
                .topic(message.topic())
                .payload(message.content())
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(message.retained())
                .build();
    }

    @Override
    public CompletableFuture<Void> disconnect() {
        window.close();
        return client.disconnect();
    }
}
