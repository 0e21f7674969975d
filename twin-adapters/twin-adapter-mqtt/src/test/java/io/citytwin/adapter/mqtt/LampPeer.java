package io.citytwin.adapter.mqtt;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import io.citytwin.adapter.config.AdaptersFile;
import io.citytwin.adapter.tck.CommandedPeer;
import io.citytwin.adapter.tck.CuttingPeer;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.privacy.Secret;
import io.citytwin.core.spi.DeviceAdapter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** A lamp behind a real broker, and a file that says how it speaks. */
final class LampPeer implements CommandedPeer, CuttingPeer {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TwinId LAMP = TwinId.of("milano:lamp-1");

    private final String town = "town-" + UUID.randomUUID();
    private final Runnable ending;
    private final Cable cable;
    private final Mqtt5BlockingClient device;
    private final List<Value> done = new CopyOnWriteArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final Path file;
    private volatile Optional<Instant> leaseEnd = Optional.empty();
    private volatile boolean refuses;
    private volatile boolean silent;

    LampPeer(Path folder, String version) {
        this(folder, version, Broker.shared().port(), () -> {});
    }

    /** Behind a broker of its own. */
    static LampPeer behindMosquitto(Path folder, String version) {
        assumeTrue(Mosquitto.program().isPresent(), "No `mosquitto` on this machine: HiveMQ is the only broker.");
        try {
            Mosquitto mosquitto = Mosquitto.start(folder);
            return new LampPeer(folder, version, mosquitto.port(), mosquitto::close);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private LampPeer(Path folder, String version, int port, Runnable ending) {
        this.ending = ending;
        this.cable = new Cable(port);
        this.device = Broker.client("lamp", port);
        this.file = write(folder, version);
        device.toAsync()
                .subscribeWith()
                .topicFilter(town + "/lamps/lamp-1/set")
                .qos(MqttQos.AT_LEAST_ONCE)
                .callback(this::asked)
                .send()
                .join();
    }

    private Path write(Path folder, String version) {
        try {
            Files.writeString(folder.resolve("password"), Broker.PASSWORD + "\n");
            return Files.writeString(
                    folder.resolve(town + ".yaml"), """
                    adapters:
                      lamps:
                        kind: mqtt
                        broker:
                          host: 127.0.0.1
                          port: %d
                          version: "%s"
                          client: city-%s
                          user: citytwin
                          password: {file: password}
                          reconnect: {first: PT0.1S, longest: PT0.5S}
                          status: %s/status
                        reports:
                          - topic: %s/lamps/{lamp}/state
                            twin: milano:{lamp}
                            type: LampPost
                            time: {at: /at, as: iso}
                            values:
                              power: {at: /watts, unit: W}
                        commands:
                          - type: LampPost
                            property: dimming
                            twin: milano:{lamp}
                            topic: %s/lamps/{lamp}/set
                            payload: {id: "{id}", level: "{value}", until: "{until}"}
                            acknowledge: device
                            answer: {topic: "%s/lamps/{lamp}/done", id: /id, status: /status, done: [ok], reason: /why}
                    """.formatted(cable.port(), version, town, town, town, town, town));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void asked(Mqtt5Publish command) {
        if (silent) {
            return;
        }
        try {
            JsonNode told = JSON.readTree(command.getPayloadAsBytes());
            String id = told.path("id").asText();
            if (!refuses && known.add(id)) {
                done.add(new Quantity(told.path("level").decimalValue(), Unit.PERCENT));
            }
            leaseEnd = Optional.of(told.path("until").asText("null"))
                    .filter(text -> !text.equals("null"))
                    .map(Instant::parse);
            ObjectNode answer = JSON.createObjectNode().put("id", id).put("status", refuses ? "no" : "ok");
            publish("done", refuses ? answer.put("why", "the lamp is broken") : answer);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void publish(String leaf, Object payload) {
        // On a thread of the client library, where nobody may wait.
        device.toAsync()
                .publishWith()
                .topic(town + "/lamps/lamp-1/" + leaf)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(payload.toString().getBytes(StandardCharsets.UTF_8))
                .send();
    }

    /** Sends until somebody is there to hear it. */
    void tell(String leaf, byte[] payload) {
        Awaitility.await("a subscriber")
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> device.publishWith()
                        .topic(town + "/lamps/" + leaf)
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .payload(payload)
                        .send()
                        .toString()
                        .contains("reasonCode=SUCCESS"));
    }

    @Override
    public DeviceAdapter adapter() {
        return AdaptersFile.read(file, AssetTypes.builtIn()).adapters().get(0);
    }

    @Override
    public List<Twin> twins() {
        return List.of(AssetTypes.builtIn().twin(LAMP.toString(), "LampPost"));
    }

    @Override
    public List<Secret> secrets() {
        return List.of(Secret.of(Broker.PASSWORD));
    }

    @Override
    public Observation tell(int number, Instant measuredAt) {
        String text = "{\"watts\": " + number + ", \"at\": \"" + measuredAt + "\"}";
        tell("lamp-1/state", text.getBytes(StandardCharsets.UTF_8));
        return new Observation(
                LAMP,
                "power",
                Optional.of(Quantity.of(number, Unit.WATT)),
                measuredAt,
                clock().now(),
                "lamps",
                Quality.GOOD);
    }

    @Override
    public String tellNonsense() {
        tell("lamp-1/state", "{\"watts\": a lot today}".getBytes(StandardCharsets.UTF_8));
        return "a lot today";
    }

    @Override
    public void cut() {
        cable.cut();
    }

    @Override
    public void mend() {
        cable.mend();
    }

    @Override
    public boolean tellsAgain() {
        return true;
    }

    @Override
    public TwinId commanded() {
        return LAMP;
    }

    @Override
    public String property() {
        return "dimming";
    }

    @Override
    public Value value(int number) {
        return Quantity.of(20 + number, Unit.PERCENT);
    }

    @Override
    public List<Value> done() {
        return List.copyOf(done);
    }

    @Override
    public void refuse() {
        refuses = true;
    }

    @Override
    public void keepSilent() {
        silent = true;
    }

    @Override
    public Optional<Instant> leaseEnd() {
        return leaseEnd;
    }

    @Override
    public void close() {
        cable.close();
        device.disconnect();
        ending.run();
    }
}
