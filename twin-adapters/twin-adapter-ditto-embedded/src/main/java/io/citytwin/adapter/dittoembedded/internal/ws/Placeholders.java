package io.citytwin.adapter.dittoembedded.internal.ws;

import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.ditto.json.JsonFactory;
import org.eclipse.ditto.json.JsonObject;
import org.eclipse.ditto.json.JsonObjectBuilder;

/** Lets filters name what is no part of a Thing, such as {@code topic:action}, as if it were an attribute. */
final class Placeholders {

    private static final Pattern NAMES =
            Pattern.compile("(?<=[(,\\s])(topic:(?:action|channel|subject)|resource:path)(?=\\s*[,)])");

    private Placeholders() {}

    static String asAttributes(String filter) {
        return NAMES.matcher(filter).replaceAll("attributes/$1");
    }

    static JsonObject add(JsonObject thing, Map<String, String> values) {
        JsonObjectBuilder attributes = JsonFactory.newObjectBuilder();
        values.forEach((name, value) -> attributes.set(JsonFactory.newKey(name), value));
        JsonObject more = JsonFactory.newObjectBuilder()
                .set("attributes", attributes.build())
                .build();
        return JsonFactory.mergeJsonValues(more, thing).asObject();
    }
}
