package io.citytwin.adapter.ditto;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.ditto.internal.model.ThingModel;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.thing.ThingForm;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * W3C WoT Thing Models 1.1 of asset types: one for what is a twin's own, one for its state. The same types give the same
 * bytes. Immutable.
 */
public final class ThingModels {

    private static final ObjectWriter WRITER =
            new ObjectMapper().writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private final SortedMap<String, String> files;

    private ThingModels(SortedMap<String, String> files) {
        this.files = Collections.unmodifiableSortedMap(files);
    }

    /**
     * Models that lead to each other by their file names.
     *
     * @param types to describe
     * @return the models
     */
    public static ThingModels of(AssetTypes types) {
        return of(types, "");
    }

    /**
     * Models that lead to each other by URLs, as a Ditto needs them that reads them itself. What
     * {@link ThingForm#of(AssetTypes, String)} writes with the same base leads to them.
     *
     * @param types to describe
     * @param base the URL below which they will be published, or empty
     * @return the models
     */
    public static ThingModels of(AssetTypes types, String base) {
        String start = base.isEmpty() || base.endsWith("/") ? base : base + "/";
        SortedMap<String, String> files = new TreeMap<>();
        for (AssetType type : types.all()) {
            ThingModel model = new ThingModel(type, name -> start + ThingForm.modelFile(name));
            files.put(ThingForm.modelFile(type.name()), text(model.own()));
            if (!type.reported().isEmpty()) {
                files.put(ThingForm.modelFile(model.stateName()), text(model.state()));
            }
        }
        return new ThingModels(files);
    }

    /**
     * All models.
     *
     * @return file name, such as {@code LampPost-1.0.0.tm.jsonld}, to its JSON text
     */
    public SortedMap<String, String> files() {
        return files;
    }

    private static String text(ObjectNode model) {
        try {
            return WRITER.writeValueAsString(model) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree could not be written.", impossible);
        }
    }
}
