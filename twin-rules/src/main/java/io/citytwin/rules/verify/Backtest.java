package io.citytwin.rules.verify;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.spi.Recording;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.internal.backtest.Comparing;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Replays recorded air through one or two versions of a regulation and says what would have been ordered of whom.
 * Immutable.
 *
 * @param recording the air
 * @param candidate the version to try
 * @param against the version to compare it with
 * @param people who is affected
 * @param factors what turns hours into emissions
 * @param calendar time zone and holidays
 */
public record Backtest(
        Recording recording,
        BacktestVersion candidate,
        Optional<BacktestVersion> against,
        BacktestPopulation people,
        BacktestFactors factors,
        CivilCalendar calendar) {

    private static final long SEED = 20;

    /**
     * A backtest of one version, with a made-up population, without emission factors, in the civil time of Rome.
     *
     * @param recording the air
     * @param candidate the version to try
     * @return a backtest
     */
    public static Backtest of(Recording recording, BacktestVersion candidate) {
        return new Backtest(
                recording,
                candidate,
                Optional.empty(),
                BacktestPopulation.madeUp(recording, SEED),
                BacktestFactors.none(),
                CivilCalendar.italy());
    }

    /**
     * Compares with another version.
     *
     * @param other the older one
     * @return another backtest
     */
    public Backtest against(BacktestVersion other) {
        return new Backtest(recording, candidate, Optional.of(other), people, factors, calendar);
    }

    /**
     * Takes another population.
     *
     * @param affected who is affected
     * @return another backtest
     */
    public Backtest among(BacktestPopulation affected) {
        return new Backtest(recording, candidate, against, affected, factors, calendar);
    }

    /**
     * Estimates emissions.
     *
     * @param given what turns hours into emissions
     * @return another backtest
     */
    public Backtest with(BacktestFactors given) {
        return new Backtest(recording, candidate, against, people, given, calendar);
    }

    /**
     * Replays. The recording is told from its beginning, so that runs of days that began earlier count.
     *
     * @param first first day to report
     * @param last last day to report, inclusive
     * @return what came of it; the same for the same arguments
     * @throws CityTwinException {@code R330} if no area of the recording carries a level of the regulation, {@code C108}
     *     if the days are swapped
     */
    public BacktestReport run(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            throw new CityTwinException(
                    CoreError.ORDER, "`" + last + "` is before `" + first + "`.", "Maybe the two are swapped.");
        }
        return new Comparing(this, first.datesUntil(last.plusDays(1)).toList()).report();
    }
}
