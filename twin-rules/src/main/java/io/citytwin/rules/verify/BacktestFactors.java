package io.citytwin.rules.verify;

import io.citytwin.rules.internal.backtest.FactorFile;
import io.citytwin.rules.regulation.Confidence;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What turns hours into emissions. Nothing is assumed: without factors, a report tells activity only. Immutable.
 *
 * @param factors in file order
 */
public record BacktestFactors(List<Factor> factors) {

    /** Copies the list. */
    public BacktestFactors {
        factors = List.copyOf(factors);
    }

    /**
     * No factors.
     *
     * @return an empty list
     */
    public static BacktestFactors none() {
        return new BacktestFactors(List.of());
    }

    /**
     * Reads a table with the columns {@code class, value, unit, source, confidence}.
     *
     * @param file CSV, UTF-8, with commas
     * @return its factors
     * @throws io.citytwin.core.error.CityTwinException {@code R331} if a row cannot be used, {@code C111} if there is no
     *     such file
     */
    public static BacktestFactors read(Path file) {
        return new BacktestFactors(FactorFile.read(file));
    }

    /** What a factor is. Of a ban, distance of an hour times grams; of a setting, energy of a kelvin hour times grams. */
    public enum Per {
        GRAM_PER_KILOMETRE("g/km"),
        KILOMETRE_PER_HOUR("km/h"),
        GRAM_PER_KILOWATT_HOUR("g/kWh"),
        KILOWATT_HOUR_PER_KELVIN_HOUR("kWh/Kh");

        private final String symbol;

        Per(String symbol) {
            this.symbol = symbol;
        }

        /**
         * Finds a unit.
         *
         * @param symbol as in files
         * @return the unit, or empty
         */
        public static Optional<Per> of(String symbol) {
            return Arrays.stream(values())
                    .filter(one -> one.symbol.equals(symbol))
                    .findFirst();
        }

        @Override
        public String toString() {
            return symbol;
        }
    }

    /**
     * A factor. Immutable.
     *
     * @param assetType of those it is about
     * @param values that they must have; more of them win over fewer
     * @param value the factor
     * @param per its unit
     * @param source where it stands
     * @param confidence how it was read
     */
    public record Factor(
            String assetType,
            SortedMap<String, String> values,
            BigDecimal value,
            Per per,
            String source,
            Confidence confidence) {

        /** Copies the map. */
        public Factor {
            values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        }

        /**
         * Whom it is about.
         *
         * @return as in the file
         */
        public String name() {
            StringBuilder name = new StringBuilder(assetType);
            values.forEach((property, text) ->
                    name.append(' ').append(property).append('=').append(text));
            return name.toString();
        }
    }

    /**
     * The factor for a class of twins.
     *
     * @param share whose values count
     * @param per the unit wanted
     * @return the one that asks for most of its values, the first of several; empty if none fits
     */
    public Optional<Factor> find(BacktestShare share, Per per) {
        return factors.stream()
                .filter(factor -> factor.per() == per)
                .filter(factor -> factor.assetType().equals(share.measure().assetType()))
                .filter(factor -> holds(factor.values(), share.values()))
                .max(Comparator.comparingInt(factor -> factor.values().size()));
    }

    private static boolean holds(Map<String, String> wanted, Map<String, String> given) {
        return given.entrySet().containsAll(wanted.entrySet());
    }
}
