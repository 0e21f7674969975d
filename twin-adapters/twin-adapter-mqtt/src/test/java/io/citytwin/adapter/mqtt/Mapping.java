package io.citytwin.adapter.mqtt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.citytwin.adapter.mqtt.internal.Plan;
import io.citytwin.adapter.mqtt.internal.map.MessageReader;
import io.citytwin.adapter.mqtt.internal.settings.PlanMaker;
import io.citytwin.adapter.mqtt.internal.settings.SettingsReader;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Observation;
import io.citytwin.core.spi.AdapterSettings;
import io.citytwin.core.spi.DeadLetter;
import io.citytwin.core.spi.PayloadMapper.Mapped;
import io.citytwin.core.spi.PayloadMapper.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** Reads messages without a broker, as settings say. */
record Mapping(MessageReader reader) {

    static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();

    /** One report, as JSON with single quotes. */
    static Mapping of(String report, PayloadCodec... codecs) {
        Map<String, PayloadCodec> named = new java.util.HashMap<>();
        for (PayloadCodec codec : codecs) {
            named.put(codec.name(), codec);
        }
        try {
            String text = "{broker: {host: 'h', client: 'c'}, reports: [" + report + "]}";
            AdapterSettings settings =
                    new AdapterSettings("lamps", JSON.readTree(text), Path.of(""), AssetTypes.builtIn(), Mapping::fail);
            Plan plan = new PlanMaker("lamps", settings.types(), named, settings::refuse)
                    .make(new SettingsReader(settings).read())
                    .orElseThrow();
            return new Mapping(plan.readers().get(0));
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static void fail(String pointer, String problem, String advice) {
        throw new IllegalArgumentException(pointer + ": " + problem + " " + advice);
    }

    Mapped read(String topic, byte[] content) {
        Payload payload = new Payload(topic, ByteBuffer.wrap(content), NOW);
        return reader.read(payload, reader.topics().match(topic).orElseThrow());
    }

    Mapped read(String topic, String content) {
        return read(topic, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The only thing that a message says. */
    Observation one(String topic, String content) {
        Mapped mapped = read(topic, content);
        if (mapped.observations().size() != 1 || !mapped.refused().isEmpty()) {
            throw new AssertionError(mapped.toString());
        }
        return mapped.observations().get(0);
    }

    /** The only letter about a message that says nothing. */
    DeadLetter letter(String topic, byte[] content) {
        Mapped mapped = read(topic, content);
        if (mapped.refused().size() != 1 || !mapped.observations().isEmpty()) {
            throw new AssertionError(mapped.toString());
        }
        return mapped.refused().get(0);
    }

    DeadLetter letter(String topic, String content) {
        return letter(topic, content.getBytes(StandardCharsets.UTF_8));
    }
}
