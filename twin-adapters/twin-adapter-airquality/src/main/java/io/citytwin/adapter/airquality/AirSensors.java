package io.citytwin.adapter.airquality;

import io.citytwin.adapter.airquality.internal.Field;
import io.citytwin.adapter.airquality.internal.Row;
import io.citytwin.adapter.airquality.internal.Rows;
import io.citytwin.adapter.airquality.internal.TextOfFile;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.spi.Recording.RefusedRow;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A registry of sensors: what each measures, and at which station. Some agencies publish values by sensor. Immutable.
 *
 * @param byCode all sensors by their codes
 * @param refused rows of the registry that cannot be used
 */
public record AirSensors(SortedMap<String, Sensor> byCode, List<RefusedRow> refused) {

    /** Copies both. */
    public AirSensors {
        byCode = Collections.unmodifiableSortedMap(new TreeMap<>(byCode));
        refused = List.copyOf(refused);
    }

    /**
     * One sensor. Immutable.
     *
     * @param station the station's code
     * @param pollutant the agency's word for what it measures
     * @param unit the agency's word for the unit
     */
    public record Sensor(String station, String pollutant, String unit) {}

    /**
     * How a registry is written. Immutable.
     *
     * @param table how it is cut into rows
     * @param sensor the field with the sensor's code
     * @param station the field with the station's code
     * @param pollutant the field with what it measures
     * @param unit the field with the unit
     */
    public record Form(AirFeed.Table table, String sensor, String station, String pollutant, String unit) {

        /**
         * The registry of Lombardy.
         *
         * @param format as which it was exported
         * @return its form
         */
        public static Form lombardy(AirFeed.Format format) {
            AirFeed.Table table = new AirFeed.Table(format, ',', '.', false, "");
            return new Form(table, "idsensore", "idstazione", "nometiposensore", "unitamisura");
        }
    }

    /**
     * For feeds that name stations.
     *
     * @return a registry without sensors
     */
    public static AirSensors none() {
        return new AirSensors(new TreeMap<>(), List.of());
    }

    /**
     * Reads a registry.
     *
     * @param name for messages, such as a file's name
     * @param content UTF-8
     * @param form how it is written
     * @return its sensors
     * @throws CityTwinException {@code A109} if none of it can be read
     */
    public static AirSensors read(String name, ByteBuffer content, Form form) {
        SortedMap<String, Sensor> sensors = new TreeMap<>();
        List<RefusedRow> refused = new ArrayList<>();
        List<String> columns = Stream.of(form.sensor(), form.station(), form.pollutant(), form.unit())
                .flatMap(field -> Field.of(field).columns())
                .toList();
        Rows.of(name, form.table(), TextOfFile.of(content), columns)
                .forEach(row -> add(sensors, row, form), refused::add);
        return new AirSensors(sensors, refused);
    }

    private static void add(SortedMap<String, Sensor> sensors, Row row, Form form) {
        String code = Field.of(form.sensor()).in(row);
        Sensor sensor = new Sensor(
                Field.of(form.station()).in(row),
                Field.of(form.pollutant()).in(row),
                Field.of(form.unit()).in(row));
        if (code.isEmpty() || sensor.station().isEmpty()) {
            throw new CityTwinException(
                    AirError.SENSOR, "The row names no sensor or no station.", "Maybe it was cut off.");
        }
        Sensor first = sensors.putIfAbsent(code, sensor);
        if (first != null && !first.equals(sensor)) {
            throw new CityTwinException(
                    AirError.SENSOR,
                    "Sensor `" + code + "` is already `" + first.pollutant() + "` at `" + first.station()
                            + "`, and here `" + sensor.pollutant() + "` at `" + sensor.station() + "`.",
                    "Maybe delete one of the rows.");
        }
    }

    /**
     * Finds a sensor.
     *
     * @param code the sensor's code
     * @return empty if it is not listed
     */
    public Optional<Sensor> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }
}
