package io.citytwin.rules.internal.verify;

import io.citytwin.rules.bundle.Problem;
import java.util.ArrayList;
import java.util.List;

/**
 * The cases of one regulation, read but not run. Immutable.
 *
 * @param city law and asset types that they speak of
 * @param cases in the order of files and lines
 * @param problems what cannot be understood in them
 */
record CaseBook(City city, List<Case> cases, List<Problem> problems) {

    /** Copies the lists. */
    CaseBook {
        cases = List.copyOf(cases);
        problems = List.copyOf(problems);
    }

    /** The cases of the city's first regulation. */
    static CaseBook read(City city) {
        List<Case> cases = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        String folder = CaseRunner.folder(city.main());
        city.main().cases().forEach((file, text) -> {
            CaseReader reader = new CaseReader(city);
            cases.addAll(reader.read(folder + file, text));
            problems.addAll(reader.problems());
        });
        return new CaseBook(city, cases, problems);
    }
}
