package io.citytwin.adapter.dittoembedded.internal.twin;

import io.citytwin.core.spi.Journal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonObjectBuilder;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.json.JsonValue;

/**
 * A change as the journal keeps it. The revision counts on when a Thing was deleted and made again.
 *
 * @param thing whose
 * @param kind what
 * @param path the part
 * @param value new value or patch; empty if it was deleted
 * @param revision after it
 * @param at when
 */
record Fact(
        String thing, ThingEvent.Kind kind, JsonPointer path, Optional<JsonValue> value, long revision, Instant at) {

    static final String STREAM = "ditto-things";
    private static final int SCHEMA = 1;

    Journal.Entry entry() {
        JsonObjectBuilder json = JsonObject.newBuilder()
                .set("kind", kind.name().toLowerCase(Locale.ROOT))
                .set("path", path.toString())
                .set("revision", revision)
                .set("at", at.toString());
        value.ifPresent(known -> json.set("value", known));
        return new Journal.Entry(STREAM, thing, SCHEMA, json.build().toString());
    }

    static Fact of(Journal.Entry entry) {
        if (entry.schema() != SCHEMA) {
            throw new IllegalStateException("The journal holds a newer form of " + entry.key() + ".");
        }
        JsonObject json = JsonFactory.newObject(entry.payload());
        return new Fact(
                entry.key(),
                ThingEvent.Kind.valueOf(text(json, "kind").toUpperCase(Locale.ROOT)),
                JsonPointer.of(text(json, "path")),
                json.getValue("value"),
                json.getValue("revision").orElseThrow().asLong(),
                Instant.parse(text(json, "at")));
    }

    private static String text(JsonObject json, String key) {
        return json.getValue(key).orElseThrow().asString();
    }

    boolean endsThing() {
        return kind == ThingEvent.Kind.DELETED && path.isEmpty();
    }

    boolean beginsThing() {
        return kind == ThingEvent.Kind.CREATED && path.isEmpty();
    }

    /** What a Thing holds afterwards. */
    JsonObject appliedTo(JsonObject before) {
        return switch (kind) {
            case CREATED, MODIFIED -> Content.put(before, path, value.orElseThrow());
            case MERGED -> Content.merge(before, path, value.orElseThrow());
            case DELETED -> Content.delete(before, path);
        };
    }
}
