package io.citytwin.rules.internal.cli;

import io.citytwin.core.spi.Console;
import io.citytwin.rules.bundle.EditorFiles;
import io.citytwin.rules.bundle.EditorFiles.Outcome;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.regulation.Place;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code editor}: writes what editors need to help with regulation folders. For one thread at a time. */
public final class EditorTool extends AbstractTool {

    private static final String FORCE = "--force";

    /** The tool as the launcher finds it. */
    public EditorTool() {
        super("editor", "Writes schemas and settings with which an editor completes and checks regulation folders.");
    }

    @Override
    void describe(CommandSpec spec) {
        spec.addPositional(path("DIR", "Directory that you open in the editor. Without it, the current one."));
        spec.addOption(flag(FORCE, "Overwrites files that are there with other content."));
    }

    @Override
    List<String> examples() {
        return List.of("", "--force regulations");
    }

    @Override
    int call(ParseResult words, Console console) {
        String given = words.matchedPositionalValue(0, ".");
        SortedMap<String, Outcome> outcomes =
                EditorFiles.write(path(words, console).orElse(console.folder()), has(words, FORCE));
        outcomes.forEach((name, outcome) -> console.out()
                .println(
                        outcome == Outcome.KEPT
                                ? kept(name, given)
                                : outcome.name().toLowerCase(Locale.ROOT) + " " + name));
        return outcomes.containsValue(Outcome.KEPT) ? FINDINGS : OK;
    }

    private static Problem kept(String name, String given) {
        return Folders.placed(
                Problem.error(
                        RulesError.EDITOR_FILE,
                        new Place(name, 1, 1),
                        "The file is there already with other content, and was kept.",
                        "Maybe compare the two in an empty directory, or overwrite it with --force."),
                given);
    }
}
