package io.citytwin.regulations.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.ExplainedCases;
import io.citytwin.rules.verify.ExplanationReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Why, why not and what would flip, proved for every case by asking again with the thing really changed. */
class ExplainedCasesTest {

    private static final RegulationBundle BUNDLE = RegulationBundle.classpath();

    @ParameterizedTest
    @ValueSource(strings = {"it.lombardia.antismog", "it.milano.area-b", "it.milano.area-c", "it.nazionale.heating"})
    void everyFlipChangesTheAnswerAndOneCellLessDoesNot(String id) {
        Regulation regulation = BUNDLE.find(id).orElseThrow();

        ExplanationReport report = ExplainedCases.prove(BUNDLE, regulation);

        assertThat(report.failures()).isEmpty();
        assertThat(report.flips()).isGreaterThan(report.answers());
    }
}
