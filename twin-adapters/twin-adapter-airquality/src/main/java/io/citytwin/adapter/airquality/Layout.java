package io.citytwin.adapter.airquality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.airquality.internal.FeedForm;
import io.citytwin.adapter.airquality.internal.Field;
import io.citytwin.adapter.airquality.internal.Row;
import io.citytwin.core.asset.AssetTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Which file and which column of a folder hold what. Immutable.
 *
 * @param title what the files are and who made them
 * @param stations the file of stations
 * @param daily the files of daily values
 * @param regions the regions' names in the file of stations
 */
record Layout(String title, StationFile stations, List<DailyFile> daily, Map<String, RegionName> regions) {

    /**
     * One station per row.
     *
     * @param file its name, or a pattern of names
     * @param repeated whether a station may come again, as where values and stations share a file
     * @param fields what each field is called
     * @param constants what is the same for all stations and in no field
     */
    record StationFile(
            String file,
            AirFeed.Table table,
            boolean repeated,
            Map<String, Field> fields,
            Map<String, String> constants) {

        List<String> columns() {
            return fields.values().stream().flatMap(Field::columns).toList();
        }

        String text(String what, Row row) {
            Field field = fields.get(what);
            return field == null ? constants.getOrDefault(what, "") : field.in(row);
        }
    }

    /** One station and measurement day per row. */
    record DailyFile(String file, AirFeed feed) {}

    /** A region's ISO 3166-2 code and what people call it. */
    record RegionName(String code, String label) {}

    /** All layouts that this module knows. */
    static List<Layout> shipped() {
        return StreamSupport.stream(FeedForm.resource("layouts.json").spliterator(), false)
                .map(Layout::of)
                .toList();
    }

    private static Layout of(JsonNode form) {
        List<DailyFile> daily = new ArrayList<>();
        form.path("daily")
                .forEach(file ->
                        daily.add(new DailyFile(file.path("file").asText(), feed((ObjectNode) file.path("feed")))));
        SortedMap<String, RegionName> regions = new TreeMap<>();
        form.path("regions")
                .properties()
                .forEach(region -> regions.put(
                        region.getKey(),
                        new RegionName(
                                region.getValue().path("code").asText(),
                                region.getValue().path("label").asText())));
        return new Layout(form.path("title").asText(), stations(form.path("stations")), daily, regions);
    }

    private static AirFeed feed(ObjectNode form) {
        return FeedForm.read(form, AssetTypes.builtIn(), (pointer, problem, advice) -> {
                    throw new IllegalStateException(pointer + " " + problem);
                })
                .orElseThrow();
    }

    private static StationFile stations(JsonNode form) {
        AirFeed.Format format = form.path("format").asText().equals("json") ? AirFeed.Format.JSON : AirFeed.Format.CSV;
        AirFeed.Table table = new AirFeed.Table(
                format,
                form.path("delimiter").asText(",").charAt(0),
                '.',
                form.path("trailing").asBoolean(),
                form.path("rows").asText());
        SortedMap<String, Field> fields = new TreeMap<>();
        Stream.of("code", "label", "province", "region")
                .filter(form::has)
                .forEach(what -> fields.put(what, Field.of(form.path(what).asText())));
        SortedMap<String, String> constants = new TreeMap<>();
        form.path("constants")
                .properties()
                .forEach(one -> constants.put(one.getKey(), one.getValue().asText()));
        return new StationFile(
                form.path("file").asText(), table, form.path("repeated").asBoolean(), fields, constants);
    }

    /** The files that a folder lacks. */
    List<String> missingIn(Path folder) {
        return Stream.concat(Stream.of(stations.file()), daily.stream().map(DailyFile::file))
                .filter(pattern -> files(folder, pattern).isEmpty())
                .toList();
    }

    /** The files of a folder that a pattern means, sorted by name. */
    static List<Path> files(Path folder, String pattern) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
            return StreamSupport.stream(found.spliterator(), false)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
