package io.citytwin.rules.internal.cli;

import io.citytwin.rules.verify.CaseReport;
import io.citytwin.rules.verify.CaseResult;
import io.citytwin.rules.verify.Mutant;
import io.citytwin.rules.verify.MutationReport;
import io.citytwin.rules.verify.ValueCoverage;

/** Reports whose places are seen from where a tool was called. Safe for use by many threads. */
final class Placed {

    private Placed() {}

    static CaseReport report(CaseReport report, String given) {
        return new CaseReport(
                report.results().stream().map(result -> result(result, given)).toList(),
                report.problems().stream()
                        .map(problem -> Folders.placed(problem, given))
                        .toList(),
                report.coverage(),
                report.values().stream().map(value -> value(value, given)).toList());
    }

    static MutationReport report(MutationReport report, String given) {
        return new MutationReport(
                report.regulation(),
                report.mutants().stream()
                        .map(mutant -> new Mutant(
                                Folders.placed(mutant.place(), given), mutant.change(), mutant.fate(), mutant.detail()))
                        .toList(),
                report.left());
    }

    private static CaseResult result(CaseResult result, String given) {
        return new CaseResult(
                result.regulation(),
                result.name(),
                result.variant(),
                Folders.placed(result.place(), given),
                result.asked(),
                result.expected(),
                result.actual(),
                result.difference(),
                result.explanation());
    }

    private static ValueCoverage value(ValueCoverage value, String given) {
        return new ValueCoverage(
                value.regulation(),
                value.parameter(),
                value.value(),
                value.validity(),
                Folders.placed(value.place(), given),
                value.kind(),
                value.decided(),
                value.cases());
    }
}
