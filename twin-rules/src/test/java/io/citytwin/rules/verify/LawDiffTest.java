package io.citytwin.rules.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.rules.verify.LawDiffEntry.Kind;
import io.citytwin.rules.verify.LawDiffEntry.Topic;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Dated values and rows. */
class LawDiffTest extends AbstractLawDiffTest {

    private static final String ON_DAYS_OF_2024 =
            "    - {from: 2024-10-01, value: 2, source: act2, published: 2024-06-24, confidence: RECALLED, row: N3}\n";
    private static final String ON_DAYS_OF_2017 =
            "    - {from: 2017-10-01, value: 4, source: act1, confidence: VERIFIED/A, row: [N1, N2]}\n";

    @Test
    void theSameFolderSaysThatNothingChanged() {
        assertThat(diff().isEmpty()).isTrue();
        assertThat(diff().text()).isEqualTo("Nothing changed.\n");
        assertThat(diff().markdown()).isEqualTo("Nothing changed.\n");
    }

    @Test
    void aValueFromALaterDayIsLawFromThatDayOn() {
        after.changed(
                "parameters.yaml",
                ON_DAYS_OF_2024,
                ON_DAYS_OF_2024
                        + "    - {from: 2026-10-01, value: 3, source: act2, published: 2026-06-01, confidence: VERIFIED/A}\n");

        LawDiffEntry entry = only();
        assertThat(entry.kind()).isEqualTo(Kind.LAW);
        assertThat(entry.topic()).isEqualTo(Topic.VALUE);
        assertThat(entry.name()).isEqualTo("onDays");
        assertThat(sides(entry)).isEqualTo("2 days -> 3 days");
        assertThat(period(entry)).isEqualTo("since 2026-10-01");
        assertThat(entry.readBy()).containsExactly("on");
        assertThat(entry.after().orElseThrow().validity().orElseThrow().published())
                .contains(LocalDate.of(2026, 6, 1));
    }

    @Test
    void anotherValueOfAPastDayIsACorrectionUntilTheNextValue() {
        after.changed("parameters.yaml", "from: 2017-10-01, value: 4", "from: 2017-10-01, value: 5");

        LawDiffEntry entry = only();
        assertThat(entry.kind()).isEqualTo(Kind.CORRECTION);
        assertThat(sides(entry)).isEqualTo("4 days -> 5 days");
        assertThat(period(entry)).isEqualTo("2017-10-01 to 2024-09-30");
    }

    @Test
    void aValueBetweenTwoOthersIsACorrection() {
        after.changed(
                "parameters.yaml",
                ON_DAYS_OF_2017,
                ON_DAYS_OF_2017
                        + "    - {from: 2020-10-01, value: 3, source: act1, confidence: CHECK, note: found later}\n");

        LawDiffEntry entry = only();
        assertThat(entry.kind()).isEqualTo(Kind.CORRECTION);
        assertThat(sides(entry)).isEqualTo("4 days -> 3 days");
        assertThat(period(entry)).isEqualTo("2020-10-01 to 2024-09-30");
    }

    @Test
    void aConflictThatIsFoundIsTold() {
        after.changed(
                "parameters.yaml",
                "confidence: RECALLED, row: N3}",
                "confidence: RECALLED, row: N3, conflict: one page has 3}");

        LawDiffEntry entry = only();
        assertThat(entry.kind()).isEqualTo(Kind.EDITORIAL);
        assertThat(entry.details()).containsExactly("conflict none -> one page has 3");
    }

    @Test
    void whatWasUnknownAndIsReadIsCoverage() {
        after.changed(
                "parameters.yaml",
                "{from: 2023-10-01, value: unknown, source: act2, confidence: OPEN, note: annex of 2023 not read}",
                "{from: 2023-10-01, table: stopped.csv, source: act2, confidence: VERIFIED/A}");

        LawDiffEntry entry = only();
        assertThat(entry.kind()).isEqualTo(Kind.COVERAGE);
        assertThat(sides(entry)).isEqualTo("unknown -> tables/stopped.csv, 3 rows");
        assertThat(period(entry)).isEqualTo("2023-10-01 to 2024-09-30");
        assertThat(entry.details())
                .contains("how it was read OPEN -> VERIFIED/A", "note annex of 2023 not read -> none");
        assertThat(entry.readBy()).containsExactly("traffic");
    }

    @Test
    void aParameterThatWasNotThereIsCoverageOfThePastAndLawOfTheFuture() {
        String spare = "spare: {unit: days, values: [{from: %s, value: 3, source: act1, confidence: VERIFIED/A}]}\n";
        after.changed("parameters.yaml", "onDays:\n", spare.formatted("2019-01-01") + "onDays:\n");
        assertThat(only().kind()).isEqualTo(Kind.COVERAGE);
        assertThat(period(only())).isEqualTo("since 2019-01-01");
        assertThat(only().readBy()).isEmpty();

        // The older version was read against its sources on 2026-03-13.
        after.changed("parameters.yaml", "2019-01-01", "2026-03-14");
        assertThat(only().kind()).isEqualTo(Kind.LAW);
    }

    @Test
    void aLastDayEndsLawAfterItWasReadAndCorrectsItBefore() {
        after.changed("parameters.yaml", "value: 50,", "value: 50, last_day: 2027-03-31,");
        LawDiffEntry entry = only();
        assertThat(entry.kind()).isEqualTo(Kind.LAW);
        assertThat(period(entry)).isEqualTo("since 2027-04-01");
        assertThat(entry.details()).containsExactly("last day none -> 2027-03-31");
        // pm10Limit reaches rules through the runs of days above and below it.
        assertThat(entry.readBy()).containsExactly("off", "on");

        after.changed("parameters.yaml", "last_day: 2027-03-31", "last_day: 2025-03-31");
        assertThat(only().kind()).isEqualTo(Kind.CORRECTION);
    }

    @Test
    void aRemovedValueGivesPlaceToTheOneBefore() {
        after.changed("parameters.yaml", ON_DAYS_OF_2024, "");

        LawDiffEntry entry = only();
        assertThat(entry.kind()).isEqualTo(Kind.CORRECTION);
        assertThat(sides(entry)).isEqualTo("2 days -> 4 days");
        assertThat(period(entry)).isEqualTo("since 2024-10-01");
    }

    @Test
    void aValueThatMovesAnotherAwayIsLaw() {
        after.changed(
                "parameters.yaml",
                ON_DAYS_OF_2024,
                ON_DAYS_OF_2024 + "    - {from: 2024-11-01, moves: 2024-10-01, value: 2, source: act2,"
                        + " published: 2024-09-20, confidence: VERIFIED/A}\n");

        assertThat(only().kind()).isEqualTo(Kind.LAW);
        assertThat(period(only())).isEqualTo("2024-10-01 to 2024-10-31");
    }

    @Test
    void anotherSourceOrPublicationCorrectsWhatIsToldAndNobodyGetsAnotherAnswer() {
        after.changed(
                "parameters.yaml",
                "published: 2024-06-24, confidence: RECALLED",
                "published: 2024-06-25, confidence: RECALLED");
        assertThat(only().kind()).isEqualTo(Kind.CORRECTION);
        assertThat(only().details()).containsExactly("published 2024-06-24 -> 2024-06-25");
        assertThat(diff().text()).contains("nobody gets another answer");

        after = Northland.copiedTo(directory.resolve("again"));
        after.changed("parameters.yaml", "confidence: RECALLED", "confidence: VERIFIED/A");
        assertThat(only().kind()).isEqualTo(Kind.EDITORIAL);
        assertThat(only().details()).containsExactly("how it was read RECALLED -> VERIFIED/A");
    }

    @Test
    void rowsAreAddedChangedAndRemovedWithTheDaysOfTheirTable() {
        after.changed("tables/stopped.csv", "second,M1,diesel,6D-TEMP-6D", "second,M1,diesel,5-6D");
        List<LawDiffEntry> changed = diff().entries();
        // The file is in force in two periods.
        assertThat(changed).hasSize(2).allMatch(entry -> entry.topic() == Topic.ROW && entry.kind() == Kind.CORRECTION);
        assertThat(changed)
                .extracting(AbstractLawDiffTest::period)
                .containsExactly("2017-10-01 to 2023-09-30", "since 2024-10-01");
        assertThat(sides(changed.get(0)))
                .isEqualTo("second, M1, diesel, 6D-TEMP-6D, daily 08:30-18:30 -> second, M1, diesel, 5-6D,"
                        + " daily 08:30-18:30");

        after = Northland.copiedTo(directory.resolve("removed"));
        after.changed("tables/stopped.csv", "second,M1,diesel,6D-TEMP-6D,daily 08:30-18:30,\n", "");
        assertThat(diff().entries().get(0).after()).isEmpty();

        after = Northland.copiedTo(directory.resolve("added"));
        after.changed("tables/stopped.csv", "second,", "second,L3e,petrol,0-1,daily 00:00-24:00,\nsecond,");
        assertThat(diff().entries().get(0).before()).isEmpty();
    }

    @Test
    void theOrderOfRowsSaysNothing() {
        String one = "first,N1 N2 N3,diesel,0-5,Mon-Fri 08:30-18:30,\n";
        String other = "second,M1,diesel,6D-TEMP-6D,daily 08:30-18:30,\n";
        after.changed("tables/stopped.csv", one + other, other + one);
        assertThat(diff().isEmpty()).isTrue();
    }

    @Test
    void aNewTableTellsWhichRowsCameAndWent() {
        after.changed(
                "parameters.yaml",
                "    - {from: 2024-10-01, table: stopped.csv, source: act2, published: 2024-06-24, confidence: VERIFIED/A}",
                "    - {from: 2024-10-01, table: stopped.csv, source: act2, published: 2024-06-24, confidence: VERIFIED/A}\n"
                        + "    - {from: 2026-10-01, table: fewer.csv, source: act2, confidence: VERIFIED/A}");
        after.changedTo(
                "tables/fewer.csv",
                "level,category,fuel,euro,hours,note\nfirst,M1 M2 M3,petrol lpg,0-2,daily 07:30-19:30,cars\n");

        LawDiffEntry entry = only();
        assertThat(entry.kind()).isEqualTo(Kind.LAW);
        assertThat(sides(entry)).isEqualTo("tables/stopped.csv, 3 rows -> tables/fewer.csv, 1 rows");
        assertThat(entry.details())
                .hasSize(4)
                .contains("+ first, M1 M2 M3, petrol lpg, 0-2, daily 07:30-19:30, cars")
                .contains("- first, M1 M2 M3, petrol lpg, 0-1, daily 07:30-19:30, cars, buses");
    }
}
