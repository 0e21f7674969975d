package io.citytwin.adapter.airquality;

import io.citytwin.adapter.airquality.Layout.DailyFile;
import io.citytwin.adapter.airquality.internal.AirValue;
import io.citytwin.adapter.airquality.internal.AirValues;
import io.citytwin.adapter.airquality.internal.Row;
import io.citytwin.adapter.airquality.internal.RowReader;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.spi.Recording.RefusedRow;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The daily values of one folder. For one thread at a time. */
final class DailyValues {

    private static final ZoneId CIVIL = ZoneId.of("Europe/Rome");
    private static final LocalTime RECEIVED = LocalTime.of(10, 0);
    // What counts for the mean of an area is its particles.
    private static final String COUNTED = "pm10";
    private static final Comparator<Observation> ORDER = Comparator.comparing(Observation::receivedAt)
            .thenComparing(Observation::twin)
            .thenComparing(Observation::property)
            .thenComparing(Observation::measuredAt);

    private final Stations stations;
    private final String source;
    private final List<RefusedRow> refused;
    private final AirValues values = new AirValues(false);

    DailyValues(Stations stations, String source, List<RefusedRow> refused) {
        this.stations = stations;
        this.source = source;
        this.refused = refused;
    }

    void read(Path folder, DailyFile daily) {
        Layout.files(folder, daily.file()).forEach(path -> read(path, daily.feed()));
    }

    private void read(Path path, AirFeed feed) {
        RowReader reader = new RowReader(feed, AirSensors.none());
        String file = String.valueOf(path.getFileName());
        ArchiveFile.open(path, feed.table(), reader.columns())
                .forEach(row -> reader.read(row).ifPresent(value -> add(file, row, value)), refused::add);
        boolean commas = refused.stream()
                .anyMatch(row -> row.file().equals(file) && row.code().equals(AirError.DECIMAL_COMMA.id()));
        boolean numbers = feed.measures().values().stream().anyMatch(one -> values.hasValue(one.property()));
        if (commas && !numbers) {
            throw new CityTwinException(
                    CoreError.ARCHIVE,
                    "The numbers of `" + file + "` have a decimal comma.",
                    "Maybe export it again with `,` between the cells and `.` in numbers.");
        }
    }

    private void add(String file, Row row, AirValue value) {
        TwinId station = stations.find(value.station())
                .orElseThrow(() -> new CityTwinException(
                        AirError.UNKNOWN_STATION,
                        "Station `" + value.station() + "` is not in the file of stations.",
                        "Maybe add it there."));
        values.add(file, row, new AirValues.Told(station, value), refused::add);
    }

    List<Observation> observations() {
        Map<LocalDate, Instant> mornings = new HashMap<>();
        return values
                .observations(told -> observation(
                        told, mornings.computeIfAbsent(told.value().moment().day(), DailyValues::morningAfter)))
                .stream()
                .sorted(ORDER)
                .toList();
    }

    private static Instant morningAfter(LocalDate day) {
        return day.plusDays(1).atTime(RECEIVED).atZone(CIVIL).toInstant();
    }

    private Observation observation(AirValues.Told told, Instant received) {
        AirValue value = told.value();
        return new Observation(
                told.twin(),
                value.measure().property(),
                value.value(),
                value.moment().start(),
                received,
                source,
                value.quality());
    }

    /** The stations that measure what counts, were it only to say that a value is missing. */
    Set<TwinId> stations() {
        return values.stations(COUNTED);
    }
}
