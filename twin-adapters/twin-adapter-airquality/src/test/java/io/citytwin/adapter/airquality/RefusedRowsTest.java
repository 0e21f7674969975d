package io.citytwin.adapter.airquality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.spi.Recording;
import io.citytwin.core.spi.Recording.RefusedRow;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedRowsTest {

    private static final String GOOD = "LOMBARDIA,IT0477A,2019-01-31,51";

    @TempDir
    Path path;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "LOMBARDIA,IT0477A,2019-02-01            | A101 | The row has `3` cells, its header `4`.",
                "LOMBARDIA,IT0477A,2019-02-01,50,        | A101 | The row has `5` cells, its header `4`.",
                "LOMBARDIA,IT0477A,2019-02-01,\"50       | A101 | cannot be cut into cells",
                "LOMBARDIA,IT0477A,2019-02-29,50         | A102 | `2019-02-29` is not a date.",
                "LOMBARDIA,IT0477A,01/02/2019,50         | A102 | `01/02/2019` is not a date.",
                "LOMBARDIA,IT0477A,+999999999-12-31,50   | A102 | `+999999999-12-31` is not a date.",
                "LOMBARDIA,IT0477A,,50                   | A102 | `` is not a date.",
                "LOMBARDIA,IT0477A,2019-02-01,n.d.       | A103 | `n.d.` is not a plain decimal number.",
                "LOMBARDIA,IT0477A,2019-02-01,5e1        | A103 | `5e1` is not a plain decimal number.",
                "LOMBARDIA,IT0477A,2019-02-01,\"50,5\"   | A104 | `50,5` is not a plain decimal number.",
                "LOMBARDIA,IT0477A,2019-02-01,50,5       | A104 | has a decimal comma, or one cell too many",
                "LOMBARDIA,IT0477A,2019-02-01,-0.1       | A105 | `-0.1 ug/m3` is not between `0` and `2000`.",
                "LOMBARDIA,IT0477A,2019-02-01,2000.1     | A105 | `2000.1 ug/m3` is not between `0` and `2000`.",
                "LOMBARDIA,IT9999A,2019-02-01,50         | A106 | Station `IT9999A` is not in the file of stations.",
                "LOMBARDIA,IT0477A,2019-01-31,52         | A107 | has `51 ug/m3` on `2019-01-31`, and here `52 ug/m3`",
                "LOMBARDIA,IT0477A,2019-01-31,51.0       | A107 | has `51 ug/m3` on `2019-01-31`, and here `51 ug/m3`",
                "LOMBARDIA,IT0477A,2019-01-31,           | A107 | has `51 ug/m3` on `2019-01-31`, and here `missing`",
            })
    void dayThatMakesNoSense(String row, String code, String reason) {
        Recording recording = Folder.at(path).days(GOOD, row).open();

        assertThat(recording.refused()).singleElement().satisfies(refused -> {
            assertThat(refused).isEqualTo(new RefusedRow("pm10_daily.csv", 3, code, refused.reason(), row));
            assertThat(refused.reason()).contains(reason).endsWith(".");
        });
        assertThat(recording.observations()).hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "IT1,ATLANTIDE,Milano,Senato             | A108 | region `ATLANTIDE`",
                "IT1,LOMBARDIA,,Senato                   | A108 | province ``",
                "a:b,LOMBARDIA,Milano,Senato             | A108 | `a:b` cannot name a station.",
                ",LOMBARDIA,Milano,Senato                | A108 | `` cannot name a station.",
                "IT0477A,LOMBARDIA,Milano,Marche         | A107 | already `Milano - Senato, Milano, Lombardia`",
                "IT1,LOMBARDIA,Milano                    | A101 | `3` cells",
            })
    void stationThatMakesNoSense(String row, String code, String reason) {
        Recording recording = Folder.at(path).stations(Folder.MILAN, row).open();

        assertThat(recording.refused()).singleElement().satisfies(refused -> {
            assertThat(refused).isEqualTo(new RefusedRow("stations.csv", 3, code, refused.reason(), row));
            assertThat(refused.reason()).contains(reason).endsWith(".");
        });
        assertThat(recording.twins()).hasSize(3);
    }

    @Test
    void zeroAndTheHighestValueAreMeasurements() {
        Recording recording = Folder.at(path)
                .days("LOMBARDIA,IT0477A,2019-02-01,0", "LOMBARDIA,IT0477A,2019-02-02,2000")
                .open();

        assertThat(recording.refused()).isEmpty();
        assertThat(recording.observations()).hasSize(2);
    }

    @Test
    void linesAreCountedAsEditorsDo() {
        assertThat(Folder.at(path).days(GOOD, "", "x", "\"y", GOOD).refused().stream()
                        .map(RefusedRow::line))
                .containsExactly(4L, 5L, 6L);
    }

    @Test
    void fileWithSemicolonsIsRefusedWithAdvice() {
        Folder folder = Folder.at(path)
                .write("pm10_daily.csv", "regione;station_eu_code;date;value", "LOMBARDIA;IT0477A;2019-01-31;51,5");

        assertUnreadable(folder, "`pm10_daily.csv` has not exactly one column `station_eu_code`", "with `,` between");
    }

    @Test
    void fileWithDecimalCommasIsRefusedWithAdvice() {
        String[] quoted = {"LOMBARDIA,IT0477A,2019-01-31,\"51,5\"", "LOMBARDIA,IT0477A,2019-02-01,"};
        assertUnreadable(Folder.at(path).days(quoted), "`pm10_daily.csv` have a decimal comma", "`.` in numbers");
        String[] bare = {"LOMBARDIA,IT0477A,2019-01-31,51,5", "LOMBARDIA,IT0477A,2019-02-01,"};
        assertUnreadable(Folder.at(path).days(bare), "`pm10_daily.csv` have a decimal comma", "`.` in numbers");
    }

    @Test
    void fileWithoutItsColumnsIsRefused() {
        assertUnreadable(Folder.at(path).write("stations.csv", "a,b"), "`stations.csv`", "`station_eu_code`", "`a,b`");
        assertUnreadable(Folder.at(path).write("stations.csv", "\"a"), "`stations.csv`", "its header");
        assertUnreadable(Folder.at(path).write("stations.csv", StandardCharsets.UTF_8, ""), "`stations.csv`", "header");
        assertUnreadable(
                Folder.at(path).write("pm10_daily.csv", "station_eu_code,date,value,value"), "one column `value`");
    }

    @Test
    void fileInAnotherEncodingIsRefused() {
        Folder folder = Folder.at(path)
                .write(
                        "stations.csv",
                        StandardCharsets.ISO_8859_1,
                        "station_eu_code,regione,provincia,nome_stazione\n" + Folder.FORLI);

        assertUnreadable(folder, "`stations.csv` cannot be read", "UTF-8");
    }

    private static void assertUnreadable(Folder folder, String... words) {
        assertThatExceptionOfType(CityTwinException.class)
                .isThrownBy(folder::open)
                .satisfies(e -> {
                    assertThat(e.code()).isEqualTo(CoreError.ARCHIVE);
                    assertThat(e).hasMessageContainingAll(words);
                });
    }
}
