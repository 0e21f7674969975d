package io.citytwin.regulations.it;

import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.ExplainedCases;
import io.citytwin.rules.verify.Explanation;
import io.citytwin.rules.verify.ExplanationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the cases of a shipped folder ask, explained and proved once for all tests that look at it: nothing else that is
 * tested here takes as long. Immutable.
 *
 * @param report what was proved
 * @param told every explanation of an answer
 */
record ProvedCases(ExplanationReport report, List<Told> told) {

    static final RegulationBundle BUNDLE = RegulationBundle.classpath();

    private static final Map<String, ProvedCases> PROVED = new ConcurrentHashMap<>();

    /** One explanation and the case that asks for it. */
    record Told(String title, Explanation explanation) {}

    static ProvedCases of(String id) {
        return PROVED.computeIfAbsent(id, ProvedCases::prove);
    }

    private static ProvedCases prove(String id) {
        Regulation regulation = BUNDLE.find(id).orElseThrow();
        List<Told> told = new ArrayList<>();
        ExplanationReport report = ExplainedCases.prove(
                BUNDLE, regulation, (title, explanation) -> told.add(new Told(title, explanation)));
        return new ProvedCases(report, List.copyOf(told));
    }
}
