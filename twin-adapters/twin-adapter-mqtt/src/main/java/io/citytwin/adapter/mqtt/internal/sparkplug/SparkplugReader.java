package io.citytwin.adapter.mqtt.internal.sparkplug;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.google.common.base.Splitter;
import io.citytwin.adapter.mqtt.MqttError;
import io.citytwin.adapter.mqtt.internal.link.Outgoing;
import io.citytwin.adapter.mqtt.internal.map.Letters;
import io.citytwin.adapter.mqtt.internal.map.MessageReader;
import io.citytwin.adapter.mqtt.internal.map.TimeReader;
import io.citytwin.adapter.mqtt.internal.map.TopicPattern;
import io.citytwin.adapter.mqtt.internal.map.TwinFinder;
import io.citytwin.adapter.mqtt.internal.map.ValueReader;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.spi.AdapterProblem;
import io.citytwin.core.spi.DeadLetter;
import io.citytwin.core.spi.PayloadMapper.Mapped;
import io.citytwin.core.spi.PayloadMapper.Payload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Reads Sparkplug B: births announce metrics, data name them by alias, deaths make values unknown. Messages come one at a
 * time. Safe for use by many threads.
 */
public final class SparkplugReader implements MessageReader {

    private static final Splitter LEVELS = Splitter.on('/');
    private static final int MOST_NODES = 10_000;

    private final Letters letters;
    private final Mapping mapping;
    private final Map<String, EdgeNode> nodes = new HashMap<>();
    private final Map<String, AdapterProblem> dead = new TreeMap<>();
    private final List<Outgoing> requests = new ArrayList<>();

    /**
     * What is read. Immutable.
     *
     * @param topics of all edge nodes
     * @param largest bytes of a payload
     * @param twins that the devices are
     * @param time which times are believed
     * @param values metric to property
     */
    public record Mapping(
            TopicPattern topics, int largest, TwinFinder twins, TimeReader time, Map<String, ValueReader> values) {

        /** Copies the values. */
        public Mapping {
            values = Map.copyOf(values);
        }
    }

    /** Where a message comes from. */
    private record Origin(String node, String device, String kind, Map<String, String> parts, Payload payload) {}

    /**
     * A reader.
     *
     * @param letters writes down what cannot be read
     * @param mapping what is read
     */
    public SparkplugReader(Letters letters, Mapping mapping) {
        this.letters = letters;
        this.mapping = mapping;
    }

    @Override
    public TopicPattern topics() {
        return mapping.topics();
    }

    @Override
    public boolean serves(Twin twin) {
        return mapping.twins().serves(twin);
    }

    @Override
    public synchronized List<Outgoing> requests() {
        List<Outgoing> now = List.copyOf(requests);
        requests.clear();
        return now;
    }

    @Override
    public synchronized List<AdapterProblem> problems() {
        return List.copyOf(dead.values());
    }

    @Override
    public synchronized Mapped read(Payload payload, Map<String, String> parts) {
        List<Observation> observations = new ArrayList<>();
        List<DeadLetter> refused = new ArrayList<>();
        try {
            Optional<Origin> origin = origin(payload);
            if (origin.isPresent()) {
                take(origin.get(), observations, refused);
            }
        } catch (CityTwinException wrong) {
            refused.add(letters.of(wrong, payload, true));
        } catch (RuntimeException defect) {
            refused.add(
                    letters.of(MqttError.UNREADABLE, "The message cannot be read: `" + defect + "`.", payload, true));
        }
        return new Mapped(observations, refused);
    }

    /** Empty for messages that are no reports, such as this adapter's own requests. */
    private static Optional<Origin> origin(Payload payload) {
        List<String> levels = LEVELS.splitToList(payload.address());
        if (levels.size() < 4 || levels.size() > 5 || !levels.get(2).matches("[ND](BIRTH|DATA|DEATH)")) {
            return Optional.empty();
        }
        String device = levels.size() == 5 ? levels.get(4) : EdgeNode.ITSELF;
        Map<String, String> parts = new HashMap<>();
        parts.put("group", levels.get(1));
        parts.put("node", levels.get(3));
        parts.put("device", device);
        return Optional.of(new Origin(levels.get(1) + "/" + levels.get(3), device, levels.get(2), parts, payload));
    }

    private void take(Origin origin, List<Observation> observations, List<DeadLetter> refused) {
        int size = origin.payload().content().remaining();
        if (size > mapping.largest()) {
            String reason = "The payload has `" + size + "` bytes, and `" + mapping.largest() + "` are allowed.";
            throw new CityTwinException(MqttError.TOO_LARGE, reason, "Maybe the mapping needs a larger `largest`.");
        }
        Frame frame = Frame.read(origin.payload().content());
        EdgeNode node = node(origin);
        if (origin.kind().endsWith("DEATH")) {
            die(origin, node, frame, observations);
            return;
        } else if (origin.kind().equals("NBIRTH")) {
            node.bear(number(frame, "bdSeq").orElse(0), frame.seq().orElse(0));
            dead.remove(origin.node());
        } else if (!node.isBorn()) {
            ask(origin, node);
            throw wrong("`" + origin.kind() + "` of `" + origin.node() + "` came before its birth.");
        } else if (node.misses(frame.seq())) {
            ask(origin, node);
            refused.add(letters.of(
                    wrong("A message of `" + origin.node() + "` is missing before this one."), origin.payload(), true));
        }
        if (origin.kind().endsWith("BIRTH")) {
            dead.remove(origin.node() + "/" + origin.device());
            frame.metrics().forEach(metric -> node.announce(origin.device(), metric));
        }
        for (Metric metric : frame.metrics()) {
            try {
                value(origin, node, frame, metric).ifPresent(observations::add);
            } catch (CityTwinException mistake) {
                refused.add(letters.of(mistake, origin.payload(), true));
            }
        }
    }

    private EdgeNode node(Origin origin) {
        EdgeNode known = nodes.get(origin.node());
        if (known == null && nodes.size() >= MOST_NODES) {
            throw wrong("`" + origin.node() + "` is one edge node more than `" + MOST_NODES + "`.");
        }
        return nodes.computeIfAbsent(origin.node(), name -> new EdgeNode());
    }

    private void ask(Origin origin, EdgeNode node) {
        Instant now = origin.payload().receivedAt();
        if (node.asks(now)) {
            String topic = "spBv1.0/" + origin.node().replaceFirst("/", "/NCMD/");
            requests.add(Outgoing.of(topic, Frame.rebirth(now.toEpochMilli()), false));
        }
    }

    private void die(Origin origin, EdgeNode node, Frame frame, List<Observation> observations) {
        boolean whole = origin.kind().equals("NDEATH");
        if (whole && !node.isDeathOf(number(frame, "bdSeq"))) {
            return;
        }
        String device = whole ? EdgeNode.ITSELF : origin.device();
        if (whole) {
            node.die();
        } else if (node.isBorn() && node.misses(frame.seq())) {
            ask(origin, node);
        }
        if (!whole && !node.knows(device)) {
            throw wrong("`" + origin.node() + "/" + device + "` died before it was born.");
        }
        Instant now = origin.payload().receivedAt();
        node.forget(device)
                .forEach((twin, properties) -> properties.forEach(property -> observations.add(
                        new Observation(twin, property, Optional.empty(), now, now, letters.source(), Quality.BAD))));
        String key = whole ? origin.node() : origin.node() + "/" + device;
        String about = letters.redaction().of(key);
        dead.putIfAbsent(key, new AdapterProblem(about, now, "`" + about + "` is dead since `" + now + "`."));
    }

    private static OptionalLong number(Frame frame, String name) {
        return frame.metrics().stream()
                .filter(metric -> metric.name().filter(name::equals).isPresent())
                .map(metric -> metric.json(0))
                .filter(JsonNode::isNumber)
                .mapToLong(JsonNode::longValue)
                .findFirst();
    }

    private Optional<Observation> value(Origin origin, EdgeNode node, Frame frame, Metric metric) {
        EdgeNode.Known known = node.known(origin.device(), metric).orElse(null);
        if (known == null) {
            ask(origin, node);
            String which =
                    metric.name().orElseGet(() -> "alias " + metric.alias().orElse(-1));
            throw wrong("No birth of `" + origin.node() + "` announced `" + which + "`.");
        }
        ValueReader reader = mapping.values().get(known.name());
        if (reader == null) {
            return Optional.empty();
        }
        OptionalLong millis = metric.timestamp().isPresent() ? metric.timestamp() : frame.timestamp();
        if (millis.isEmpty()) {
            throw new CityTwinException(
                    MqttError.TIME, "`" + known.name() + "` has no timestamp.", "Maybe look at the edge node.");
        }
        Instant receivedAt = origin.payload().receivedAt();
        Instant measuredAt = mapping.time().believed(Instant.ofEpochMilli(millis.getAsLong()), receivedAt);
        TwinId twin = twin(origin);
        JsonNode told = metric.json(metric.datatype().orElse(known.datatype()));
        Observation observation = new Observation(
                twin, reader.property(), reader.read(told), measuredAt, receivedAt, letters.source(), Quality.GOOD);
        node.note(origin.device(), twin, reader.property());
        return Optional.of(observation);
    }

    private TwinId twin(Origin origin) {
        String node = origin.parts().getOrDefault("node", "");
        List<String> ids =
                origin.device().isEmpty() ? List.of(node) : List.of(node + "/" + origin.device(), origin.device());
        return mapping.twins().find(origin.parts(), MissingNode.getInstance(), ids);
    }

    private static CityTwinException wrong(String problem) {
        return new CityTwinException(MqttError.SPARKPLUG, problem, "Maybe two edge nodes have one name.");
    }
}
