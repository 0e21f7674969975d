package io.citytwin.rules.internal.cli;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.spi.Console;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.bundle.Trust;
import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.regulation.Regulation;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * Regulation folders below a path, on top of those of the class path, which they may use. Immutable.
 *
 * @param bundle all of them
 * @param own the regulations below the path, without refused ones
 * @param problems of the folders below the path, with places that start with the path as it was given
 * @param count how many folders are below the path
 */
record Folders(RegulationBundle bundle, List<Regulation> own, List<Problem> problems, int count) {

    private static final String TRUST = "--trust";

    /** The option for what {@link #trust} reads. */
    static OptionSpec trustOption() {
        return AbstractTool.text(TRUST, "FILE", "Refuses what the host's trust file FILE does not grant the folders.");
    }

    /** What the host grants; everything, if the option is not given. */
    static Trust trust(ParseResult words, Console console) {
        return AbstractTool.option(words, TRUST)
                .map(file -> Trust.read(console.folder().resolve(file)))
                .orElse(Trust.everything());
    }

    /** The folders below a directory, or in a zip archive. */
    static RegulationBundle opened(Path path, Trust trust) {
        boolean archive = Files.isRegularFile(path) && path.toString().endsWith(".zip");
        return archive
                ? RegulationBundle.archive(path, AssetTypes.builtIn(), trust)
                : RegulationBundle.directory(path, trust);
    }

    static Folders below(String given, Path path, Trust trust) {
        RegulationBundle both = RegulationBundle.classpath().and(opened(path, trust));
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
