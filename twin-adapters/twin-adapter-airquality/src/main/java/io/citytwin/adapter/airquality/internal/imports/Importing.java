package io.citytwin.adapter.airquality.internal.imports;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.citytwin.adapter.airquality.AirError;
import io.citytwin.adapter.airquality.internal.Field;
import io.citytwin.adapter.airquality.internal.Row;
import io.citytwin.adapter.airquality.internal.Rows;
import io.citytwin.adapter.airquality.internal.TextOfFile;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.ValueType;
import io.citytwin.core.spi.Recording.RefusedRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one foreign file as a mapping describes it. For one thread at a time. */
public final class Importing {

    private static final String LONGITUDE = "longitude";
    private static final String LATITUDE = "latitude";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final ImportForm form;
    private final AssetType type;
    private final boolean features;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final List<Unusable> unusable = new ArrayList<>();
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private int passed;
    private int repeated;

    /**
     * An import.
     *
     * @param form what becomes of the rows
     * @param features whether GeoJSON is to be written, which may hold outlines
     */
    public Importing(ImportForm form, boolean features) {
        this.form = form;
        this.features = features;
        type = AssetTypes.builtIn()
                .find(form.type())
                .orElseThrow(() -> ImportForm.refused(
                        "`" + form.type() + "` is not an asset type.",
                        "Maybe one of "
                                + String.join(
                                        ", ",
                                        AssetTypes.builtIn().all().stream()
                                                .map(AssetType::name)
                                                .toList())
                                + "."));
        fields.put("id", Field.template(form.id()));
        form.label().ifPresent(label -> fields.put("label", Field.template(label)));
        place();
        form.values().forEach((key, text) -> fields.put(key, Field.template(text)));
    }

    // A feature's point becomes two columns, unless the mapping knows better where it is.
    private void place() {
        boolean hasPoint = type.properties().get("location") instanceof ValueType.Point;
        boolean fromGeometry = form.geoJson() && !features && hasPoint;
        Optional<String> usual = Optional.of("{/geometry/coordinates/0}").filter(any -> fromGeometry);
        form.longitude().or(() -> usual).ifPresent(text -> fields.put(LONGITUDE, Field.template(text)));
        form.latitude()
                .or(() -> usual.map(text -> text.replace('0', '1')))
                .ifPresent(text -> fields.put(LATITUDE, Field.template(text)));
    }

    /**
     * A row that became no twin. Immutable.
     *
     * @param line of the foreign file
     * @param code of the error
     * @param problem one sentence
     */
    public record Unusable(long line, String code, String problem) {}

    /**
     * What an import gave. Immutable.
     *
     * @param text of the inventory file
     * @param twins how many stand in it
     * @param unusable rows that became none, by line
     * @param passed rows that the mapping passes over
     * @param repeated rows that said again what another one said
     */
    public record Imported(String text, int twins, List<Unusable> unusable, int passed, int repeated) {

        /** Copies the list. */
        public Imported {
            unusable = List.copyOf(unusable);
        }
    }

    /**
     * Reads a file.
     *
     * @param name for messages
     * @param content UTF-8
     * @return what became of it
     * @throws CityTwinException {@code A109} if it cannot be read at all, {@code A120} if the mapping does not fit
     */
    public Imported read(String name, ByteBuffer content) {
        List<String> columns = Stream.concat(
                        form.where().keySet().stream(), fields.values().stream().flatMap(Field::columns))
                .distinct()
                .toList();
        Rows.of(name, form.table(), TextOfFile.of(content), columns).forEach(this::add, this::refuse);
        Sheet sheet = new Sheet(List.copyOf(fields.keySet()), features);
        List<Draft> good = new Proof(form, sheet).good(List.copyOf(drafts.values()), unusable::add);
        List<Draft> sorted =
                good.stream().sorted(Comparator.comparing(Draft::id)).toList();
        return new Imported(
                sheet.text(sorted),
                sorted.size(),
                unusable.stream()
                        .sorted(Comparator.comparingLong(Unusable::line))
                        .toList(),
                passed,
                repeated);
    }

    private void refuse(RefusedRow row) {
        unusable.add(new Unusable(row.line(), row.code(), row.reason()));
    }

    private void add(Row foreign) {
        Row row = form.geoJson() ? new Feature(foreign) : foreign;
        if (form.where().entrySet().stream().anyMatch(one -> !one.getValue().contains(row.text(one.getKey())))) {
            passed++;
            return;
        }
        try {
            Draft draft = draft(row);
            Draft first = drafts.putIfAbsent(draft.id(), draft);
            if (first != null && form.repeated() && first.saysAs(draft)) {
                repeated++;
            } else if (first != null) {
                throw unusable("`" + draft.id() + "` stands already in line `" + first.line() + "`.");
            }
        } catch (CityTwinException mistake) {
            unusable.add(new Unusable(row.at(), mistake.code().id(), mistake.problem()));
        }
    }

    private Draft draft(Row row) {
        List<String> cells = new ArrayList<>();
        fields.forEach((key, field) -> cells.add(cell(key, field, row)));
        if (cells.get(0).isEmpty()) {
            throw unusable("The row has no id.");
        }
        return new Draft(cells.get(0), row.at(), cells, geometry(row));
    }

    private String cell(String key, Field field, Row row) {
        String text = field.in(new Present(row, form)).replaceAll("\\s+", " ").strip();
        String word = form.terms().getOrDefault(key, Map.of()).getOrDefault(text, text);
        boolean number = key.endsWith("]") || key.equals(LONGITUDE) || key.equals(LATITUDE);
        return number && form.table().decimal() == ',' ? word.replace(',', '.') : word;
    }

    private Optional<String> geometry(Row row) {
        if (!features) {
            return Optional.empty();
        } else if (!form.geoJson()) {
            throw unusable("A table has no outline.");
        }
        try {
            JsonNode geometry = JSON.readTree(row.raw()).path("geometry");
            return Optional.of(geometry.toString()).filter(text -> geometry.isObject());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static CityTwinException unusable(String problem) {
        return new CityTwinException(AirError.IMPORT_ROW, problem, "Maybe mend the row or the mapping.");
    }

    /** A row in which what stands for nothing is nothing. */
    private record Present(Row row, ImportForm form) implements Row {

        @Override
        public String text(String field) {
            String text = row.text(field);
            return form.missing().contains(text) ? "" : text;
        }

        @Override
        public long line() {
            return row.line();
        }

        @Override
        public String raw() {
            return row.raw();
        }
    }

    /** A feature, whose fields are its properties; a pointer leads elsewhere. */
    private record Feature(Row row) implements Row {

        private static String property(String name) {
            return "/properties/" + name.replace("~", "~0").replace("/", "~1");
        }

        @Override
        public String text(String field) {
            return row.text(field.startsWith("/") ? field : property(field));
        }

        @Override
        public long line() {
            return row.line();
        }

        @Override
        public int at() {
            return row.at();
        }

        @Override
        public String raw() {
            return row.raw();
        }
    }
}
