package io.citytwin.adapter.mqtt.internal.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.citytwin.adapter.mqtt.internal.link.Outgoing;
import io.citytwin.adapter.mqtt.internal.map.Conversion;
import io.citytwin.adapter.mqtt.internal.map.TopicPattern;
import io.citytwin.adapter.mqtt.internal.map.TwinTemplate;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Lease;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How one property of one type is asked for. Immutable.
 *
 * @param type of the twins
 * @param property that is desired
 * @param template of their ids
 * @param topic where devices listen
 * @param payload what they are told
 * @param dialect how values are told
 * @param answer how they answer; empty if it counts that the broker took the command
 */
public record CommandRule(
        String type,
        String property,
        TwinTemplate template,
        TopicPattern topic,
        JsonNode payload,
        Dialect dialect,
        Optional<AnswerRule> answer) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
    private static final Set<String> UNTIL = Set.of("until", "until-seconds", "until-millis");
    private static final Set<String> OWN = Set.of(
            "id",
            "value",
            "unit",
            "twin",
            "property",
            "issued",
            "issued-seconds",
            "issued-millis",
            "until",
            "until-seconds",
            "until-millis");

    /**
     * How values are told. Immutable.
     *
     * @param unit of numbers, if the property is one
     * @param conversion to it
     * @param words what the property holds to what the device is told; empty if values are told as they are
     */
    public record Dialect(Optional<Unit> unit, Optional<Conversion> conversion, Map<String, String> words) {

        /** Copies the words. */
        public Dialect {
            words = Map.copyOf(words);
        }
    }

    /**
     * Whether it tells devices of a twin.
     *
     * @param twin any
     * @return true if type and id fit
     */
    public boolean serves(Twin twin) {
        return twin.type().name().equals(type)
                && template.parts(twin.id().toString()).isPresent();
    }

    /**
     * Whether the payload says when a lease ends.
     *
     * @return true if devices can keep leases
     */
    public boolean hasLease() {
        return new Filling(payload).holes().stream().anyMatch(UNTIL::contains);
    }

    /**
     * The holes that nothing fills.
     *
     * @return names, empty if all is well
     */
    public Set<String> unknownHoles() {
        Set<String> holes = new Filling(payload).holes();
        holes.removeAll(OWN);
        holes.removeAll(template.names());
        return holes;
    }

    /**
     * Writes a command.
     *
     * @param directive for a twin that it serves
     * @param lease when the device lets go by itself
     * @param now the present moment
     * @return the message; empty if the twin's id has signs that no topic can have
     */
    public Optional<Outgoing> message(Directive directive, Optional<Lease> lease, Instant now) {
        TwinId twin = directive.twin();
        Map<String, String> parts = template.parts(twin.toString()).orElse(Map.of());
        Optional<String> address = topic.fill(parts);
        Optional<String> answerTopic = answer.flatMap(rule -> rule.topics().fill(parts));
        if (address.isEmpty() || (answer.isPresent() && answerTopic.isEmpty())) {
            return Optional.empty();
        }
        ByteBuffer content = content(new Filling(payload).fill(values(directive, lease, parts)));
        Optional<Duration> expiry = lease.map(one -> Duration.between(now, one.until()));
        return Optional.of(new Outgoing(
                address.get(), content, false, answerTopic, answerTopic.map(any -> directive.id()), expiry));
    }

    private Map<String, JsonNode> values(Directive directive, Optional<Lease> lease, Map<String, String> parts) {
        Map<String, JsonNode> values = new HashMap<>();
        parts.forEach((name, part) -> values.put(name, MAKE.textNode(part)));
        values.put("id", MAKE.textNode(directive.id()));
        values.put("value", told(directive.value()));
        dialect.unit().ifPresent(unit -> values.put("unit", MAKE.textNode(unit.symbol())));
        values.put("twin", MAKE.textNode(directive.twin().toString()));
        values.put("property", MAKE.textNode(directive.property()));
        moment("issued", directive.issuedAt(), values);
        lease.ifPresent(one -> moment("until", one.until(), values));
        return values;
    }

    private static void moment(String name, Instant moment, Map<String, JsonNode> values) {
        values.put(name, MAKE.textNode(moment.toString()));
        values.put(name + "-seconds", MAKE.numberNode(moment.getEpochSecond()));
        values.put(name + "-millis", MAKE.numberNode(moment.toEpochMilli()));
    }

    private JsonNode told(Value value) {
        String word = dialect.words().get(plain(value));
        if (word != null) {
            return MAKE.textNode(word);
        } else if (value instanceof Quantity quantity) {
            return MAKE.numberNode(dialect.conversion()
                    .map(conversion -> conversion.apply(quantity.amount()))
                    .orElse(quantity.amount()));
        } else if (value instanceof Value.Flag flag) {
            return MAKE.booleanNode(flag.on());
        }
        return MAKE.textNode(plain(value));
    }

    private static String plain(Value value) {
        return value instanceof Quantity quantity ? quantity.amount().toPlainString() : value.toString();
    }

    private static ByteBuffer content(JsonNode payload) {
        try {
            byte[] bytes = payload.isValueNode()
                    ? payload.asText().getBytes(StandardCharsets.UTF_8)
                    : JSON.writeValueAsBytes(payload);
            return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree can always be written", impossible);
        }
    }
}
