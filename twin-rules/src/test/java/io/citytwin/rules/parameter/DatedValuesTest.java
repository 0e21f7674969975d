package io.citytwin.rules.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.rules.bundle.RegulationBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatedValuesTest {

    private static final String HEADER = """
            id: xx.empty
            title: {en: Empty}
            jurisdiction: XX
            authority: Nobody
            rank: state
            verified: 2026-03-13
            sources: {act1: {act: Act 1}}
            """;

    @TempDir
    private Path temp;

    @Test
    void aValueHoldsFromItsFirstDayOn() throws IOException {
        Parameter limit = limit("{from: 2017-10-01, value: 4}", "{from: 2024-10-01, value: 2}");

        assertThat(at(limit, "2017-09-30", "2030-01-01")).isEqualTo("none");
        assertThat(at(limit, "2017-10-01", "2030-01-01")).isEqualTo("4 days");
        assertThat(at(limit, "2024-09-30", "2030-01-01")).isEqualTo("4 days");
        assertThat(at(limit, "2024-10-01", "2030-01-01")).isEqualTo("2 days");
    }

    @Test
    void aLastDayIsInclusiveAndNothingHoldsAfterIt() throws IOException {
        Parameter limit = limit("{from: 2017-10-01, last_day: 2018-03-31, value: 4}", "{from: 2018-10-01, value: 2}");

        assertThat(at(limit, "2018-03-31", "2030-01-01")).isEqualTo("4 days");
        assertThat(at(limit, "2018-04-01", "2030-01-01")).isEqualTo("none");
        assertThat(at(limit, "2018-10-01", "2030-01-01")).isEqualTo("2 days");
    }

    @Test
    void whatIsPublishedLaterIsNotSeenYet() throws IOException {
        Parameter limit = limit("{from: 2017-10-01, value: 4}", "{from: 2024-10-01, published: 2024-11-15, value: 2}");

        assertThat(at(limit, "2024-10-20", "2024-11-14")).isEqualTo("4 days");
        // Law can reach back: the day before its publication it was not known, the day after it was.
        assertThat(at(limit, "2024-10-20", "2024-11-15")).isEqualTo("2 days");
    }

    @Test
    void ofTwoValuesFromTheSameDayTheOnePublishedLaterHolds() throws IOException {
        Parameter limit = limit(
                "{from: 2024-10-01, published: 2024-06-24, value: 3}",
                "{from: 2024-10-01, published: 2024-09-01, value: 2}");

        assertThat(at(limit, "2024-10-01", "2024-08-31")).isEqualTo("3 days");
        assertThat(at(limit, "2024-10-01", "2024-09-01")).isEqualTo("2 days");
    }

    @Test
    void aPlannedValueIsMovedAgainAndAgain() throws IOException {
        Parameter limit = limit(
                "{from: 2019-02-25, published: 2018-06-01, value: 0}",
                "{from: 2024-10-01, published: 2018-06-01, value: 1}",
                "{from: 2025-10-01, published: 2024-05-01, moves: 2024-10-01, value: 1}",
                "{from: 2026-10-01, published: 2025-07-01, moves: 2025-10-01, value: 1}");

        assertThat(at(limit, "2024-10-01", "2024-04-30")).isEqualTo("1 days");
        assertThat(at(limit, "2024-10-01", "2024-05-01")).isEqualTo("0 days");
        assertThat(at(limit, "2025-10-01", "2025-06-30")).isEqualTo("1 days");
        assertThat(at(limit, "2025-10-01", "2025-07-01")).isEqualTo("0 days");
        assertThat(at(limit, "2026-10-01", "2025-07-01")).isEqualTo("1 days");
    }

    @Test
    void aValuePublishedAfterTheMoveIsNotMoved() throws IOException {
        Parameter limit = limit(
                "{from: 2024-10-01, published: 2018-06-01, value: 1}",
                "{from: 2025-10-01, published: 2024-05-01, moves: 2024-10-01, value: 2}",
                "{from: 2024-10-01, published: 2024-06-01, value: 3}");

        assertThat(at(limit, "2024-10-01", "2024-05-31")).isEqualTo("none");
        assertThat(at(limit, "2024-10-01", "2024-06-01")).isEqualTo("3 days");
    }

    @Test
    void lawThatWasNotReadIsUnknownAndNotAbsent() throws IOException {
        Parameter limit = limit("{from: 2017-10-01, value: unknown, note: not read}");

        assertThat(at(limit, "2017-10-01", "2030-01-01")).isEqualTo("unknown");
        assertThat(at(limit, "2017-09-30", "2030-01-01")).isEqualTo("none");
    }

    private Parameter limit(String... values) throws IOException {
        StringBuilder text = new StringBuilder("limit:\n  unit: days\n  values:\n");
        for (String value : values) {
            text.append("    - ").append(value.replace("}", ", source: act1, confidence: VERIFIED/A}\n"));
        }
        Files.writeString(temp.resolve("regulation.yaml"), HEADER);
        Files.writeString(temp.resolve("parameters.yaml"), text);
        RegulationBundle bundle = RegulationBundle.directory(temp);
        assertThat(bundle.report().problems().stream()
                        .filter(problem ->
                                !List.of("R113", "R118").contains(problem.code().id())))
                .isEmpty();
        return bundle.regulations().get(0).parameters().find("limit").orElseThrow();
    }

    private static String at(Parameter limit, String inForce, String published) {
        return limit.at(LocalDate.parse(inForce), LocalDate.parse(published))
                .map(value -> value.value().toString())
                .orElse("none");
    }
}
