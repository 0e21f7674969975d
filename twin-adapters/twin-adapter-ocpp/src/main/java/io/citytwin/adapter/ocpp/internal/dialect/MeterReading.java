package io.citytwin.adapter.ocpp.internal.dialect;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a meter showed at one moment. Immutable.
 *
 * @param power in kW
 * @param energy of the register, in kWh
 * @param problems what cannot be used, and why
 */
public record MeterReading(Optional<BigDecimal> power, Optional<BigDecimal> energy, List<String> problems) {

    static final String POWER = "Power.Active.Import";
    static final String ENERGY = "Energy.Active.Import.Register";
    private static final int MOST_DIGITS = 15;
    private static final int DECIMALS = 9;

    /** Copies the list. */
    public MeterReading {
        problems = List.copyOf(problems);
    }

    /**
     * Puts numbers together: the one for all phases, or else the sum of the phases. Nothing is concluded from other
     * numbers: from no difference of registers a power, from no current a power.
     *
     * @param samples of one moment
     * @return what they say
     */
    public static MeterReading of(List<Sample> samples) {
        List<String> problems = new ArrayList<>();
        Optional<BigDecimal> power = total(samples, POWER, MeterReading::kilowatts, problems);
        Optional<BigDecimal> energy = total(samples, ENERGY, MeterReading::kilowattHours, problems);
        return new MeterReading(power, energy, problems);
    }

    private static Optional<BigDecimal> total(
            List<Sample> samples,
            String measurand,
            Function<Sample, Optional<BigDecimal>> conversion,
            List<String> to) {
        Map<String, BigDecimal> phases = new LinkedHashMap<>();
        Optional<BigDecimal> whole = Optional.empty();
        for (Sample sample : samples) {
            if (!sample.measurand().equals(measurand)) {
                continue;
            }
            Optional<BigDecimal> amount = conversion.apply(sample);
            if (amount.isEmpty()) {
                to.add("`" + measurand + "` of `" + sample.amount() + "` has the unit `"
                        + sample.unit().orElse("") + "`, which is none of it.");
            } else if (sample.phase().isEmpty()) {
                whole = amount;
            } else {
                phase(sample.phase().get()).ifPresent(name -> phases.put(name, amount.get()));
            }
        }
        Optional<BigDecimal> sum = phases.values().stream().reduce(BigDecimal::add);
        return (whole.isPresent() ? whole : sum).map(amount -> round(amount));
    }

    /** Between two phases and of the neutral wire nothing is summed. */
    private static Optional<String> phase(String name) {
        String plain = name.endsWith("-N") ? name.substring(0, 2) : name;
        return plain.matches("L[123]") ? Optional.of(plain) : Optional.empty();
    }

    private static Optional<BigDecimal> kilowatts(Sample sample) {
        return switch (sample.unit().orElse("")) {
            case "kW" -> Optional.of(sample.amount());
            case "W" -> Optional.of(sample.amount().movePointLeft(3));
            default -> Optional.empty();
        };
    }

    /** The protocol says that an energy without a unit is in Wh; of a power it says nothing. */
    private static Optional<BigDecimal> kilowattHours(Sample sample) {
        return switch (sample.unit().orElse("Wh")) {
            case "kWh" -> Optional.of(sample.amount());
            case "Wh" -> Optional.of(sample.amount().movePointLeft(3));
            default -> Optional.empty();
        };
    }

    /**
     * Whether a number is one that a meter can show.
     *
     * @param amount any number
     * @return false if it has too many digits
     */
    public static boolean isUsual(BigDecimal amount) {
        return Math.abs((long) amount.scale()) <= 30 && (long) amount.precision() - amount.scale() <= MOST_DIGITS;
    }

    private static BigDecimal round(BigDecimal amount) {
        return amount.scale() > DECIMALS ? amount.setScale(DECIMALS, RoundingMode.HALF_UP) : amount;
    }
}
