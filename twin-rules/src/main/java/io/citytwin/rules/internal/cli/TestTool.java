package io.citytwin.rules.internal.cli;

import io.citytwin.core.spi.Console;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.CaseReport;
import io.citytwin.rules.verify.Cases;
import io.citytwin.rules.verify.MutationReport;
import io.citytwin.rules.verify.Mutations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code test}: runs the cases of regulation folders. For one thread at a time. */
public final class TestTool extends AbstractTool {

    private static final int SHOWN_EVERY = 50;

    private static final String ALL = "--all";
    private static final String COVERAGE = "--coverage";
    private static final String JUNIT = "--junit";
    private static final String MUTATE = "--mutate";
    private static final String MOST = "--mutate-most";
    private static final String SEED = "--seed";

    /** The tool as the launcher finds it. */
    public TestTool() {
        super("test", "Runs the cases of regulation folders and says which provisions they cover.");
    }

    @Override
    void describe(CommandSpec spec) {
        spec.addPositional(path("PATH", "Folder that is one, or has some below it. Without it, the current one."));
        spec.addOption(Folders.trustOption());
        spec.addOption(flag(ALL, "Runs the cases of all regulations on the class path instead."));
        spec.addOption(flag(COVERAGE, "Lists each dated value and table row, and how many expectations rest on it."));
        spec.addOption(flag(
                MUTATE,
                "Changes each value, sign, name, condition and row in memory, and lists what no case notices."));
        spec.addOption(number(MOST, "N", "Tries at most so many changes, chosen by chance."));
        spec.addOption(number(SEED, "N", "Chooses others; the same number always chooses the same. Default is 0."));
        spec.addOption(text(JUNIT, "FILE", "Writes the results for continuous integration, in the XML of JUnit."));
    }

    @Override
    List<String> examples() {
        return List.of("regulations/northland", "--coverage --mutate regulations/northland", "--all --junit cases.xml");
    }

    /** The regulations whose cases are run, and the mistakes of the folders that were refused. */
    private record Law(RegulationBundle bundle, List<Regulation> own, List<Problem> errors, String given) {

        /** A folder without provisions needs no cases. */
        Law {
            own = own.stream()
                    .filter(one -> !one.provisions().isEmpty() || !one.cases().isEmpty())
                    .toList();
        }
    }

    @Override
    int call(ParseResult words, Console console) {
        Law law = has(words, ALL) ? all() : below(words, console);
        CaseReport cases = law.own().stream()
                .map(one -> Cases.run(law.bundle(), one))
                .map(report -> Placed.report(report, law.given()))
                .reduce(new CaseReport(List.of(), law.errors(), List.of(), List.of()), CaseReport::and);
        junit(words, console).ifPresent(file -> write(file, cases.junitXml()));
        TestText text = new TestText(console.out());
        print(cases, has(words, COVERAGE), text);
        if (cases.cases() == 0 && cases.problems().isEmpty()) {
            console.out().println("No case was run.");
        }
        boolean mutates = has(words, MUTATE) || words.hasMatchedOption(MOST);
        if (!mutates) {
            return cases.passed() ? OK : FINDINGS;
        } else if (!cases.passed()) {
            console.out().println("No change was tried: a case that fails anyway tells nothing.");
            return FINDINGS;
        }
        return mutate(law, sample(words), console) ? OK : FINDINGS;
    }

    private static Mutations.Sample sample(ParseResult words) {
        return new Mutations.Sample(number(words, MOST, Integer.MAX_VALUE), number(words, SEED, 0));
    }

    /** Whether each change was noticed. */
    private static boolean mutate(Law law, Mutations.Sample sample, Console console) {
        List<MutationReport> reports = law.own().stream()
                .map(one -> Mutations.run(law.bundle(), one, sample, progress(one, console)))
                .map(report -> Placed.report(report, law.given()))
                .toList();
        reports.forEach(new TestText(console.out())::mutations);
        return reports.stream().allMatch(report -> report.survivors().isEmpty());
    }

    private static Mutations.Progress progress(Regulation regulation, Console console) {
        return (done, all, mutant) -> {
            if (done % SHOWN_EVERY == 0 || done == all) {
                console.err().println(regulation.id() + ": " + done + " of " + all + " changes tried");
                console.err().flush();
            }
        };
    }

    private static void print(CaseReport cases, boolean coverage, TestText text) {
        text.problemsAndFailures(cases);
        if (coverage) {
            text.values(cases.values());
            text.unusedValues(cases);
        }
        text.provisions(cases.coverage());
        text.counts(cases);
    }

    private static Law all() {
        RegulationBundle bundle = RegulationBundle.classpath();
        return new Law(bundle, bundle.regulations(), bundle.report().errors(), "");
    }

    private static Law below(ParseResult words, Console console) {
        String given = words.matchedPositionalValue(0, ".");
        Folders folders =
                Folders.below(given, path(words, console).orElse(console.folder()), Folders.trust(words, console));
        List<Problem> errors = folders.problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .toList();
        return new Law(folders.bundle(), folders.own(), errors, given);
    }

    private static Optional<Path> junit(ParseResult words, Console console) {
        return option(words, JUNIT).map(console.folder()::resolve);
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw refused("`" + file + "` cannot be written.", "Maybe its folder does not exist.");
        }
    }
}
