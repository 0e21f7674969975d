package io.citytwin.adapter.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Lamps that speak as the README's file says. */
final class Lamps implements AutoCloseable {

    private final Mqtt5BlockingClient client;
    private final List<Mqtt5Publish> heard = new CopyOnWriteArrayList<>();
    private final String town;

    Lamps(String town) {
        this(town, Broker.shared().port());
    }

    Lamps(String town, int port) {
        this.town = town;
        this.client = Broker.client("lamps", port);
    }

    /** Listens to topics of the town. */
    Lamps hearing(String filter) {
        client.toAsync()
                .subscribeWith()
                .topicFilter(town + "/" + filter)
                .qos(MqttQos.AT_LEAST_ONCE)
                .callback(heard::add)
                .send()
                .join();
        return this;
    }

    List<Mqtt5Publish> heard() {
        return heard;
    }

    static String text(Mqtt5Publish message) {
        return new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8);
    }

    void say(int lamp, double kilowatts, Instant at) {
        send(
                "lamps/lamp-" + lamp + "/state",
                "{\"power\": {\"kw\": " + kilowatts + "}, \"valid\": true, \"at\": \"" + at + "\"}");
    }

    void send(String topic, String payload) {
        send(topic, payload.getBytes(StandardCharsets.UTF_8));
    }

    void send(String topic, byte[] payload) {
        client.publishWith()
                .topic(town + "/" + topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload)
                .send();
    }

    @Override
    public void close() {
        client.disconnect();
    }
}
