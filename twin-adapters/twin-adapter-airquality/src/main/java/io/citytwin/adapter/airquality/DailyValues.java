package io.citytwin.adapter.airquality;

import io.citytwin.adapter.airquality.Layout.DailyFile;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.spi.Recording.RefusedRow;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The daily values of one folder. For one thread at a time. */
final class DailyValues {

    private static final ZoneId CIVIL = ZoneId.of("Europe/Rome");
    private static final LocalTime RECEIVED = LocalTime.of(10, 0);
    // Four digits exactly: the year +999999999 has no next day.
    private static final DateTimeFormatter ISO_DATE = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4)
            .appendPattern("-MM-dd")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d+,\\d+");
    private static final Comparator<Observation> ORDER = Comparator.comparing(Observation::receivedAt)
            .thenComparing(Observation::twin)
            .thenComparing(Observation::property)
            .thenComparing(Observation::measuredAt);

    private final Stations stations;
    private final String source;
    private final List<RefusedRow> refused;
    // In the order of the file, which is nearly sorted: that makes the sort cheap.
    private final Map<Place, Observation> observations = new LinkedHashMap<>();

    // The files name few days and each of them often.
    private final Map<String, Day> days = new HashMap<>();

    private record Place(TwinId station, String property, Instant day) {}

    private record Day(LocalDate date, Instant start, Instant received) {

        static Day of(String text) {
            try {
                LocalDate date = LocalDate.parse(text, ISO_DATE);
                return new Day(
                        date,
                        date.atStartOfDay(CIVIL).toInstant(),
                        date.plusDays(1).atTime(RECEIVED).atZone(CIVIL).toInstant());
            } catch (DateTimeParseException e) {
                throw new CityTwinException(
                        AirError.DATE,
                        "`" + text + "` is not a date.",
                        "Maybe write year, month and day, such as `2019-01-31`.",
                        e);
            }
        }
    }

    DailyValues(Stations stations, String source, List<RefusedRow> refused) {
        this.stations = stations;
        this.source = source;
        this.refused = refused;
    }

    void read(Path folder, DailyFile file) {
        CsvFile.open(folder.resolve(file.file()), file.columns()).forEach(row -> add(file, row), refused::add);
        boolean commas = refused.stream()
                .anyMatch(row -> row.file().equals(file.file()) && row.code().equals(AirError.DECIMAL_COMMA.id()));
        boolean values = observations.values().stream()
                .anyMatch(known -> known.property().equals(file.property())
                        && known.value().isPresent());
        if (commas && !values) {
            throw new CityTwinException(
                    CoreError.ARCHIVE,
                    "The numbers of `" + file.file() + "` have a decimal comma.",
                    "Maybe export it again with `,` between the cells and `.` in numbers.");
        }
    }

    List<Observation> observations() {
        return observations.values().stream().sorted(ORDER).toList();
    }

    /** The stations that measure, were it only to say that a value is missing. */
    Set<TwinId> stations() {
        return observations.keySet().stream().map(Place::station).collect(Collectors.toSet());
    }

    private void add(DailyFile file, CsvFile.Row row) {
        String code = row.cell(file.station());
        TwinId station = stations.find(code)
                .orElseThrow(() -> new CityTwinException(
                        AirError.UNKNOWN_STATION,
                        "Station `" + code + "` is not in the file of stations.",
                        "Maybe add it there."));
        Day day = days.computeIfAbsent(row.cell(file.date()), Day::of);
        Observation observation = new Observation(
                station,
                file.property(),
                value(row.cell(file.value()), file),
                day.start(),
                day.received(),
                source,
                Quality.GOOD);
        Observation first = observations.putIfAbsent(new Place(station, file.property(), day.start()), observation);
        if (first != null) {
            throw new CityTwinException(
                    AirError.TWICE,
                    "Station `" + code + "` already has `" + text(first) + "` on `" + day.date() + "`, and here `"
                            + text(observation) + "`.",
                    "Maybe delete one of the rows.");
        }
    }

    private static String text(Observation observation) {
        return observation.value().map(Value::toString).orElse("missing");
    }

    private static Optional<Value> value(String text, DailyFile file) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Quantity quantity = quantity(text, Unit.of(file.unit()));
        if (quantity.amount().signum() < 0 || quantity.amount().compareTo(file.highest()) > 0) {
            throw new CityTwinException(
                    AirError.RANGE,
                    "`" + quantity + "` is not between `0` and `" + file.highest() + "`.",
                    "Maybe it stands for a missing value: leave the cell empty.");
        }
        return Optional.of(quantity);
    }

    private static Quantity quantity(String text, Unit unit) {
        try {
            return Quantity.of(text, unit);
        } catch (CityTwinException e) {
            AirError error = DECIMAL_COMMA.matcher(text).matches() ? AirError.DECIMAL_COMMA : AirError.NUMBER;
            throw new CityTwinException(error, e.problem(), e.advice(), e);
        }
    }
}
