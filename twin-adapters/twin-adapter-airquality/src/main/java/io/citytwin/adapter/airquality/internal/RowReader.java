package io.citytwin.adapter.airquality.internal;

import io.citytwin.adapter.airquality.AirError;
import io.citytwin.adapter.airquality.AirFeed;
import io.citytwin.adapter.airquality.AirSensors;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.NearestName;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads rows as a feed describes them. For one thread at a time. */
public final class RowReader {

    private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d+,\\d+");
    private static final Pattern LONG_FRACTION = Pattern.compile("-?\\d{1,18}\\.\\d{13,30}");
    private static final int MOST_DIGITS = 12;

    private final AirFeed feed;
    private final AirSensors sensors;
    private final Moment.Reader moments;
    private final Field station;
    private final Field value;
    private final Field date;
    private final Optional<Field> time;
    private final Optional<Field> pollutant;
    private final Optional<Field> unit;
    private final Optional<Field> flag;

    /**
     * A reader.
     *
     * @param feed how rows are written
     * @param sensors asked if the feed speaks of sensors
     */
    public RowReader(AirFeed feed, AirSensors sensors) {
        this.feed = feed;
        this.sensors = sensors;
        AirFeed.Columns columns = feed.columns();
        moments = new Moment.Reader(feed.dates());
        station = Field.of(columns.station());
        value = Field.of(columns.value());
        date = Field.of(columns.date());
        time = columns.time().map(Field::of);
        pollutant = columns.pollutant().map(Field::of);
        unit = columns.unit().map(Field::of);
        flag = columns.flag().map(Field::of);
    }

    /** The columns that a table must have. */
    public List<String> columns() {
        List<String> columns = new ArrayList<>(feed.only().keySet());
        Stream.of(Optional.of(station), Optional.of(value), Optional.of(date), time, pollutant, unit, flag)
                .flatMap(Optional::stream)
                .flatMap(Field::columns)
                .forEach(columns::add);
        return columns.stream().distinct().toList();
    }

    /**
     * What a row says.
     *
     * @param row any
     * @return empty if the feed says to pass it over
     * @throws CityTwinException if it makes no sense
     */
    public Optional<AirValue> read(Row row) {
        for (Map.Entry<String, String> wanted : feed.only().entrySet()) {
            if (!row.text(wanted.getKey()).equals(wanted.getValue())) {
                return Optional.empty();
            }
        }
        String code = station.in(row);
        if (!feed.sensors()) {
            return value(
                    row, code, pollutant.map(field -> field.in(row)).orElseGet(this::onlyPollutant), Optional.empty());
        }
        AirSensors.Sensor sensor = sensors.find(code)
                .orElseThrow(() -> new CityTwinException(
                        AirError.SENSOR,
                        "Sensor `" + code + "` is not in the registry of sensors.",
                        "Maybe the registry is older than the sensor."));
        return value(row, sensor.station(), sensor.pollutant(), Optional.of(sensor.unit()));
    }

    private String onlyPollutant() {
        return feed.measures().firstKey();
    }

    private Optional<AirValue> value(Row row, String code, String word, Optional<String> sensorsUnit) {
        AirFeed.Measure measure = feed.measures().get(word);
        if (measure == null) {
            if (feed.ignored().contains(word)) {
                return Optional.empty();
            }
            throw unknown(word);
        }
        sensorsUnit
                .or(() -> unit.map(field -> field.in(row)))
                .filter(said -> !said.isEmpty())
                .ifPresent(said -> check(said, measure));
        return Optional.of(
                new AirValue(code, word, measure, number(value.in(row), measure), moment(row, measure), quality(row)));
    }

    private Moment moment(Row row, AirFeed.Measure measure) {
        String day = date.in(row);
        String text = time.isPresent() ? day + " " + time.get().in(row) : day;
        return measure.mean() == AirFeed.Mean.DAY ? moments.day(text) : moments.moment(text);
    }

    private Quality quality(Row row) {
        String said = flag.map(field -> field.in(row)).orElse("");
        if (said.isEmpty()) {
            return feed.quality();
        }
        Quality quality = feed.flags().get(said);
        if (quality == null) {
            throw new CityTwinException(
                    AirError.FLAG,
                    "The flag `" + said + "` is not explained.",
                    "Maybe add it to the feed's flags: " + feed.flags().keySet() + ".");
        }
        return quality;
    }

    private CityTwinException unknown(String word) {
        List<String> names = Stream.concat(feed.measures().keySet().stream(), feed.ignored().stream())
                .toList();
        return new CityTwinException(
                AirError.POLLUTANT,
                "`" + word + "` is no pollutant of this feed.",
                NearestName.to(word, names)
                        .map(near -> "Maybe `" + near + "`.")
                        .orElse("Maybe add it to those that are ignored."));
    }

    private void check(String said, AirFeed.Measure measure) {
        String word = Wording.unit(said);
        Optional<Unit> known = Optional.ofNullable(feed.units().get(word))
                .or(() -> Unit.isKnown(said) ? Optional.of(Unit.of(said)) : Optional.empty())
                .or(() -> Optional.of(word.replace('\u03BC', 'u'))
                        .filter(Unit::isKnown)
                        .map(Unit::of));
        if (known.filter(measure.unit()::equals).isEmpty()) {
            throw new CityTwinException(
                    AirError.UNIT,
                    "The value is in `" + said + "`, and `" + measure.property() + "` in `" + measure.unit() + "`.",
                    "Maybe add the feed's word to its units; nothing is converted.");
        }
    }

    private Optional<Value> number(String text, AirFeed.Measure measure) {
        if (feed.missing().contains(text)) {
            return Optional.empty();
        }
        Quantity quantity = quantity(text, measure.unit());
        // Some write the mark of a missing value with decimals.
        if (feed.missing().contains(quantity.amount().toPlainString())) {
            return Optional.empty();
        }
        if (quantity.amount().signum() < 0 || quantity.amount().compareTo(measure.highest()) > 0) {
            throw new CityTwinException(
                    AirError.RANGE,
                    "`" + quantity + "` is not between `0` and `" + measure.highest() + "`.",
                    "Maybe it stands for a missing value: leave the cell empty.");
        }
        return Optional.of(quantity);
    }

    private Quantity quantity(String text, Unit unit) {
        String plain = feed.table().decimal() == ',' ? text.replace('.', '?').replace(',', '.') : text;
        // A mean that a program wrote with all the digits it had.
        if (LONG_FRACTION.matcher(plain).matches()) {
            return new Quantity(new BigDecimal(plain).setScale(MOST_DIGITS, RoundingMode.HALF_EVEN), unit);
        }
        try {
            return Quantity.of(plain, unit);
        } catch (CityTwinException e) {
            AirError error = DECIMAL_COMMA.matcher(text).matches() ? AirError.DECIMAL_COMMA : AirError.NUMBER;
            throw new CityTwinException(error, "`" + text + "` is not a plain decimal number.", e.advice(), e);
        }
    }
}
