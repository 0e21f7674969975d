package io.citytwin.rules.internal.cli;

import io.citytwin.core.spi.Console;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.CaseReport;
import io.citytwin.rules.verify.CaseResult;
import io.citytwin.rules.verify.Cases;
import io.citytwin.rules.verify.ProvisionCoverage;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code test}: runs the cases of regulation folders. For one thread at a time. */
public final class TestTool extends AbstractTool {

    private static final String ALL = "--all";

    /** The tool as the launcher finds it. */
    public TestTool() {
        super("test", "Runs the cases of regulation folders and says which provisions they cover.");
    }

    @Override
    void describe(CommandSpec spec) {
        spec.addPositional(path("PATH", "Folder that is one, or has some below it. Without it, the current one."));
        spec.addOption(Folders.trustOption());
        spec.addOption(flag(ALL, "Runs the cases of all regulations on the class path instead."));
    }

    @Override
    List<String> examples() {
        return List.of("regulations/northland", ALL);
    }

    @Override
    int call(ParseResult words, Console console) {
        if (has(words, ALL)) {
            RegulationBundle bundle = RegulationBundle.classpath();
            return report(bundle.report().errors(), Cases.runAll(bundle), "", console.out());
        }
        String given = words.matchedPositionalValue(0, ".");
        Folders folders =
                Folders.below(given, path(words, console).orElse(console.folder()), Folders.trust(words, console));
        List<Problem> errors = folders.problems().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .toList();
        CaseReport report = folders.own().stream()
                .filter(one -> !one.provisions().isEmpty() || !one.cases().isEmpty())
                .map((Regulation one) -> Cases.run(folders.bundle(), one))
                .reduce(new CaseReport(List.of(), List.of(), List.of()), CaseReport::and);
        return report(errors, report, given, console.out());
    }

    private static int report(List<Problem> errors, CaseReport report, String given, PrintWriter out) {
        errors.forEach(out::println);
        report.problems().forEach(problem -> out.println(given.isEmpty() ? problem : Folders.placed(problem, given)));
        report.failures().forEach(failure -> failure(failure, given, out));
        int width = report.coverage().stream()
                .mapToInt(one -> one.provision().id().length())
                .max()
                .orElse(0);
        if (!report.coverage().isEmpty()) {
            out.println(padded("provision", width) + "  cases  fired  not fired");
        }
        report.coverage()
                .forEach(one -> out.println(padded(one.provision().id(), width)
                        + right(one.cases(), 7)
                        + right(one.fired(), 7)
                        + right(one.notFired(), 11)
                        + (one.covered() ? "" : "  not covered")));
        out.println(report.cases() + " cases, " + report.results().size() + " expectations, "
                + report.failures().size() + " failed, "
                + (errors.size() + report.problems().size()) + " problems, "
                + uncovered(report) + " provisions not covered");
        if (report.cases() == 0 && report.problems().isEmpty()) {
            out.println("No case was run.");
        }
        return report.passed() && errors.isEmpty() ? OK : FINDINGS;
    }

    private static void failure(CaseResult failure, String given, PrintWriter out) {
        out.println(
                (given.isEmpty() ? failure.place() : Folders.placed(failure.place(), given)) + " " + failure.title());
        out.println("  " + failure.asked());
        out.println("  expected " + failure.expected());
        out.println("  actual   " + failure.actual());
        out.println(failure.explanation().lines().map(line -> "    " + line).collect(Collectors.joining("\n")));
    }

    private static long uncovered(CaseReport report) {
        return report.coverage().stream().filter(one -> !isCovered(one)).count();
    }

    private static boolean isCovered(ProvisionCoverage one) {
        return one.covered();
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String right(int number, int width) {
        String text = String.valueOf(number);
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
