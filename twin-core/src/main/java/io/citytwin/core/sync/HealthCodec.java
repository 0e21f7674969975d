package io.citytwin.core.sync;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.core.spi.Evaluated;
import io.citytwin.core.spi.Journal;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Writes a city's health as a mark of its journal, so that others can look at it, and reads it again. Safe for use by many threads. */
final class HealthCodec {

    static final String MARK = "city/health";

    private HealthCodec() {}

    static Journal.Mark write(CityHealth health) {
        return new Journal.Mark(MARK, JsonLine.write(json -> {
            json.writeStringField("at", health.at().toString());
            json.writeNumberField("inputs", health.inputs());
            counts(json, "directives", health.directives());
            counts(json, "refused", health.deadLetters());
            counts(json, "leasesUnkept", health.leasesUnkept());
            json.writeNumberField("agenda", health.queues().agenda());
            json.writeNumberField("unwritten", health.queues().unwritten());
            json.writeStringField("lag", health.queues().lag().toString());
            json.writeObjectFieldStart("sources");
            for (Map.Entry<String, Instant> source : health.sources().entrySet()) {
                json.writeStringField(source.getKey(), source.getValue().toString());
            }
            json.writeEndObject();
            json.writeArrayFieldStart("provisions");
            for (Evaluated each : health.provisions()) {
                evaluated(json, each);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("alarms");
            for (Alarm alarm : health.alarms()) {
                json.writeStartObject();
                json.writeStringField("kind", alarm.kind().name());
                json.writeStringField("about", alarm.about());
                json.writeStringField("since", alarm.since().toString());
                json.writeStringField("text", alarm.text());
                json.writeEndObject();
            }
            json.writeEndArray();
        }));
    }

    private static void counts(JsonGenerator json, String name, SortedMap<?, Long> counts) throws IOException {
        json.writeObjectFieldStart(name);
        for (Map.Entry<?, Long> each : counts.entrySet()) {
            json.writeNumberField(each.getKey().toString(), each.getValue());
        }
        json.writeEndObject();
    }

    private static void evaluated(JsonGenerator json, Evaluated each) throws IOException {
        json.writeStartObject();
        json.writeStringField("provision", each.provision());
        if (each.input().isPresent()) {
            json.writeStringField("input", each.input().get().toString());
        }
        if (each.evaluated().isPresent()) {
            json.writeStringField("evaluated", each.evaluated().get().toString());
        }
        json.writeEndObject();
    }

    static CityHealth read(Journal.Mark mark) {
        JsonNode node = JsonLine.read(mark.state());
        List<Evaluated> provisions = new ArrayList<>();
        node.required("provisions")
                .forEach(each -> provisions.add(new Evaluated(
                        JsonLine.text(each, "provision"),
                        JsonLine.perhapsInstant(each, "input"),
                        JsonLine.perhapsInstant(each, "evaluated"))));
        List<Alarm> alarms = new ArrayList<>();
        node.required("alarms")
                .forEach(each -> alarms.add(new Alarm(
                        Alarm.Kind.valueOf(JsonLine.text(each, "kind")),
                        JsonLine.text(each, "about"),
                        JsonLine.instant(each, "since"),
                        JsonLine.text(each, "text"))));
        return new CityHealth(
                JsonLine.instant(node, "at"),
                node.required("inputs").asLong(),
                map(node, "directives", DirectiveRecord.State::valueOf, JsonNode::asLong),
                map(node, "refused", Function.identity(), JsonNode::asLong),
                map(node, "leasesUnkept", Function.identity(), JsonNode::asLong),
                new CityHealth.Queues(
                        node.required("agenda").asLong(),
                        node.required("unwritten").asLong(),
                        Duration.parse(JsonLine.text(node, "lag"))),
                map(node, "sources", Function.identity(), at -> Instant.parse(at.asText())),
                provisions,
                alarms);
    }

    private static <K extends Comparable<? super K>, V> SortedMap<K, V> map(
            JsonNode node, String name, Function<String, K> key, Function<JsonNode, V> value) {
        SortedMap<K, V> map = new TreeMap<>();
        node.required(name)
                .properties()
                .forEach(field -> map.put(key.apply(field.getKey()), value.apply(field.getValue())));
        return map;
    }

    /** The health that a journal was told last. */
    static Optional<CityHealth> find(Journal journal) {
        return journal.mark(MARK).map(marked -> read(marked.mark()));
    }
}
