package io.citytwin.core.time;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

/**
 * Makes one number of a day's readings: first one per source, then one of all sources, exactly, rounded once at the end.
 * Immutable.
 *
 * @param take how readings become one, of each source and then of all sources
 * @param decimals digits after the decimal point, 0 to 12
 * @param rounding how to round to them
 * @param capture how many sources must have data, at least 1
 */
public record DayIndicator(Take take, int decimals, RoundingMode rounding, int capture) {

    private static final int MOST_DECIMALS = 12;

    /**
     * Checks the numbers.
     *
     * @throws CityTwinException {@code C103} if decimals or capture is out of range, {@code C105} for a rounding that
     *     does not round
     */
    public DayIndicator {
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw refused("`" + decimals + "` is not a number of decimals.", "Maybe a number from 0 to 12.");
        }
        if (capture < 1) {
            throw refused("`" + capture + "` is not a number of sources.", "Maybe 1: no source says nothing.");
        }
        if (rounding == RoundingMode.UNNECESSARY) {
            throw new CityTwinException(
                    CoreError.TERM, "`" + rounding + "` does not round.", "Maybe `" + RoundingMode.HALF_UP + "`.");
        }
    }

    /**
     * The indicator of one day.
     *
     * @param day the civil day
     * @param bySource each source's usable readings of that day, all in one unit; a source without any has no data
     * @return the value, or missing if fewer than {@code capture} sources have data
     * @throws CityTwinException {@code C102} if two readings have different units
     */
    public DayValue of(LocalDate day, SortedMap<TwinId, List<Quantity>> bySource) {
        List<List<Quantity>> withData = bySource.values().stream()
                .filter(readings -> !readings.isEmpty())
                .toList();
        if (withData.size() < capture) {
            return new DayValue.Missing(
                    day,
                    "`" + withData.size() + "` of `" + bySource.size() + "` sources have data, `" + capture
                            + "` must have.");
        }
        Unit unit = withData.get(0).get(0).unit();
        Fraction all = Fraction.take(
                take,
                withData.stream().map(readings -> ofSource(readings, unit)).toList());
        return new DayValue.Known(day, new Quantity(all.rounded(decimals, rounding), unit), withData.size());
    }

    private Fraction ofSource(List<Quantity> readings, Unit unit) {
        return Fraction.take(
                take, readings.stream().map(reading -> inUnit(reading, unit)).toList());
    }

    private static Fraction inUnit(Quantity reading, Unit unit) {
        if (reading.unit() != unit) {
            throw new CityTwinException(
                    CoreError.UNIT,
                    "`" + reading + "` cannot be taken together with readings in `" + unit + "`.",
                    "Maybe convert the values where they enter; units are never guessed.");
        }
        return Fraction.whole(reading.amount());
    }

    private static CityTwinException refused(String problem, String advice) {
        return new CityTwinException(CoreError.QUANTITY, problem, advice);
    }
}
