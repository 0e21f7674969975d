package io.citytwin.adapter.ditto.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.core.model.Twin;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.thing.ThingForm;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the graph says and what the endpoint says, in one form. */
final class BothSides {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FaultCity city;
    private final ThingForm form;

    BothSides(FaultCity city) {
        this.city = city;
        this.form = ThingForm.of(city.graph.types());
    }

    /** One line for each difference; empty if all is equal. */
    List<String> differences() {
        SortedMap<String, JsonNode> there = there();
        SortedMap<String, JsonNode> here = here();
        List<String> lines = new ArrayList<>();
        here.forEach((id, twin) -> {
            JsonNode thing = there.remove(id);
            if (!twin.equals(thing)) {
                lines.add(id + "\n  graph " + twin + "\n  Ditto " + thing);
            }
        });
        there.keySet().forEach(id -> lines.add(id + " is in Ditto only"));
        return lines;
    }

    private SortedMap<String, JsonNode> here() {
        SortedMap<String, JsonNode> all = new TreeMap<>();
        for (Twin twin : city.twins()) {
            ObjectNode thing = form.whole(twin);
            Directive latest = city.governor.latest.get(twin.id());
            ObjectNode wishes = JsonNodeFactory.instance.objectNode();
            if (latest != null) {
                // The value as the graph has it: what is desired there is what was directed last.
                city.graph
                        .desired(twin.id(), latest.property())
                        .ifPresent(value -> wishes.set(latest.property(), ThingForm.json(value)));
                wishes.put("directive", latest.id());
            }
            all.put(twin.id().toString(), plain(thing, wishes));
        }
        return all;
    }

    private SortedMap<String, JsonNode> there() {
        SortedMap<String, JsonNode> all = new TreeMap<>();
        String cursor = "";
        do {
            JsonNode page = get("/search/things?namespaces=" + FaultCity.NAMESPACE + "&option=size(200)"
                    + (cursor.isEmpty() ? "" : ",cursor(" + cursor + ")"));
            for (JsonNode thing : page.path("items")) {
                JsonNode desired = thing.at("/features/state/desiredProperties");
                ObjectNode wishes = JsonNodeFactory.instance.objectNode();
                desired.properties().forEach(entry -> {
                    if (entry.getKey().equals("directive")) {
                        entry.getValue()
                                .forEach(details -> wishes.put(
                                        "directive", details.path("id").asText()));
                    } else {
                        wishes.set(entry.getKey(), entry.getValue());
                    }
                });
                all.put(thing.path("thingId").asText(), plain((ObjectNode) thing, wishes));
            }
            cursor = page.path("cursor").asText("");
        } while (!cursor.isEmpty());
        return all;
    }

    // Who received a value when is each side's own matter; answers and the owner's mark are no values.
    private static JsonNode plain(ObjectNode thing, ObjectNode wishes) {
        ObjectNode plain = JsonNodeFactory.instance.objectNode();
        plain.set("definition", thing.path("definition"));
        ObjectNode attributes = plain.putObject("attributes");
        if (thing.path("attributes") instanceof ObjectNode own) {
            attributes.setAll(own);
            attributes.remove("citytwin");
        }
        ObjectNode properties = plain.putObject("properties");
        if (thing.at("/features/state/properties") instanceof ObjectNode reported) {
            properties.setAll(reported);
            properties.remove("answered");
        }
        properties.path("observed").forEach(entry -> ((ObjectNode) entry).remove("received"));
        plain.set("desired", wishes);
        return plain;
    }

    private JsonNode get(String path) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create(city.ditto.uri() + "/api/2" + path).toURL().openConnection();
            String login = Base64.getEncoder().encodeToString("city:c1".getBytes(StandardCharsets.UTF_8));
            connection.setRequestProperty("Authorization", "Basic " + login);
            connection.setRequestProperty("Connection", "close");
            try (InputStream body = connection.getInputStream()) {
                return JSON.readTree(body);
            }
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
