package io.citytwin.adapter.mqtt.internal.link;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5Connect;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5ConnectBuilder;
import com.hivemq.client.mqtt.mqtt5.message.connect.Mqtt5ConnectRestrictions;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishBuilder;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishResult;
import com.hivemq.client.mqtt.mqtt5.message.publish.puback.Mqtt5PubAckReasonCode;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5RetainHandling;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscribe;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.Mqtt5Subscription;
import com.hivemq.client.mqtt.mqtt5.message.subscribe.suback.Mqtt5SubAck;
import io.citytwin.adapter.mqtt.MqttBroker;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A line of MQTT 5. Safe for use by many threads. */
final class WireV5 implements Wire {

    private final Terms terms;
    private final Fate fate;
    private final Mqtt5AsyncClient client;
    private final Window window;

    WireV5(Terms terms, Fate fate) {
        this.terms = terms;
        this.fate = fate;
        this.window = new Window(terms.window());
        Mqtt5ClientBuilder builder = MqttClient.builder()
                .useMqttVersion5()
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
        client = builder.willPublish(terms.status(false).map(WireV5::publish).orElse(null))
                .buildAsync();
    }

    @Override
    public void connect() {
        // Before the connection: what waited at the broker comes at once.
        // On the line's own thread: while one message waits to be read by another thread, the library goes through all
        // that is not acknowledged whenever the next one comes.
        client.publishes(MqttGlobalPublishFilter.ALL, this::take, Runnable::run, true);
        CompletableFuture<?> ignored = client.connect(opening()).whenComplete((answer, failure) -> {
            if (failure == null && window.isClosed()) {
                // Nobody waited for it.
                CompletableFuture<Void> unused = client.disconnect();
            } else if (failure == null) {
                subscribe();
            }
        });
    }

    private Mqtt5Connect opening() {
        MqttBroker.Session session = terms.broker().session();
        Mqtt5ConnectBuilder opening = Mqtt5Connect.builder()
                .cleanStart(false)
                .sessionExpiryInterval(terms.expiry())
                .keepAlive(terms.keepAlive());
        return opening.restrictions()
                .receiveMaximum(session.receiveMaximum().orElse(Mqtt5ConnectRestrictions.DEFAULT_RECEIVE_MAXIMUM))
                .maximumPacketSize(session.largestPacket())
                .applyRestrictions()
                .build();
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
        List<Mqtt5Subscription> all = terms.filters().stream()
                .map(filter -> Mqtt5Subscription.builder()
                        .topicFilter(filter.text())
                        .qos(qos(filter.qos()))
                        .retainHandling(Mqtt5RetainHandling.SEND_IF_SUBSCRIPTION_DOES_NOT_EXIST)
                        .build())
                .toList();
        CompletableFuture<?> ignored = client.subscribe(
                        Mqtt5Subscribe.builder().addSubscriptions(all).build())
                .whenComplete((answer, failure) -> {
                    if (failure == null) {
                        fate.up(List.of());
                    } else if (failure instanceof Mqtt5SubAckException some) {
                        fate.up(refused(some.getMqttMessage()));
                    } else {
                        fate.up(List.of("`" + failure.getMessage() + "`"));
                    }
                });
    }

    private List<String> refused(Mqtt5SubAck answer) {
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < answer.getReasonCodes().size(); i++) {
            if (answer.getReasonCodes().get(i).isError()) {
                refused.add("`" + terms.filters().get(i).text() + "`: `"
                        + answer.getReasonCodes().get(i) + "`");
            }
        }
        return refused;
    }

    private void take(Mqtt5Publish message) {
        if (!window.enter()) {
            return;
        }
        fate.heard(new Incoming(
                message.getTopic().toString(),
                message.getPayload().orElse(ByteBuffer.allocate(0)),
                message.getCorrelationData()
                        .map(data ->
                                StandardCharsets.UTF_8.decode(data.duplicate()).toString()),
                () -> {
                    if (window.leave()) {
                        message.acknowledge();
                    }
                }));
    }

    @Override
    public CompletableFuture<Boolean> send(Outgoing message) {
        return client.publish(publish(message)).thenApply(WireV5::isHeard);
    }

    private static boolean isHeard(Mqtt5PublishResult result) {
        return !(result instanceof Mqtt5PublishResult.Mqtt5Qos1Result acknowledged)
                || acknowledged.getPubAck().getReasonCode() != Mqtt5PubAckReasonCode.NO_MATCHING_SUBSCRIBERS;
    }

    private static Mqtt5Publish publish(Outgoing message) {
        Mqtt5PublishBuilder.Complete publish = Mqtt5Publish.builder()
                .topic(message.topic())
                .payload(message.content())
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(message.retained())
                .responseTopic(message.answerTopic().orElse(null))
                .correlationData(message.correlation().map(Terms::bytes).orElse(null));
        return message.expiry()
                .map(expiry -> publish.messageExpiryInterval(Math.max(1, expiry.toSeconds())))
                .orElse(publish)
                .build();
    }

    static MqttQos qos(int number) {
        return Optional.ofNullable(MqttQos.fromCode(number)).orElse(MqttQos.AT_LEAST_ONCE);
    }

    @Override
    public CompletableFuture<Void> disconnect() {
        window.close();
        return client.disconnect();
    }
}
