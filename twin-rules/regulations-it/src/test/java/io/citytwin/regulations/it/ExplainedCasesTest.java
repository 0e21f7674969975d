package io.citytwin.regulations.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.ExplanationReport;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Why, why not and what would flip, proved for every case by asking again with the thing really changed. */
class ExplainedCasesTest {

    /** Those of which more is known than that nothing is wrong. */
    private static final Set<String> COUNTED = Set.of(
            "it.lombardia.antismog",
            "it.milano.area-b",
            "it.milano.area-c",
            "it.nazionale.air-quality",
            "it.nazionale.energy-indicators",
            "it.nazionale.heating",
            "it.torino.energy-annex",
            "it.torino.tape");

    // The numbers of flips that no passage can bring about: a ticket where law that was not read keeps the fee unknown,
    // bonus days of a car and tickets of a coach that are asked about without a gate.
    @ParameterizedTest
    @CsvSource({
        "it.lombardia.antismog,  60, 0",
        "it.milano.area-b,        0, 1",
        "it.milano.area-c,        0, 36",
        "it.nazionale.heating,    0, 0"
    })
    void everyFlipChangesTheAnswerAndOneCellLessDoesNot(String id, int levels, int unreachable) {
        ExplanationReport report = ProvedCases.of(id).report();

        assertThat(report.failures()).isEmpty();
        assertThat(report.answers()).isGreaterThan(80);
        assertThat(report.levels()).isGreaterThanOrEqualTo(levels);
        assertThat(report.flips()).isGreaterThan(4 * report.answers());
        assertThat(report.whyNots()).isGreaterThan(100);
        assertThat(report.unreachable())
                .hasSize(unreachable)
                .allSatisfy(flip -> assertThat(flip).contains("cell=Count["));
    }

    static Stream<String> others() {
        return ProvedCases.BUNDLE.regulations().stream().map(Regulation::id).filter(id -> !COUNTED.contains(id));
    }

    @ParameterizedTest
    @MethodSource("others")
    void nothingThatIsSaidOfTheOtherFoldersIsWrong(String id) {
        ExplanationReport report = ProvedCases.of(id).report();

        assertThat(report.failures()).isEmpty();
        assertThat(report.flips()).isGreaterThan(report.answers());
        assertThat(report.whyNots()).isPositive();
    }

    /** Rules without conditions leave nothing to say of why they do not apply. */
    @ParameterizedTest
    @ValueSource(strings = {"it.nazionale.air-quality", "it.torino.energy-annex"})
    void nothingThatIsSaidOfAFolderWithoutConditionsIsWrong(String id) {
        ExplanationReport report = ProvedCases.of(id).report();

        assertThat(report.failures()).isEmpty();
        assertThat(report.flips()).isGreaterThan(report.answers());
        assertThat(report.whyNots()).isZero();
    }

    /** A computed number changes with each of its inputs, so only what makes it unknown or breaks a limit is a flip. */
    @ParameterizedTest
    @ValueSource(strings = {"it.nazionale.energy-indicators", "it.torino.tape"})
    void nothingThatIsSaidOfComputedNumbersIsWrong(String id) {
        ExplanationReport report = ProvedCases.of(id).report();

        assertThat(report.failures()).isEmpty();
        assertThat(report.flips()).isPositive();
    }
}
