package io.citytwin.rules.verify;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.time.DayValue;
import io.citytwin.core.time.RunLength;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Cell;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.internal.explain.Citizen;
import io.citytwin.rules.internal.explain.Drawn;
import io.citytwin.rules.internal.explain.Explainer;
import io.citytwin.rules.internal.explain.ExplanationJson;
import io.citytwin.rules.internal.explain.ExplanationText;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.register.LevelDecision;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Why a level has its state on a day, what would have given it another, and which next daily values would change it.
 * Seen from the instant at which the state of the day was due. Immutable.
 *
 * @param level which level on which day
 * @param state the state's name
 * @param decision the decision that was due for the day; empty if none was recorded
 * @param change the last change of the level by then, which gave the state; empty if it never changed
 * @param runs the runs that the level's rules count
 * @param flips what alone would have given another state: one daily value, one told value, the state of the day before
 * @param ahead the fewest next daily values that change the state, one entry for each side of a limit
 * @param zone in which explanations tell the time
 */
public record LevelExplanation(
        Cell.Level level,
        String state,
        Optional<LevelDecision> decision,
        Optional<LevelDecision> change,
        List<RunState> runs,
        List<Flip<String>> flips,
        List<Ahead> ahead,
        ZoneId zone)
        implements Explained {

    /** Copies the lists. */
    public LevelExplanation {
        runs = List.copyOf(runs);
        flips = List.copyOf(flips);
        ahead = List.copyOf(ahead);
    }

    /**
     * How far a run had come.
     *
     * @param name of the run
     * @param indicator whose days it counts
     * @param above whether it counts days above the limit, or up to it
     * @param length in days
     * @param newest the day before the decision
     * @param limit what that day was compared with, if law had any
     * @param needed the lengths that rules ask for
     */
    public record RunState(
            String name,
            String indicator,
            boolean above,
            RunLength length,
            DayValue newest,
            Optional<DatedValue> limit,
            SortedSet<BigDecimal> needed) {

        /** Copies the lengths. */
        public RunState {
            needed = Collections.unmodifiableSortedSet(new TreeSet<>(needed));
        }
    }

    /**
     * The fewest next daily values that change the state, if nothing is told and nothing announced meanwhile.
     *
     * @param indicator whose values
     * @param first the first day that has no value yet
     * @param days how many days in a row; 1 if one value alone does
     * @param value that each of them has at least, or at most
     * @param keeps one cell less: with it on the last of the days, the state stays
     * @param then the other state
     * @param inForce first day of it
     */
    public record Ahead(
            String indicator,
            LocalDate first,
            int days,
            Quantity value,
            Quantity keeps,
            String then,
            LocalDate inForce) {

        /**
         * The last of the days.
         *
         * @return the day whose value decides
         */
        public LocalDate last() {
            return first.plusDays(days - 1L);
        }
    }

    /**
     * Explains the state of a level on a day. Nothing else is asked of the engine meanwhile.
     *
     * @param engine an engine of this library
     * @param level which level on which day
     * @param asOf what of data and law to see; its moment is not looked at
     * @return reasons and flips
     * @throws io.citytwin.core.error.CityTwinException {@code R320} if no rule moves such a level of that twin
     */
    public static LevelExplanation of(RegulationEngine engine, Cell.Level level, AsOf asOf) {
        return Explainer.explain(engine, level, asOf);
    }

    @Override
    public String text(String language) {
        return ExplanationText.of(this, language);
    }

    @Override
    public String json(String language) {
        return ExplanationJson.of(this, language);
    }

    @Override
    public String svg(String language) {
        return Drawn.svg(this, language);
    }

    @Override
    public String dot(String language) {
        return Drawn.dot(this, language);
    }

    @Override
    public String citizen(String language) {
        return Citizen.of(this, language);
    }
}
