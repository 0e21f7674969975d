package io.citytwin.examples.milan.protocol;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.signal.Acknowledgement;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Lease;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Lamp posts behind one concentrator that speaks MQTT 5: each tells what it draws under {@code street/lamps/ID/state} and
 * hears what it should do under {@code street/lamps/ID/set}. Safe for use by many threads.
 */
final class LampNodes implements Wire {

    private static final String TOPIC = "street/lamps/";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Set<TwinId> lamps;
    private final BooleanSupplier ready;
    private final Lockstep lockstep;
    private final Mqtt5AsyncClient client;
    private final Map<String, Expected> expected = new ConcurrentHashMap<>();

    /**
     * The devices' end.
     *
     * @param ready whether somebody hears what lamps tell
     */
    LampNodes(InetSocketAddress broker, Set<TwinId> lamps, BooleanSupplier ready, Lockstep lockstep) {
        this.lamps = Set.copyOf(lamps);
        this.ready = ready;
        this.lockstep = lockstep;
        client = MqttClient.builder()
                .useMqttVersion5()
                .identifier("street")
                .serverHost(broker.getHostString())
                .serverPort(broker.getPort())
                .buildAsync();
    }

    @Override
    public boolean carries(TwinId twin) {
        return lamps.contains(twin);
    }

    @Override
    public void open(Device devices) {
        client.connect().join();
        client.subscribeWith()
                .topicFilter(TOPIC + "+/set")
                .qos(MqttQos.AT_LEAST_ONCE)
                .callback(message -> hear(message, devices))
                .send()
                .join();
        awaitCity();
    }

    /** What is told before anybody has subscribed is told to nobody. */
    private void awaitCity() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!ready.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("nobody hears what lamps tell");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private void hear(Mqtt5Publish message, Device devices) {
        try {
            JsonNode told = JSON.readTree(message.getPayloadAsBytes());
            Expected one = expected.get(told.path("id").asText());
            if (one == null) {
                lockstep.fail("a lamp was asked for something that the city never asked: " + told);
                return;
            }
            Quantity level = new Quantity(told.path("level").decimalValue(), Unit.PERCENT);
            Optional<Instant> until =
                    Optional.ofNullable(told.path("until").textValue()).map(Instant::parse);
            one.difference(level, until)
                    .ifPresentOrElse(lockstep::fail, () -> devices.take(one.directive(), one.lease()));
        } catch (IOException | RuntimeException broken) {
            lockstep.fail("a lamp could not read what it was asked: " + broken);
        }
    }

    @Override
    public boolean tell(Observation seen) {
        Quantity quantity = (Quantity) seen.value().orElseThrow();
        publish(
                seen.twin(),
                "state",
                JSON.createObjectNode()
                        .put("at", seen.measuredAt().toString())
                        .put(seen.property(), quantity.amount()));
        return true;
    }

    @Override
    public void answer(Directive directive, Acknowledgement said) {
        ObjectNode answer = JSON.createObjectNode()
                .put("id", said.directive())
                .put("status", said.refused().isPresent() ? "refused" : "done");
        said.refused().ifPresent(why -> answer.put("why", why));
        publish(directive.twin(), "done", answer);
    }

    private void publish(TwinId lamp, String leaf, ObjectNode payload) {
        var unused = client.publishWith()
                .topic(TOPIC + lamp + "/" + leaf)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload.toString().getBytes(StandardCharsets.UTF_8))
                .send()
                .whenComplete((done, failure) -> {
                    if (failure != null) {
                        lockstep.fail("a lamp could not tell what it does: " + failure);
                    }
                });
    }

    @Override
    public void expect(Directive directive, Optional<Lease> lease) {
        expected.put(directive.id(), new Expected(directive, lease));
    }

    @Override
    public void close() {
        client.disconnect().join();
    }
}
