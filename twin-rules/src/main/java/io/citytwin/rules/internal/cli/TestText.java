package io.citytwin.rules.internal.cli;

import io.citytwin.rules.verify.CaseReport;
import io.citytwin.rules.verify.CaseResult;
import io.citytwin.rules.verify.Mutant.Fate;
import io.citytwin.rules.verify.MutationReport;
import io.citytwin.rules.verify.ProvisionCoverage;
import io.citytwin.rules.verify.ValueCoverage;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Prints what came of cases. For one thread at a time. */
final class TestText {

    private static final int WIDEST = 60;

    private final PrintWriter out;

    TestText(PrintWriter out) {
        this.out = out;
    }

    void problemsAndFailures(CaseReport report) {
        report.problems().forEach(out::println);
        report.failures().forEach(this::failure);
    }

    private void failure(CaseResult failure) {
        out.println(failure.place() + " " + failure.title());
        out.println("  " + failure.asked() + ": " + failure.difference());
        out.println("  expected " + failure.expected());
        out.println("  actual   " + failure.actual());
        out.println(failure.explanation().lines().map(line -> "    " + line).collect(Collectors.joining("\n")));
    }

    void provisions(List<ProvisionCoverage> coverage) {
        if (coverage.isEmpty()) {
            return;
        }
        int width = coverage.stream()
                .mapToInt(one -> one.provision().id().length())
                .max()
                .orElse(0);
        out.println(padded("provision", width) + "  cases  fired  not fired");
        coverage.forEach(one -> out.println(padded(one.provision().id(), width)
                + right(one.cases(), 7)
                + right(one.fired(), 7)
                + right(one.notFired(), 11)
                + (one.covered() ? "" : "  not covered")));
    }

    void values(List<ValueCoverage> values) {
        if (values.isEmpty()) {
            return;
        }
        List<String> names = values.stream()
                .map(one -> one.regulation() + "/" + one.parameter())
                .toList();
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        out.println(padded("value or row", width) + "  from        to          cases  decided");
        for (int index = 0; index < values.size(); index++) {
            ValueCoverage one = values.get(index);
            out.println(padded(names.get(index), width)
                    + "  " + one.validity().from()
                    + "  "
                    + padded(one.validity().lastDay().map(Object::toString).orElse(""), 10)
                    + right(one.cases(), 7)
                    + right(one.decided(), 9)
                    + "  " + shortened(one.value())
                    + (one.covered() ? "" : "  never: " + one.place()));
        }
    }

    private static String shortened(String text) {
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 3) + "...";
    }

    void counts(CaseReport report) {
        out.println(report.cases() + " cases, " + report.results().size() + " expectations, "
                + report.failures().size() + " failed, "
                + report.problems().size() + " problems, "
                + report.uncovered().size() + " provisions not covered");
    }

    void unusedValues(CaseReport report) {
        out.println(report.values().size() + " values and rows, "
                + report.unusedValues().size() + " never decided an expectation");
    }

    void mutations(MutationReport report) {
        report.survivors().forEach(out::println);
        out.println(report.regulation() + ": " + report.mutants().size() + " changes tried, "
                + report.count(Fate.KILLED) + " noticed by a case, "
                + report.count(Fate.REFUSED) + " refused, "
                + report.count(Fate.EQUIVALENT) + " proven to mean nothing, "
                + report.count(Fate.SURVIVED) + " noticed by nobody"
                + (report.left() == 0 ? "" : "; " + report.left() + " not tried"));
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }

    private static String right(int number, int width) {
        String text = String.valueOf(number);
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
