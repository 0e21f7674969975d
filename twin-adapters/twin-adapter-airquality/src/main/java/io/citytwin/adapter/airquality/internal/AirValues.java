package io.citytwin.adapter.airquality.internal;

import io.citytwin.adapter.airquality.AirError;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.spi.Recording.RefusedRow;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The values of one or more files, one for each station, property and moment. For one thread at a time. */
public final class AirValues {

    private final boolean repeatsAllowed;
    // In the order of the file, which is nearly sorted: that makes a sort cheap.
    private final Map<Place, Said> byPlace = new LinkedHashMap<>();

    private record Place(TwinId station, String property, Instant moment) {}

    private record Said(AirValue value, String file, long line, String raw) {}

    /**
     * No values yet.
     *
     * @param repeatsAllowed whether the same row may come twice
     */
    public AirValues(boolean repeatsAllowed) {
        this.repeatsAllowed = repeatsAllowed;
    }

    /**
     * Adds what a row says.
     *
     * @param file that it stands in
     * @param row where it stands
     * @param told what it says, and of which twin
     * @param refused told of an earlier row that gives way
     * @throws CityTwinException {@code A107} or {@code A110} if the row gives way to an earlier one
     */
    public void add(String file, Row row, Told told, Consumer<RefusedRow> refused) {
        AirValue value = told.value();
        Place place = new Place(
                told.twin(), value.measure().property(), value.moment().start());
        Said fresh = new Said(value, file, row.line(), row.raw());
        Said first = byPlace.putIfAbsent(place, fresh);
        if (first == null) {
            return;
        }
        boolean fills = repeatsAllowed && value.isUsable() && !first.value().isUsable();
        if (first.value().method().equals(value.method()) && !fills) {
            if (!repeatsAllowed || !isSame(first.value(), value)) {
                throw twice(first.value(), value);
            }
        } else if (isBetter(value, first.value())) {
            byPlace.put(place, fresh);
            CityTwinException gone = first.value().method().equals(value.method())
                    ? twice(value, first.value())
                    : givesWay(first.value(), value);
            refused.accept(
                    new RefusedRow(first.file(), first.line(), gone.code().id(), gone.problem(), first.raw()));
        } else {
            throw givesWay(value, first.value());
        }
    }

    /**
     * What a row says of a twin. Immutable.
     *
     * @param twin of the station
     * @param value what it says
     */
    public record Told(TwinId twin, AirValue value) {}

    private static CityTwinException twice(AirValue counts, AirValue other) {
        return new CityTwinException(
                AirError.TWICE,
                "Station `" + counts.station() + "` already has `" + counts.text() + "` on `" + counts.moment()
                        + "`, and here `" + other.text() + "`.",
                "Maybe delete one of the rows.");
    }

    private static boolean isSame(AirValue one, AirValue other) {
        return one.value().equals(other.value()) && one.quality() == other.quality();
    }

    private static boolean isBetter(AirValue value, AirValue than) {
        return value.isUsable() != than.isUsable()
                ? value.isUsable()
                : value.measure().rank() < than.measure().rank();
    }

    private static CityTwinException givesWay(AirValue loser, AirValue winner) {
        return new CityTwinException(
                AirError.OTHER_METHOD,
                "`" + loser.method() + "` gives way: `" + winner.method() + "` measured `" + winner.text() + "` at `"
                        + winner.station() + "` on `" + winner.moment() + "`.",
                "Maybe change the ranks of the feed's pollutants.");
    }

    /** All values, each made into an observation. */
    public List<Observation> observations(Function<Told, Observation> form) {
        return byPlace.entrySet().stream()
                .map(entry -> form.apply(
                        new Told(entry.getKey().station(), entry.getValue().value())))
                .toList();
    }

    /** Whether a property has a value anywhere. */
    public boolean hasValue(String property) {
        return byPlace.values().stream()
                .anyMatch(said -> said.value().measure().property().equals(property)
                        && said.value().value().isPresent());
    }

    /** The stations that measure a property, were it only to say that a value is missing. */
    public Set<TwinId> stations(String property) {
        return byPlace.keySet().stream()
                .filter(place -> place.property().equals(property))
                .map(Place::station)
                .collect(Collectors.toSet());
    }
}
