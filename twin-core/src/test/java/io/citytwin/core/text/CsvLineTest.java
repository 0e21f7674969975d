package io.citytwin.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.text.CsvLine.Cell;
import org.junit.jupiter.api.Test;

class CsvLineTest {

    @Test
    void cutsAtCommasOutsideQuotesAndKnowsWhereCellsStart() {
        assertThat(CsvLine.of("a, b ,\"c, d\",\"e \"\"f\"\"\",").cells())
                .containsExactly(
                        new Cell("a", 0, 1, false, false),
                        new Cell("b", 0, 3, false, false),
                        new Cell("c, d", 0, 7, true, false),
                        new Cell("e \"f\"", 0, 14, true, false),
                        new Cell("", 0, 24, false, false));
    }

    @Test
    void goesOnInTheNextLineWhileAQuoteIsOpen() {
        assertThat(CsvLine.of("a,\"b").closed()).isFalse();
        CsvLine row = CsvLine.of("a,\"b\nc\",d");
        assertThat(row.closed()).isTrue();
        assertThat(row.cells())
                .containsExactly(
                        new Cell("a", 0, 1, false, false),
                        new Cell("b\nc", 0, 3, true, false),
                        new Cell("d", 1, 4, false, false));
    }

    @Test
    void noticesWhatStandsBesideQuotes() {
        assertThat(CsvLine.of("a,\"b\" c").cells().get(1).stray()).isTrue();
        assertThat(CsvLine.of("a,b\"").cells().get(1).stray()).isTrue();
        assertThat(CsvLine.of("a,\"b\" ").cells().get(1).stray()).isFalse();
    }

    @Test
    void isEmptyIfNoCellHoldsAnything() {
        assertThat(CsvLine.of(" ,\"\",").isEmpty()).isTrue();
        assertThat(CsvLine.of(" ,\"\",0").isEmpty()).isFalse();
    }

    @Test
    void aWrittenCellIsReadBackAndIsNeverAFormula() {
        for (String text : new String[] {"plain", "with, comma", "with \"quotes\"", "two\nlines", ""}) {
            assertThat(CsvLine.of(CsvLine.written(text)).cells().get(0).text()).isEqualTo(text);
        }
        for (String text : new String[] {"=cmd()", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "=1,2"}) {
            assertThat(CsvLine.of(CsvLine.written(text)).cells()).hasSize(1);
            assertThat(CsvLine.written(text).replace("\"", "")).startsWith("'");
        }
        assertThat(CsvLine.written("-1.5")).isEqualTo("-1.5");
    }
}
