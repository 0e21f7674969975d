package io.citytwin.adapter.airquality.internal.imports;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.core.text.CsvLine;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An inventory file, with one line for each twin. Immutable.
 *
 * @param keys of its header
 * @param features whether it is GeoJSON
 */
record Sheet(List<String> keys, boolean features) {

    /** The lines above the first twin, in both forms. */
    static final int ABOVE = 1;

    private static final JsonMapper JSON = new JsonMapper();

    /** Copies the list. */
    Sheet {
        keys = List.copyOf(keys);
    }

    String text(List<Draft> drafts) {
        return features ? geoJson(drafts) : csv(drafts);
    }

    private String csv(List<Draft> drafts) {
        StringBuilder text = new StringBuilder(String.join(",", keys)).append('\n');
        drafts.forEach(draft -> text.append(
                        draft.cells().stream().map(CsvLine::written).collect(Collectors.joining(",")))
                .append('\n'));
        return text.toString();
    }

    private String geoJson(List<Draft> drafts) {
        List<String> lines = new ArrayList<>();
        for (Draft draft : drafts) {
            ObjectNode properties = JSON.createObjectNode();
            for (int i = 0; i < keys.size(); i++) {
                if (!draft.cells().get(i).isEmpty()) {
                    properties.put(keys.get(i), draft.cells().get(i));
                }
            }
            String geometry = draft.geometry().orElse("null");
            lines.add("{\"type\":\"Feature\",\"properties\":" + properties + ",\"geometry\":" + geometry + "}");
        }
        return "{\"type\":\"FeatureCollection\",\"features\":[\n" + String.join(",\n", lines) + "\n]}\n";
    }
}
