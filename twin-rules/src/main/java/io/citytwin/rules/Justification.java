package io.citytwin.rules;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.TwinId;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.regulation.Wording;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a finding rests on. Immutable.
 *
 * @param says the provision's sentence for citizens, filled in
 * @param law values in force that the rule read
 * @param readings values of twins that the rule read
 * @param levels the decisions that gave the levels among the readings, with their own reasons
 * @param margins how far each number was from the value of law it was compared with
 */
public record Justification(
        Optional<Wording> says,
        List<LawReading> law,
        List<Reading> readings,
        List<LevelDecision> levels,
        List<Margin> margins) {

    /** Copies the lists. */
    public Justification {
        law = List.copyOf(law);
        readings = List.copyOf(readings);
        levels = List.copyOf(levels);
        margins = List.copyOf(margins);
    }

    /**
     * A value of law that was read.
     *
     * @param regulation id of the regulation that declares it
     * @param parameter its name
     * @param value the value, for a table the row that matched
     * @param dated the dated value with source, dates and confidence; those of the row, if it has its own
     */
    public record LawReading(String regulation, String parameter, String value, DatedValue dated) {}

    /**
     * A value of a twin that was read.
     *
     * @param twin whose property
     * @param property the property's name
     * @param value as text with its unit; empty if it was unknown and every value gives the same
     * @param observation where it came from, if it was observed
     */
    public record Reading(TwinId twin, String property, Optional<String> value, Optional<Observation> observation) {}

    /**
     * How far a number was from what it was compared with.
     *
     * @param property the property's name
     * @param value the number
     * @param sign how it was compared, such as {@code >=}
     * @param limit what it was compared with
     */
    public record Margin(String property, BigDecimal value, String sign, BigDecimal limit) {

        /**
         * The distance.
         *
         * @return value minus limit
         */
        public BigDecimal distance() {
            return value.subtract(limit);
        }
    }
}
