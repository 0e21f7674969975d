package io.citytwin.rules.internal.cli;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.NearestName;
import io.citytwin.core.spi.Console;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.regulation.Regulation;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Which regulation a tool is to apply. Safe for use by many threads. */
final class Chosen {

    private static final String FOLDER = "--folder";

    private Chosen() {}

    /** The options that {@link #bundle} reads. */
    static void describe(CommandSpec spec) {
        spec.addOption(AbstractTool.text(FOLDER, "PATH", "Regulation folders that are not on the class path."));
        spec.addOption(Folders.trustOption());
    }

    /** The regulations of the class path, and on top of them those of a folder as far as they can be used; tells what cannot. */
    static RegulationBundle bundle(ParseResult words, Console console) {
        Optional<String> given = AbstractTool.option(words, FOLDER);
        if (given.isEmpty()) {
            return RegulationBundle.classpath();
        }
        Folders folders =
                Folders.below(given.get(), console.folder().resolve(given.get()), Folders.trust(words, console));
        folders.problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .forEach(console.err()::println);
        return folders.bundle();
    }

    /** The regulation with an id. */
    static Regulation regulation(RegulationBundle bundle, String id) {
        return bundle.find(id).orElseThrow(() -> {
            List<String> ids = bundle.regulations().stream().map(Regulation::id).toList();
            return new CityTwinException(
                    RulesError.NOT_LOADED,
                    "`" + id + "` is not loaded.",
                    NearestName.to(id, ids)
                            .map(near -> "Maybe `" + near + "`.")
                            .orElse("Maybe one of " + String.join(", ", ids)
                                    + "; `citytwin check` says why a folder was refused."));
        });
    }

    /** The only one of several, or a question which. */
    static Regulation only(List<Regulation> candidates, String what) {
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        String ids = String.join(", ", candidates.stream().map(Regulation::id).toList());
        throw candidates.isEmpty()
                ? new CityTwinException(
                        RulesError.NOT_LOADED, "No regulation " + what + ".", "Maybe give its folder with --folder.")
                : AbstractTool.refused(
                        "`" + candidates.size() + "` regulations could be meant: " + ids + ".",
                        "Maybe choose one with --regulation.");
    }
}
