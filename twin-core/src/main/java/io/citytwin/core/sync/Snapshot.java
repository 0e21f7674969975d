package io.citytwin.core.sync;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The city at the end of a step, so that a restart need not begin with the first input. Immutable.
 *
 * @param number of the last entry before it
 * @param at the step's end
 * @param inputs how many inputs there were
 * @param twins as entries of the stream of inputs
 * @param governor its state
 */
record Snapshot(long number, Instant at, long inputs, List<Journal.Entry> twins, Optional<String> governor) {

    static final String CITY = "city/snapshot";
    static final String GOVERNOR = "city/governor";

    private static final String SCHEMA = "1";

    /** The marks of a snapshot, which the next one replaces. */
    static List<Journal.Mark> marks(Instant at, long inputs, TwinGraph graph, InputCodec codec, String governor) {
        String twins = JsonLine.write(json -> {
            json.writeStringField("schema", SCHEMA);
            json.writeStringField("at", at.toString());
            json.writeNumberField("inputs", inputs);
            json.writeArrayFieldStart("twins");
            for (AssetType type : graph.types().all()) {
                for (TwinId id : graph.all(type.name())) {
                    Optional<Twin> twin = graph.find(id);
                    if (twin.isPresent()) {
                        json.writeString(id.toString());
                        json.writeString(codec.write(new Input.TwinChanged(twin.get(), at), false)
                                .payload());
                    }
                }
            }
            json.writeEndArray();
        });
        // Together they tell who lives where and how often somebody came.
        return List.of(
                new Journal.Mark(CITY, twins, Optional.of(at)), new Journal.Mark(GOVERNOR, governor, Optional.of(at)));
    }

    static Optional<Snapshot> read(Journal journal) {
        return journal.mark(CITY)
                .flatMap(city -> journal.mark(GOVERNOR)
                        .filter(governor -> governor.number() == city.number())
                        .map(governor -> read(city, governor)));
    }

    private static Snapshot read(Journal.Marked city, Journal.Marked governor) {
        JsonNode node = JsonLine.read(city.mark().state());
        String schema = JsonLine.text(node, "schema");
        if (!schema.equals(SCHEMA)) {
            throw new IllegalArgumentException("the snapshot is written in form " + schema);
        }
        List<Journal.Entry> twins = new ArrayList<>();
        JsonNode told = node.required("twins");
        for (int i = 0; i < told.size(); i += 2) {
            twins.add(new Journal.Entry(
                    InputCodec.STREAM, told.get(i).asText(), 1, told.get(i + 1).asText()));
        }
        return new Snapshot(
                city.number(),
                JsonLine.instant(node, "at"),
                node.required("inputs").asLong(),
                twins,
                Optional.of(governor.mark().state()));
    }
}
