package io.citytwin.rules.verify;

import io.citytwin.core.model.Quantity;
import io.citytwin.rules.internal.backtest.BacktestPage;
import io.citytwin.rules.internal.backtest.BacktestText;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What came of a backtest. Immutable.
 *
 * @param subject what was replayed
 * @param runs one, or the older version and the newer one
 * @param measures all that the rules order, in the order of their names
 * @param first where two versions part first; empty if they never do, or there is only one
 * @param law what changed between the two versions; empty if there is only one
 */
public record BacktestReport(
        Subject subject,
        List<BacktestRun> runs,
        List<BacktestMeasure> measures,
        Optional<BacktestDifference> first,
        LawDiff law) {

    /** Copies the lists. */
    public BacktestReport {
        runs = List.copyOf(runs);
        measures = List.copyOf(measures);
    }

    /**
     * What was replayed. Immutable.
     *
     * @param air where the readings come from
     * @param regulation its id
     * @param level name of its level
     * @param states of the level, lowest first
     * @param firstDay first day
     * @param lastDay last day, inclusive
     * @param reading what the level looks at, and its limit over time
     * @param people who is affected
     * @param counts how many of each kind of asset there are, of those that measures are about
     * @param factors what turns hours into emissions
     */
    public record Subject(
            String air,
            String regulation,
            String level,
            List<String> states,
            LocalDate firstDay,
            LocalDate lastDay,
            Optional<Reading> reading,
            BacktestPopulation people,
            SortedMap<String, Long> counts,
            BacktestFactors factors) {

        /** Copies the collections. */
        public Subject {
            states = List.copyOf(states);
            counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        }
    }

    /**
     * What a level looks at. Immutable.
     *
     * @param indicator its name
     * @param limits first day to the limit from then on, under the newer version
     */
    public record Reading(String indicator, SortedMap<LocalDate, Quantity> limits) {

        /** Copies the map. */
        public Reading {
            limits = Collections.unmodifiableSortedMap(new TreeMap<>(limits));
        }
    }

    /**
     * The version that was to be tried.
     *
     * @return the newer one
     */
    public BacktestRun candidate() {
        return runs.get(runs.size() - 1);
    }

    /**
     * The days on which the two versions differ in an area.
     *
     * @param area position of the area
     * @return none if there is only one version
     */
    public List<LocalDate> differingDays(int area) {
        List<BacktestDay> older = runs.get(0).areas().get(area).days();
        List<BacktestDay> newer = candidate().areas().get(area).days();
        return IntStream.range(0, newer.size())
                .filter(day -> !older.get(day).holdsLike(newer.get(day)))
                .mapToObj(day -> newer.get(day).date())
                .toList();
    }

    /**
     * For a terminal.
     *
     * @return tables, the first difference and what changed in law
     */
    public String text() {
        return BacktestText.of(this);
    }

    /**
     * A page that needs no network.
     *
     * @return HTML with pictures; each number in it stands in {@link #text} too
     */
    public String html() {
        return BacktestPage.of(this);
    }

    @Override
    public String toString() {
        return text();
    }
}
