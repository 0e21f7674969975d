package io.citytwin.adapter.mqtt.internal.map;

import io.citytwin.core.model.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** From one unit to another of the same kind. Immutable. */
public final class Conversion {

    private static final int MOST_DECIMALS = 12;
    private static final Map<Unit, Scale> SCALES = scales();

    private final Scale from;
    private final Scale to;

    /** A number in a kind's first unit is factor times amount plus offset. */
    private record Scale(String kind, BigDecimal factor, BigDecimal offset) {}

    private Conversion(Scale from, Scale to) {
        this.from = from;
        this.to = to;
    }

    /**
     * Finds a conversion.
     *
     * @param from the unit that numbers come in
     * @param to the unit that they are needed in
     * @return empty if the two count different things
     */
    public static Optional<Conversion> of(Unit from, Unit to) {
        Scale one = scale(from);
        Scale other = scale(to);
        return one.kind().equals(other.kind()) ? Optional.of(new Conversion(one, other)) : Optional.empty();
    }

    /**
     * Converts.
     *
     * @param amount in the first unit
     * @return in the second one; rounded to 12 decimals where it has more
     */
    public BigDecimal apply(BigDecimal amount) {
        if (from.equals(to)) {
            return amount;
        }
        BigDecimal first = amount.multiply(from.factor()).add(from.offset()).subtract(to.offset());
        BigDecimal exact =
                to.factor().compareTo(BigDecimal.ONE) == 0 ? first : first.divide(to.factor(), MathContext.DECIMAL128);
        return exact.scale() > MOST_DECIMALS ? exact.setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN) : exact;
    }

    private static Scale scale(Unit unit) {
        return SCALES.getOrDefault(unit, new Scale(unit.symbol(), BigDecimal.ONE, BigDecimal.ZERO));
    }

    private static Map<Unit, Scale> scales() {
        Map<Unit, Scale> scales = new EnumMap<>(Unit.class);
        put(scales, Unit.ONE, "ratio", "1");
        put(scales, Unit.PERCENT, "ratio", "0.01");
        put(scales, Unit.MICROGRAM_PER_CUBIC_METRE, "mass of air", "1");
        put(scales, Unit.MILLIGRAM_PER_CUBIC_METRE, "mass of air", "1000");
        put(scales, Unit.METRE, "length", "1");
        put(scales, Unit.KILOMETRE, "length", "1000");
        put(scales, Unit.WATT, "power", "1");
        put(scales, Unit.KILOWATT, "power", "1000");
        put(scales, Unit.KILOWATT_HOUR, "energy", "1");
        put(scales, Unit.MEGAWATT_HOUR, "energy", "1000");
        put(scales, Unit.KILOGRAM, "mass", "1");
        put(scales, Unit.TONNE, "mass", "1000");
        put(scales, Unit.KILOGRAM_PER_KILOWATT_HOUR, "mass of energy", "1");
        put(scales, Unit.TONNE_PER_MEGAWATT_HOUR, "mass of energy", "1");
        put(scales, Unit.MINUTES, "time", "1");
        put(scales, Unit.HOURS, "time", "60");
        put(scales, Unit.DAYS, "time", "1440");
        put(scales, Unit.KELVIN, "temperature", "1");
        scales.put(Unit.DEGREE_CELSIUS, new Scale("temperature", BigDecimal.ONE, new BigDecimal("273.15")));
        return scales;
    }

    private static void put(Map<Unit, Scale> scales, Unit unit, String kind, String factor) {
        scales.put(unit, new Scale(kind, new BigDecimal(factor), BigDecimal.ZERO));
    }
}
