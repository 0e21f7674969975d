package io.citytwin.core.model;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The units that properties and parameters are given in. No unit is ever guessed. Immutable. */
public enum Unit {
    ONE("1"),
    PERCENT("%"),
    MICROGRAM_PER_CUBIC_METRE("ug/m3"),
    MILLIGRAM_PER_CUBIC_METRE("mg/m3"),
    DEGREE_CELSIUS("degC"),
    KELVIN("K"),
    DEGREE_DAYS("degree-days"),
    METRE("m"),
    KILOMETRE("km"),
    SQUARE_METRE("m2"),
    WATT_PER_SQUARE_METRE("W/m2"),
    WATT_PER_SQUARE_METRE_KELVIN("W/m2K"),
    LITRE("l"),
    WATT("W"),
    KILOWATT("kW"),
    KILOWATT_HOUR("kWh"),
    MEGAWATT_HOUR("MWh"),
    GRAM_PER_KILOMETRE("g/km"),
    KILOGRAM("kg"),
    TONNE("t"),
    KILOGRAM_PER_KILOWATT_HOUR("kg/kWh"),
    TONNE_PER_MEGAWATT_HOUR("t/MWh"),
    DECIBEL_A("dB(A)"),
    LUX("lx"),
    CANDELA_PER_SQUARE_METRE("cd/m2"),
    EURO("EUR"),
    EURO_PER_KILOWATT_HOUR("EUR/kWh"),
    EURO_PER_HOUR("EUR/h"),
    MINUTES("minutes"),
    HOURS("h"),
    DAYS("days"),
    YEARS("years"),
    STARS("stars"),
    INHABITANTS("inhabitants");

    private static final Map<String, Unit> BY_SYMBOL =
            Arrays.stream(values()).collect(Collectors.toMap(Unit::symbol, Function.identity()));

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    /**
     * Finds a unit by the symbol that files use.
     *
     * @param symbol such as {@code ug/m3}
     * @return the unit
     * @throws CityTwinException {@code C102} if no unit has this symbol
     */
    public static Unit of(String symbol) {
        Unit unit = BY_SYMBOL.get(symbol);
        if (unit == null) {
            throw new CityTwinException(
                    CoreError.UNIT,
                    "`" + symbol + "` is not a known unit.",
                    "Maybe one of " + Arrays.stream(values()).map(Unit::symbol).collect(Collectors.joining(", "))
                            + ".");
        }
        return unit;
    }

    /**
     * Whether a symbol names a unit.
     *
     * @param symbol any text
     * @return true if {@link #of} would find it
     */
    public static boolean isKnown(String symbol) {
        return BY_SYMBOL.containsKey(symbol);
    }

    /**
     * The symbol that files use.
     *
     * @return such as {@code ug/m3}
     */
    public String symbol() {
        return symbol;
    }

    @Override
    public String toString() {
        return symbol;
    }
}
