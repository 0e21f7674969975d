package io.citytwin.rules.internal.check;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.Problem.Severity;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.engine.DefaultRegulationEngine;
import io.citytwin.rules.internal.engine.Law;
import io.citytwin.rules.internal.verify.CaseReplay;
import io.citytwin.rules.internal.verify.CaseRunner;
import io.citytwin.rules.internal.verify.City;
import io.citytwin.rules.regulation.Place;
import java.util.function.Consumer;

/**
 * Numbers, windows, days and rows at which an outcome can change, and which the cases show from one side only. Safe for use
 * by many threads.
 */
final class BoundaryCheck implements Check {

    @Override
    public void check(Checked folder, Consumer<Problem> problems) {
        if (folder.regulation().provisions().isEmpty()) {
            return;
        }
        if (folder.regulation().cases().isEmpty()) {
            problems.accept(new Problem(
                    RulesError.NO_CASES,
                    Severity.WARNING,
                    new Place(CaseRunner.folder(folder.regulation()) + "regulation.yaml", 1, 1),
                    "`" + folder.regulation().id() + "` has no case.",
                    "Maybe add one to the folder's cases/, as a file whose name ends in .yaml."));
            return;
        }
        Sides sides = replay(folder);
        new WindowBoundaries(folder, sides).report(problems);
        new DateBoundaries(folder, sides).report(problems);
        new RowBoundaries(folder, sides).report(problems);
    }

    private static Sides replay(Checked folder) {
        Checked.Settings settings = folder.settings();
        City city = City.of(java.util.List.copyOf(folder.loaded().values()), settings.assets(), settings.calendar())
                .around(folder.regulation());
        Sides sides = new Sides(folder);
        Law law = new Law(city.regulations(), sides);
        new CaseReplay(city, () -> new DefaultRegulationEngine(law, settings.assets(), settings.calendar(), 1)).run();
        return sides;
    }

    static Problem oneSided(Place place, String what, String advice) {
        return Checked.warning(RulesError.ONE_SIDED, place, what, advice);
    }
}
