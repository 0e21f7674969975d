package io.citytwin.adapter.mqtt.internal.map;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.adapter.mqtt.MqttError;
import io.citytwin.adapter.mqtt.MqttReport.Format;
import io.citytwin.adapter.mqtt.PayloadCodec;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.spi.DeadLetter;
import io.citytwin.core.spi.PayloadMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns messages into observations as one mapping says. Immutable. Safe for use by many threads. */
public final class ReportMapper implements PayloadMapper, MessageReader {

    private final Letters letters;
    private final TopicPattern topics;
    private final Shape shape;
    private final TwinFinder twins;
    private final List<Place> places;

    /**
     * What messages look like. Immutable.
     *
     * @param format of payloads
     * @param largest bytes of a payload
     * @param uplink who wraps the values, if anybody does
     * @param codec for what a LoRaWAN server did not decode
     * @param timeAt where the time stands; empty for the envelope's, or that of receipt
     * @param time how it is written
     * @param quality how far values are trusted
     */
    public record Shape(
            Format format,
            int largest,
            Optional<Uplink> uplink,
            Optional<PayloadCodec> codec,
            Optional<JsonPointer> timeAt,
            TimeReader time,
            QualityReader quality) {}

    /**
     * Where a value stands. Immutable.
     *
     * @param at pointer
     * @param reader of what stands there
     * @param optional whether it may be missing
     */
    public record Place(JsonPointer at, ValueReader reader, boolean optional) {}

    /** What all values of one message share. */
    private record Frame(TwinId twin, Instant measuredAt, Instant receivedAt, Quality quality) {}

    /**
     * A mapper.
     *
     * @param letters writes down what cannot be read
     * @param topics of the messages
     * @param shape of the messages
     * @param twins that they are about
     * @param places of the values
     */
    public ReportMapper(Letters letters, TopicPattern topics, Shape shape, TwinFinder twins, List<Place> places) {
        this.letters = letters;
        this.topics = topics;
        this.shape = shape;
        this.twins = twins;
        this.places = List.copyOf(places);
    }

    @Override
    public TopicPattern topics() {
        return topics;
    }

    @Override
    public boolean serves(Twin twin) {
        return twins.serves(twin);
    }

    @Override
    public Mapped map(Payload payload) {
        return topics.match(payload.address())
                .map(parts -> read(payload, parts))
                .orElseGet(() -> refused(
                        new CityTwinException(
                                MqttError.TOPIC,
                                "`" + payload.address() + "` is not a topic of this mapping.",
                                "Maybe another one."),
                        payload));
    }

    @Override
    public Mapped read(Payload payload, Map<String, String> parts) {
        try {
            int size = payload.content().remaining();
            if (size > shape.largest()) {
                throw new CityTwinException(
                        MqttError.TOO_LARGE,
                        "The payload has `" + size + "` bytes, and `" + shape.largest() + "` are allowed.",
                        "Maybe the mapping needs a larger `largest`.");
            }
            JsonNode root = Documents.read(shape.format(), payload.content());
            Opened opened = shape.uplink()
                    .map(uplink -> uplink.open(root, shape.codec()))
                    .orElseGet(() -> new Opened(root, List.of(), root.path("no time at all")));
            Frame frame = new Frame(
                    twins.find(parts, root, opened.devices()),
                    time(root, opened, payload.receivedAt()),
                    payload.receivedAt(),
                    shape.quality().read(opened.values()));
            return values(opened.values(), frame, payload);
        } catch (CityTwinException wrong) {
            return refused(wrong, payload);
        } catch (RuntimeException defect) {
            return refused(
                    new CityTwinException(
                            MqttError.UNREADABLE, "The message cannot be read: `" + defect + "`.", "Maybe report it."),
                    payload);
        }
    }

    private Mapped refused(CityTwinException wrong, Payload payload) {
        return new Mapped(List.of(), List.of(letter(wrong, payload)));
    }

    private DeadLetter letter(CityTwinException wrong, Payload payload) {
        return letters.of(wrong, payload, Letters.isBinary(shape.format()));
    }

    private Instant time(JsonNode root, Opened opened, Instant receivedAt) {
        if (shape.timeAt().isEmpty() && shape.uplink().isEmpty()) {
            return receivedAt;
        }
        JsonNode found = shape.timeAt().map(root::at).orElse(opened.time());
        return shape.time().believed(shape.time().read(found), receivedAt);
    }

    private Mapped values(JsonNode values, Frame frame, Payload payload) {
        List<Observation> observations = new ArrayList<>(places.size());
        List<DeadLetter> refused = new ArrayList<>(0);
        for (Place place : places) {
            JsonNode found = values.at(place.at());
            try {
                if (!found.isMissingNode()) {
                    observations.add(
                            observation(frame, place.reader(), place.reader().read(found)));
                } else if (!place.optional()) {
                    throw new CityTwinException(
                            MqttError.VALUE,
                            "Nothing stands at `" + place.at() + "`, where `"
                                    + place.reader().property() + "` should.",
                            "Maybe the mapping needs `optional: true`.");
                }
            } catch (CityTwinException wrong) {
                refused.add(letter(wrong, payload));
            }
        }
        return new Mapped(observations, refused);
    }

    private Observation observation(Frame frame, ValueReader reader, Optional<Value> value) {
        return new Observation(
                frame.twin(),
                reader.property(),
                value,
                frame.measuredAt(),
                frame.receivedAt(),
                letters.source(),
                frame.quality());
    }
}
