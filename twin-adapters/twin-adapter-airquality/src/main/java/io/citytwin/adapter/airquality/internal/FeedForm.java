package io.citytwin.adapter.airquality.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.airquality.AirFeed;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.NearestName;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.spi.AdapterSettings.Refusals;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Feeds as JSON objects: the presets of the module, and what settings say over them. Immutable. */
public final class FeedForm {

    /** The key that names the preset to begin with. */
    public static final String PRESET = "preset";

    private static final String GENERIC = "generic";
    private static final JsonNode PRESETS = resource("presets.json");

    private FeedForm() {}

    /** The names of all presets. */
    public static SortedSet<String> presets() {
        SortedSet<String> names = new TreeSet<>();
        PRESETS.properties().forEach(preset -> names.add(preset.getKey()));
        return names;
    }

    /**
     * Reads a feed.
     *
     * @param form what is said over a preset, which it may name
     * @param types the types that twins may have
     * @param refusals told of everything wrong, by pointers into the form
     * @return empty if something is
     */
    public static Optional<AirFeed> read(ObjectNode form, AssetTypes types, Refusals refusals) {
        Optional<ObjectNode> whole = over(form, refusals);
        Optional<AssetType> station = types.find("AirStation");
        if (station.isEmpty()) {
            refusals.refuse("", "There is no type `AirStation`.", "Maybe add it to the types.");
        }
        return whole.flatMap(all -> station.flatMap(type -> new FeedReader(all, type, refusals).read()));
    }

    private static Optional<ObjectNode> over(ObjectNode form, Refusals refusals) {
        String preset = form.path(PRESET).asText(GENERIC);
        if (!PRESETS.has(preset)) {
            String advice = NearestName.to(preset, presets())
                    .map(near -> "Maybe `" + near + "`.")
                    .orElse("Maybe one of " + String.join(", ", presets()) + ".");
            refusals.refuse("/" + PRESET, "`" + preset + "` is no preset.", advice);
            return Optional.empty();
        }
        ObjectNode whole = merged(PRESETS.path(GENERIC), PRESETS.path(preset));
        return Optional.of(merged(whole, form));
    }

    /** The first with all that the second says over it; objects are merged, all else is replaced. */
    public static ObjectNode merged(JsonNode below, JsonNode above) {
        ObjectNode all = below.deepCopy();
        above.properties().forEach(entry -> {
            JsonNode before = all.path(entry.getKey());
            boolean objects = before.isObject() && entry.getValue().isObject();
            all.set(entry.getKey(), objects ? merged(before, entry.getValue()) : entry.getValue());
        });
        return all;
    }

    /** A resource of the module as a tree. */
    public static JsonNode resource(String name) {
        String path = "/io/citytwin/adapter/airquality/" + name;
        try (InputStream json = Objects.requireNonNull(FeedForm.class.getResourceAsStream(path))) {
            return new JsonMapper().readTree(json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
