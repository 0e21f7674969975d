package io.citytwin.rules.internal.check;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.internal.verify.CaseRunner;
import io.citytwin.rules.internal.verify.City;
import io.citytwin.rules.regulation.Regulation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Runs all checks on folders that load. Safe for use by many threads. */
public final class Checks {

    private static final List<Check> ALL = List.of(
            new StaleCheck(),
            new UnusedCheck(),
            new UnreachableCheck(),
            new ShadowCheck(),
            new LiftCheck(),
            new UndecidedCheck(),
            new BoundaryCheck());

    private final List<Regulation> loaded;
    private final Checked.Settings settings;

    /**
     * Checks that look at some regulations together.
     *
     * @param loaded all of them
     * @param assets the city's asset types
     * @param calendar time zone and holidays
     * @param today the day from which ages are counted
     * @param staleAfter days after which values should be read again
     */
    public Checks(
            Collection<Regulation> loaded, AssetTypes assets, CivilCalendar calendar, LocalDate today, int staleAfter) {
        this.loaded = List.copyOf(loaded);
        this.settings = new Checked.Settings(assets, calendar, today, staleAfter);
    }

    /**
     * Looks at one regulation and its cases.
     *
     * @param regulation one of those loaded
     * @return all problems, in the order of their places
     */
    public List<Problem> of(Regulation regulation) {
        City city = City.of(loaded, settings.assets(), settings.calendar()).around(regulation);
        List<Problem> problems = new ArrayList<>(new CaseRunner(city).check());
        Checked folder = new Checked(
                regulation,
                loaded.stream()
                        .collect(Collectors.toMap(Regulation::id, one -> one, (first, second) -> first, TreeMap::new)),
                settings);
        ALL.forEach(check -> check.check(folder, problems::add));
        return problems.stream().distinct().sorted().toList();
    }
}
