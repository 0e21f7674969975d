package io.citytwin.rules.internal.cli;

import io.citytwin.core.spi.Console;
import io.citytwin.rules.bundle.FolderHistory;
import io.citytwin.rules.bundle.FolderHistory.Version;
import io.citytwin.rules.bundle.FolderWatch.Change;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.CaseReport;
import io.citytwin.rules.verify.Cases;
import io.citytwin.rules.verify.LawDiff;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/**
 * Prints what a save brought, and keeps it. For one thread at a time.
 *
 * @param given the tree as the author calls it
 * @param history where good versions are kept
 * @param console where to print
 */
record WatchText(String given, FolderHistory history, Console console) {

    /** Whether all is well; the law before is empty if nobody knows it. */
    boolean print(Change change, Optional<List<Regulation>> before) {
        PrintWriter out = console.out();
        change.report().problems().stream()
                .filter(problem -> problem.severity() != Problem.Severity.OPEN_POINT)
                .map(problem -> Folders.placed(problem, given))
                .forEach(out::println);
        CaseReport cases = cases(change);
        TestText text = new TestText(out);
        text.problemsAndFailures(cases);
        text.counts(cases);
        before.ifPresent(
                law -> out.print(LawDiff.between(law, change.regulations()).text()));
        out.println(change.isClean() ? kept(change, cases) : "Not kept: a version has no mistakes.");
        out.flush();
        return change.isClean()
                && cases.problems().isEmpty()
                && cases.failures().isEmpty();
    }

    private CaseReport cases(Change change) {
        return change.regulations().stream()
                .filter(one -> !one.provisions().isEmpty() || !one.cases().isEmpty())
                .map(one -> Cases.run(change.bundle(), one))
                .map(report -> Placed.report(report, given))
                .reduce(CaseReport.none(), CaseReport::and);
    }

    private String kept(Change change, CaseReport cases) {
        int failed = cases.failures().size() + cases.problems().size();
        String note = failed == 0 ? "cases passed" : failed + " expectations or cases failed";
        Optional<Version> version = history.keep(note, change.hash());
        return version.map(one -> "Version " + one.number() + " is kept; `citytwin versions " + given + "` lists all.")
                .orElse("Not kept: it was saved again meanwhile.");
    }
}
