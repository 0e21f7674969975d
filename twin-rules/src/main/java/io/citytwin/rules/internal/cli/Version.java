package io.citytwin.rules.internal.cli;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.bundle.Trust;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.regulation.Regulation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A version of regulations that a tool was given: a path, or the id of a shipped regulation. Immutable.
 *
 * @param bundle all that its regulations may use
 * @param regulations those that are meant
 */
record Version(RegulationBundle bundle, List<Regulation> regulations) {

    private static final int SHOWN = 5;

    /** A folder or an archive if there is one, else a shipped regulation; all as far as the host trusts it. */
    static Version named(String given, Path from, Trust trust) {
        Path path = from.resolve(given);
        return Files.isDirectory(path) || given.endsWith(".zip") ? below(given, path, trust) : shipped(given);
    }

    static Version shipped(String id) {
        RegulationBundle bundle = RegulationBundle.classpath();
        return new Version(bundle, List.of(Chosen.regulation(bundle, id)));
    }

    /** All regulations below a path; a refused one would look as if it were gone. */
    private static Version below(String given, Path path, Trust trust) {
        Folders folders = Folders.below(given, path, trust);
        List<Problem> errors = folders.problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            throw new CityTwinException(
                    RulesError.BROKEN_FOLDER,
                    "`" + given + "` has `" + errors.size() + "` mistakes:\n"
                            + errors.stream()
                                    .limit(SHOWN)
                                    .map(Problem::toString)
                                    .collect(Collectors.joining("\n")),
                    "Maybe mend them first; `citytwin check` shows all.");
        } else if (folders.own().isEmpty()) {
            throw AbstractTool.refused(
                    "`" + given + "` holds no regulation folder.", "Maybe a folder above or below is meant.");
        }
        return new Version(folders.bundle(), folders.own());
    }
}
