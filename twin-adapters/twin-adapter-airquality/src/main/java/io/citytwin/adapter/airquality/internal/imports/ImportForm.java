package io.citytwin.adapter.airquality.internal.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.citytwin.adapter.airquality.AirError;
import io.citytwin.adapter.airquality.AirFeed;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.NearestName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What becomes of the rows of a foreign file. All texts but those of {@code where} may have columns in braces. Immutable.
 *
 * @param type of the twins
 * @param id of a twin, in the city's default namespace or with one
 * @param label what people call it
 * @param longitude where it is, if its geometry does not say
 * @param latitude where it is, if its geometry does not say
 * @param values key as inventories write it, such as {@code ratedPower [kW]}, to text: a property, a relation, a constant
 * @param terms key to the file's words to ours
 * @param where column to the texts of which it must hold one
 * @param missing what stands for nothing
 * @param repeated whether a twin may stand in several rows, as long as they say the same of it
 * @param table how the file is cut into rows
 * @param geoJson whether its rows are features
 * @param namespace of ids that are written without one
 * @param extent southern and western, then northern and eastern corner, as longitude and latitude
 */
public record ImportForm(
        String type,
        String id,
        Optional<String> label,
        Optional<String> longitude,
        Optional<String> latitude,
        Map<String, String> values,
        SortedMap<String, Map<String, String>> terms,
        SortedMap<String, List<String>> where,
        Set<String> missing,
        boolean repeated,
        AirFeed.Table table,
        boolean geoJson,
        String namespace,
        List<String> extent) {

    private static final String ADVICE = "Maybe look at `citytwin import --help`.";
    private static final SortedSet<String> KEYS = new TreeSet<>(Set.of(
            "type",
            "id",
            "label",
            "longitude",
            "latitude",
            "values",
            "terms",
            "where",
            "missing",
            "repeated",
            "format",
            "delimiter",
            "decimal",
            "rows",
            "namespace",
            "extent"));

    /** Copies the maps and lists. */
    public ImportForm {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        terms = Collections.unmodifiableSortedMap(new TreeMap<>(terms));
        where = Collections.unmodifiableSortedMap(new TreeMap<>(where));
        missing = Set.copyOf(missing);
        extent = List.copyOf(extent);
    }

    /**
     * Reads a mapping.
     *
     * @param json one object
     * @param geoJson whether the file to be read looks like GeoJSON, unless the mapping says {@code format}
     * @return the mapping
     * @throws CityTwinException {@code A120} if it cannot be used
     */
    public static ImportForm read(String json, boolean geoJson) {
        JsonNode form = tree(json);
        form.fieldNames().forEachRemaining(ImportForm::check);
        String format = form.path("format").asText(geoJson ? "geojson" : "csv");
        if (!Set.of("csv", "json", "geojson").contains(format)) {
            throw refused("`" + format + "` is no format.", "Maybe `csv`, `json` or `geojson`.");
        }
        return new ImportForm(
                needed(form, "type"),
                needed(form, "id"),
                text(form, "label"),
                text(form, "longitude"),
                text(form, "latitude"),
                texts(form.path("values")),
                terms(form.path("terms")),
                where(form.path("where")),
                missing(form.path("missing")),
                form.path("repeated").asBoolean(),
                table(form, format),
                format.equals("geojson"),
                form.path("namespace").asText("it.city"),
                list(form.path("extent")));
    }

    private static JsonNode tree(String json) {
        try {
            JsonNode form = new JsonMapper().readTree(json);
            if (form.isObject()) {
                return form;
            }
        } catch (JsonProcessingException broken) {
            throw new CityTwinException(
                    AirError.IMPORT_FORM,
                    "The mapping is no JSON: `" + broken.getOriginalMessage() + "` in line `"
                            + broken.getLocation().getLineNr() + "`.",
                    ADVICE,
                    broken);
        }
        throw refused("The mapping is no JSON object.", ADVICE);
    }

    private static void check(String key) {
        if (!KEYS.contains(key)) {
            String advice = NearestName.to(key, KEYS)
                    .map(near -> "Maybe `" + near + "`.")
                    .orElse(ADVICE);
            throw refused("`" + key + "` is no key of a mapping.", advice);
        }
    }

    private static String needed(JsonNode form, String key) {
        return text(form, key).orElseThrow(() -> refused("The mapping has no `" + key + "`.", ADVICE));
    }

    private static Optional<String> text(JsonNode form, String key) {
        return Optional.of(form.path(key).asText("")).filter(text -> !text.isEmpty());
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(one -> texts.put(one.getKey(), one.getValue().asText()));
        return texts;
    }

    private static SortedMap<String, Map<String, String>> terms(JsonNode object) {
        SortedMap<String, Map<String, String>> terms = new TreeMap<>();
        object.properties().forEach(one -> terms.put(one.getKey(), texts(one.getValue())));
        return terms;
    }

    private static SortedMap<String, List<String>> where(JsonNode object) {
        SortedMap<String, List<String>> where = new TreeMap<>();
        object.properties()
                .forEach(one -> where.put(
                        one.getKey(),
                        one.getValue().isArray()
                                ? list(one.getValue())
                                : List.of(one.getValue().asText())));
        return where;
    }

    private static Set<String> missing(JsonNode array) {
        Set<String> missing = new HashSet<>(list(array));
        missing.add("");
        return missing;
    }

    private static List<String> list(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static AirFeed.Table table(JsonNode form, String format) {
        String delimiter = form.path("delimiter").asText(",");
        String decimal = form.path("decimal").asText(".");
        if (delimiter.length() != 1 || !Set.of(".", ",").contains(decimal)) {
            throw refused(
                    "`" + delimiter + "` and `" + decimal + "` cannot stand between cells and in numbers.",
                    "Maybe `;` and `,`.");
        }
        String rows = form.path("rows").asText(format.equals("geojson") ? "/features" : "");
        if (!rows.isEmpty() && !rows.startsWith("/")) {
            throw refused("`" + rows + "` is no JSON pointer.", "Maybe `/features`.");
        }
        AirFeed.Format kind = format.equals("csv") ? AirFeed.Format.CSV : AirFeed.Format.JSON;
        return new AirFeed.Table(kind, delimiter.charAt(0), decimal.charAt(0), false, rows);
    }

    static CityTwinException refused(String problem, String advice) {
        return new CityTwinException(AirError.IMPORT_FORM, problem, advice);
    }
}
