package io.citytwin.rules.verify;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.bundle.BundleReport;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.internal.check.Checks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that can be said of regulation folders without asking their author: what the loader refuses, cases that
 * cannot be understood, and in folders that load, values that nobody verified for long, declarations that nothing uses,
 * rules that can never fire or never matter, lifts that lift nothing, actuators that two rules fight for, and boundaries
 * that cases show from one side only. Immutable.
 *
 * <p>What it warns of is so. Where an answer would take too long, it says nothing.
 *
 * @param bundle whose uppermost folders are looked at, together with all below them
 * @param today the day from which ages are counted
 * @param staleAfter days after which values should be read against their sources again
 * @param assets the city's asset types
 * @param calendar time zone and holidays
 */
public record FolderCheck(
        RegulationBundle bundle, LocalDate today, int staleAfter, AssetTypes assets, CivilCalendar calendar) {

    /** In days, unless the caller says otherwise: smog and heating law changes with each winter. */
    public static final int STALE_AFTER = 365;

    /**
     * A check with the built-in asset types and the civil calendar of Rome.
     *
     * @param bundle whose uppermost folders are looked at, together with all below them
     * @param today the day from which ages are counted; a test gives a fixed one
     * @return a check that nobody ran yet
     */
    public static FolderCheck of(RegulationBundle bundle, LocalDate today) {
        return new FolderCheck(bundle, today, STALE_AFTER, AssetTypes.builtIn(), CivilCalendar.italy());
    }

    /**
     * The same with another span after which values are stale.
     *
     * @param days from the day they were verified on
     * @return a check that nobody ran yet
     */
    public FolderCheck staleAfter(int days) {
        return new FolderCheck(bundle, today, days, assets, calendar);
    }

    /**
     * Looks at the folders.
     *
     * @return all problems, in the order of their places
     */
    public BundleReport run() {
        RegulationBundle.Part top = bundle.top();
        Checks checks = new Checks(bundle.regulations(), assets, calendar, today, staleAfter);
        List<Problem> problems = new ArrayList<>(top.report().problems());
        top.regulations().forEach(regulation -> problems.addAll(checks.of(regulation)));
        return new BundleReport(
                problems.stream().distinct().sorted().toList(), top.report().folders());
    }
}
