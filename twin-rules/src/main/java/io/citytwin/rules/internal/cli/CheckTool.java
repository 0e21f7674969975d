package io.citytwin.rules.internal.cli;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.spi.Console;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.Problem.Severity;
import io.citytwin.rules.internal.verify.CaseRunner;
import io.citytwin.rules.internal.verify.City;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code check}: reads regulation folders and prints every problem. For one thread at a time. */
public final class CheckTool extends AbstractTool {

    private static final String QUIET = "--quiet";
    private static final String OPEN = "--open";

    /** The tool as the launcher finds it. */
    public CheckTool() {
        super("check", "Reads regulation folders and prints everything that is wrong in them.");
    }

    @Override
    void describe(CommandSpec spec) {
        spec.addPositional(path("PATH", "Folder that is one, or has some below it. Without it, the current one."));
        spec.addOption(Folders.trustOption());
        spec.addOption(flag(QUIET, "Prints mistakes only."));
        spec.addOption(flag(OPEN, "Lists open points as well: facts that are not sure."));
    }

    @Override
    List<String> examples() {
        return List.of("regulations/northland", "--open regulations/northland");
    }

    @Override
    int call(ParseResult words, Console console) {
        String given = words.matchedPositionalValue(0, ".");
        Folders folders =
                Folders.below(given, path(words, console).orElse(console.folder()), Folders.trust(words, console));
        List<Problem> problems = new ArrayList<>(folders.problems());
        City city = City.of(folders.bundle().regulations(), AssetTypes.builtIn(), CivilCalendar.italy());
        folders.own()
                .forEach(one -> new CaseRunner(city.around(one))
                        .check()
                        .forEach(problem -> problems.add(Folders.placed(problem, given))));
        problems.stream()
                .sorted()
                .filter(problem -> shown(problem, words))
                .forEach(problem -> console.out().println(problem));
        long errors = count(problems, Severity.ERROR);
        if (!has(words, QUIET)) {
            console.out()
                    .println(folders.count() + " folders, " + errors + " mistakes, "
                            + count(problems, Severity.WARNING) + " warnings, "
                            + count(problems, Severity.OPEN_POINT) + " open points");
        }
        if (folders.count() == 0) {
            throw refused("`" + given + "` holds no regulation folder.", "Maybe a folder above or below is meant.");
        }
        return errors == 0 ? OK : FINDINGS;
    }

    private static boolean shown(Problem problem, ParseResult words) {
        return switch (problem.severity()) {
            case ERROR -> true;
            case WARNING -> !has(words, QUIET);
            case OPEN_POINT -> has(words, OPEN);
        };
    }

    private static long count(List<Problem> problems, Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .count();
    }
}
