package io.citytwin.rules.verify;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.verify.CaseRunner;
import io.citytwin.rules.internal.verify.City;
import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.regulation.Regulation;
import java.util.List;

/** Runs the cases of regulation folders. Safe for use by many threads. */
public final class Cases {

    private Cases() {}

    /**
     * Runs the cases of one regulation, with the built-in asset types and the civil calendar of Rome.
     *
     * @param bundle holds the regulations that it uses
     * @param regulation whose cases are run
     * @return what came of them; a failure if there are none
     */
    public static CaseReport run(RegulationBundle bundle, Regulation regulation) {
        return run(bundle, regulation, AssetTypes.builtIn(), CivilCalendar.italy());
    }

    /**
     * Runs the cases of one regulation.
     *
     * @param bundle holds the regulations that it uses
     * @param regulation whose cases are run
     * @param assets all types that twins may have
     * @param calendar time zone and holidays
     * @return what came of them; a failure if there are none
     */
    public static CaseReport run(
            RegulationBundle bundle, Regulation regulation, AssetTypes assets, CivilCalendar calendar) {
        CaseReport report =
                new CaseRunner(City.of(bundle.regulations(), assets, calendar).around(regulation)).run();
        return report.results().isEmpty() && report.problems().isEmpty()
                ? report.and(nothing(CaseRunner.folder(regulation) + "regulation.yaml", regulation.id()))
                : report;
    }

    /**
     * Runs the cases of all regulations, with the built-in asset types and the civil calendar of Rome. A folder without
     * provisions needs no cases.
     *
     * @param bundle whose regulations are run
     * @return what came of them; a failure if there are none
     */
    public static CaseReport runAll(RegulationBundle bundle) {
        CaseReport all = bundle.regulations().stream()
                .filter(one -> !one.provisions().isEmpty() || !one.cases().isEmpty())
                .map(one -> run(bundle, one))
                .reduce(CaseReport.none(), CaseReport::and);
        return all.results().isEmpty() && all.problems().isEmpty() ? all.and(nothing("", "the bundle")) : all;
    }

    private static CaseReport nothing(String file, String of) {
        Problem problem = Problem.error(
                RulesError.NO_CASES,
                new Place(file, 1, 1),
                "`" + of + "` has no case.",
                "Maybe add one to the folder's cases/, as a file whose name ends in .yaml.");
        return new CaseReport(List.of(), List.of(problem), List.of(), List.of());
    }
}
