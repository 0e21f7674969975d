package io.citytwin.adapter.airquality;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Which file and which column of a folder hold what. Immutable.
 *
 * @param title what the files are and who made them
 * @param stations the file of stations
 * @param daily the files of daily values
 * @param regions the regions' names in the file of stations
 */
record Layout(String title, StationFile stations, List<DailyFile> daily, Map<String, RegionName> regions) {

    /** One station per row; all but the file are names of columns. */
    record StationFile(String file, String code, String label, String province, String region) {
        List<String> columns() {
            return List.of(code, label, province, region);
        }
    }

    /** One station and measurement day per row; station, date and value are names of columns. */
    record DailyFile(
            String file, String station, String date, String value, String property, String unit, BigDecimal highest) {
        List<String> columns() {
            return List.of(station, date, value);
        }
    }

    /** A region's ISO 3166-2 code and what people call it. */
    record RegionName(String code, String label) {}

    /** All layouts that this module knows. */
    static List<Layout> shipped() {
        try (InputStream json = Objects.requireNonNull(Layout.class.getResourceAsStream("layouts.json"))) {
            return JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .build()
                    .readValue(json, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files that a folder lacks. */
    List<String> missingIn(Path folder) {
        return Stream.concat(Stream.of(stations.file()), daily.stream().map(DailyFile::file))
                .filter(file -> !Files.isRegularFile(folder.resolve(file)))
                .toList();
    }
}
