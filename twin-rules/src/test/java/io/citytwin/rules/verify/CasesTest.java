package io.citytwin.rules.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.regulation.Place;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CasesTest {

    @TempDir
    Path directory;

    @Test
    void theSampleFolderPassesAndCoversEachProvisionFromBothSides() {
        RegulationBundle bundle = RegulationBundle.directory(Northland.FOLDER);

        CaseReport report = Cases.runAll(bundle);

        assertThat(report.problems()).isEmpty();
        assertThat(report.failures()).isEmpty();
        assertThat(report.passed()).isTrue();
        assertThat(report.uncovered()).isEmpty();
        assertThat(report.coverage()).hasSize(4);
        assertThat(report.cases()).isEqualTo(24);
    }

    @Test
    void aWrongExpectationFailsWithItsPlaceBothValuesAndTheReason() {
        CaseReport report = Northland.copiedTo(directory)
                .changed("cases/4-traffic.yaml", "07:30:00: {forbidden: traffic}", "07:30:00: allowed")
                .run();

        assertThat(report.passed()).isFalse();
        assertThat(report.failures()).hasSize(1);
        CaseResult failure = report.failures().get(0);
        assertThat(failure.place()).isEqualTo(new Place("smoke-rules/cases/4-traffic.yaml", 10, 3));
        assertThat(failure.expected()).isEqualTo("allowed");
        assertThat(failure.actual()).isEqualTo("{forbidden: traffic}");
        assertThat(failure.explanation()).contains("FORBIDDEN", "xx.northland.smoke/traffic", "Stopped", "Act 2");
    }

    // Each changes one word of a case that passes; the runner must see that it is wrong now.
    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1-level-on.yaml    | 2026-01-16: first}}                 | 2026-01-16: none}}              | first  | ",
                "1-level-on.yaml    | law: 2024-06-01, expect             | law: 2024-06-24, expect         | first  | law of August 2024",
                "1-level-on.yaml    | unknown: {2026-01-15: pm10 2026-01-14} | unknown: {2026-01-15: pm10 2026-01-13} | pm10 2026-01-14 | a day missing",
                "1-level-on.yaml    | code: XX-2                          | code: XX-1                      | first  | another area",
                "2-late-values.yaml | hindsight: true, expect             | hindsight: false, expect        | none   | hindsight",
                "2-late-values.yaml | known: 2026-01-18 09:59             | known: 2026-01-18 10:00         | first  | hindsight before it came",
                "2-late-values.yaml | value: 58, received: 2026-01-18     | value: 58, received: 2026-01-15 | first  | ",
                "3-level-off.yaml   | unknown: {2026-02-04: forecast}     | unknown: {2026-02-04: []}       | forecast | forecast missing",
                "4-traffic.yaml     | {unknown: euro}                     | {unknown: [euro, fuel]}         | {unknown: euro} | euro unknown",
                "5-heating.yaml     | {limit: 19, forbidden: heating}     | {limit: 19}                     | {limit: 19, forbidden: heating} | ",
                "5-heating.yaml     | {limit: 19, unknown: indoorTemperature} | {limit: 18, unknown: indoorTemperature} | {limit: 19, unknown: indoorTemperature} | not measured",
            })
    void oneChangedWordIsSeen(String file, String from, String to, String actual, String variant) {
        CaseReport report =
                Northland.copiedTo(directory).changed("cases/" + file, from, to).run();

        assertThat(report.problems()).isEmpty();
        assertThat(report.failures()).anySatisfy(failure -> {
            assertThat(failure.place().file()).endsWith(file);
            assertThat(failure.variant().orElse(null)).isEqualTo(variant);
            assertThat(failure.actual()).isEqualTo(actual);
        });
    }

    @Test
    void aProvisionThatNoCaseFiresIsNotCovered() {
        CaseReport report =
                Northland.copiedTo(directory).withoutCases().withCase("""
                        case: nothing happens
                        given: {Province/pa: {pm10: {2026-01-13: 61}, Level: {2026-01-12: none}}}
                        expect: {Province/pa: {Level: {2026-01-16: none}}}
                        """).run();

        assertThat(report.passed()).isTrue();
        assertThat(report.uncovered())
                .extracting(one -> one.provision().name())
                .containsExactly("heating", "off", "on", "traffic");
    }

    @Test
    void noCaseIsAFailure() {
        CaseReport report = Northland.copiedTo(directory).withoutCases().run();

        assertThat(report.passed()).isFalse();
        assertThat(report.problems()).hasSize(1);
        assertThat(report.problems().get(0).code()).isEqualTo(RulesError.NO_CASES);
        assertThat(report.problems().get(0).place()).isEqualTo(new Place("smoke-rules/regulation.yaml", 1, 1));
    }

    @Test
    void anIndicatorThatNeedsSeveralStationsHasTheValueThatTheCaseWrites() {
        CaseReport report = Northland.copiedTo(directory)
                .changed("state.yaml", "capture: 1", "capture: 3")
                .run();

        assertThat(report.failures()).isEmpty();
    }

    // Two stations, one of them silent: with a capture of 2 the day has no value.
    @Test
    void stationsCanBeGivenOneByOne() {
        String twoStations = """
                case: two stations
                given:
                  Province/pa:  {Level: {2026-01-12: none}}
                  AirStation/a: {province: pa, role: reference, pm10: {2026-01-12: 10, 2026-01-13: 60, 2026-01-14: 60}}
                  AirStation/b: {province: pa, role: reference, pm10: {2026-01-12: 10, 2026-01-13: 60, 2026-01-14: 60}}
                expect: {Province/pa: {Level: {2026-01-16: first}}}
                variants:
                  - one is silent: {given: {AirStation/b: {pm10: {2026-01-14: missing}}}, expect: {Province/pa: {Level: {2026-01-16: none}}}}
                """;

        CaseReport report = Northland.copiedTo(directory)
                .changed("state.yaml", "capture: 1", "capture: 2")
                .withoutCases()
                .withCase(twoStations)
                .run();

        assertThat(report.problems()).isEmpty();
        assertThat(report.failures()).isEmpty();
        assertThat(report.cases()).isEqualTo(2);
    }
}
