package io.citytwin.rules.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.regulation.Confidence;
import io.citytwin.rules.regulation.Validity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of one table that begin, end and move on their own. */
class DatedRowsTest {

    private static final String HEADER = """
            id: xx.empty
            title: {en: Empty}
            jurisdiction: XX
            authority: Nobody
            rank: state
            verified: 2026-03-13
            sources: {act1: {act: Act 1}, act2: {act: Act 2}}
            """;
    private static final String TABLE = """
            Banned:
              columns: {group: text, euro: EuroClass...}
              values: [{from: 2019-02-25, table: banned.csv, source: act1, confidence: VERIFIED/A}]
            """;

    @TempDir
    private Path temp;

    private LawValue.OfTable table(String... lines) throws IOException {
        Files.createDirectories(temp.resolve("tables"));
        Files.writeString(temp.resolve("regulation.yaml"), HEADER);
        Files.writeString(temp.resolve("parameters.yaml"), TABLE);
        Files.writeString(temp.resolve("tables/banned.csv"), String.join("\n", lines));
        RegulationBundle bundle = RegulationBundle.directory(temp);
        assertThat(bundle.report().problems())
                .filteredOn(problem -> problem.severity() == Problem.Severity.ERROR)
                .isEmpty();
        return (LawValue.OfTable) bundle.regulations()
                .get(0)
                .parameters()
                .find("Banned")
                .orElseThrow()
                .values()
                .get(0)
                .value();
    }

    private static List<String> at(LawValue.OfTable table, String inForce, String published) {
        return table.rowsAt(LocalDate.parse(inForce), LocalDate.parse(published)).stream()
                .map(row -> row.texts().get("group") + " " + row.texts().get("euro")
                        + row.validity().map(own -> " " + own.from()).orElse(""))
                .toList();
    }

    @Test
    void aRowHoldsFromItsFirstToItsLastDay() throws IOException {
        LawValue.OfTable table = table(
                "group,euro,from,last_day,source,confidence",
                "petrol,0-1,2020-10-01,2021-03-31,act1,VERIFIED/A",
                "diesel,0-4,2020-12-01,,act1,VERIFIED/A");

        assertThat(at(table, "2020-09-30", "2030-01-01")).isEmpty();
        assertThat(at(table, "2020-10-01", "2030-01-01")).containsExactly("petrol 0-1 2020-10-01");
        assertThat(at(table, "2021-03-31", "2030-01-01"))
                .containsExactly("petrol 0-1 2020-10-01", "diesel 0-4 2020-12-01");
        assertThat(at(table, "2021-04-01", "2030-01-01")).containsExactly("diesel 0-4 2020-12-01");
    }

    @Test
    void aPlannedRowIsMovedAgainAndAgain() throws IOException {
        LawValue.OfTable table = table(
                "group,euro,from,published,moves,source,confidence",
                "moto,0-2,2024-10-01,2018-06-01,,act1,VERIFIED/A",
                "moto,0-2,2025-10-01,2024-05-01,2024-10-01,act1,VERIFIED/A",
                "moto,0 1 2,2026-10-01,2025-07-01,2025-10-01,act2,VERIFIED/P");

        assertThat(at(table, "2024-10-01", "2024-04-30")).containsExactly("moto 0-2 2024-10-01");
        assertThat(at(table, "2024-10-01", "2024-05-01")).isEmpty();
        assertThat(at(table, "2025-10-01", "2025-06-30")).containsExactly("moto 0-2 2025-10-01");
        assertThat(at(table, "2026-09-30", "2025-07-01")).isEmpty();
        assertThat(at(table, "2026-10-01", "2025-07-01")).containsExactly("moto 0 1 2 2026-10-01");
    }

    @Test
    void aRowWithOtherCellsMovesNothingAndIsNotMoved() throws IOException {
        LawValue.OfTable table = table(
                "group,euro,from,published,moves,source,confidence",
                "moto,0-2,2024-10-01,2018-06-01,,act1,VERIFIED/A",
                "moto,0-3,2024-10-01,2018-06-01,,act1,VERIFIED/A",
                "moto,0-2,2025-10-01,2024-05-01,2024-10-01,act1,VERIFIED/A");

        assertThat(at(table, "2024-10-01", "2030-01-01")).containsExactly("moto 0-3 2024-10-01");
        assertThat(at(table, "2025-10-01", "2030-01-01")).containsExactly("moto 0-3 2024-10-01", "moto 0-2 2025-10-01");
    }

    @Test
    void aRowCarriesItsOwnSourceConfidenceAndNote() throws IOException {
        LawValue.OfTable table = table(
                "group,euro,note,row,from,source,confidence",
                "petrol,0-1,read twice,b.petrol b.lpg,2020-10-01,act2,VERIFIED/P");

        Optional<Validity> validity = table.rows().get(0).validity();
        assertThat(validity).map(Validity::confidence).contains(Confidence.VERIFIED_P);
        assertThat(validity).map(own -> own.source().key()).contains("act2");
        assertThat(validity).map(Validity::rows).contains(List.of("b.petrol", "b.lpg"));
        assertThat(validity).flatMap(Validity::note).contains("read twice");
        assertThat(table.rows().get(0).texts()).containsOnlyKeys("group", "euro");
    }

    @Test
    void rowsWithoutDatesHoldAsLongAsTheirTable() throws IOException {
        LawValue.OfTable table = table("group,euro", "petrol,0-1");

        assertThat(at(table, "2000-01-01", "2000-01-01")).containsExactly("petrol 0-1");
        assertThat(table.rows().get(0).validity()).isEmpty();
    }
}
