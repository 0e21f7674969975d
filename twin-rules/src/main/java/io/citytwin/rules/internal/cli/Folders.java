package io.citytwin.rules.internal.cli;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.regulation.Regulation;
import java.io.File;
import java.nio.file.Path;
import java.util.List;

/**
 * Regulation folders below a path, on top of those of the class path, which they may use. Immutable.
 *
 * @param bundle all of them
 * @param own the regulations below the path, without refused ones
 * @param problems of the folders below the path, with places that start with the path as it was given
 * @param count how many folders are below the path
 */
record Folders(RegulationBundle bundle, List<Regulation> own, List<Problem> problems, int count) {

    static Folders below(String given, Path path) {
        RegulationBundle both = RegulationBundle.classpath().and(RegulationBundle.directory(path));
        RegulationBundle.Part own = both.top();
        return new Folders(
                both,
                own.regulations(),
                own.report().problems().stream()
                        .map(problem -> placed(problem, given))
                        .toList(),
                own.report().folders());
    }

    /** The problem with its place as seen from where the tool was called. */
    static Problem placed(Problem problem, String given) {
        return new Problem(
                problem.code(), problem.severity(), placed(problem.place(), given), problem.what(), problem.advice());
    }

    static Place placed(Place place, String given) {
        String slashed = given.replace(File.separatorChar, '/');
        String start = slashed.isEmpty() || slashed.endsWith("/") ? slashed : slashed + "/";
        return given.equals(".") ? place : new Place(start + place.file(), place.line(), place.column());
    }
}
