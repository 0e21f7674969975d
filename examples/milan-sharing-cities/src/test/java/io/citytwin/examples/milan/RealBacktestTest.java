package io.citytwin.examples.milan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.citytwin.adapter.airquality.AirQualityArchive;
import io.citytwin.core.spi.Recording;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.verify.Backtest;
import io.citytwin.rules.verify.BacktestDifference;
import io.citytwin.rules.verify.BacktestReport;
import io.citytwin.rules.verify.BacktestVersion;
import io.citytwin.rules.verify.LawDiffEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a mobility officer does with a folder of their own: change one value and look at a real winter. */
class RealBacktestTest {

    private static final String ID = "it.lombardia.antismog";
    private static final Path SHIPPED =
            Path.of("../../twin-rules/regulations-it/src/main/resources/it/lombardia/antismog");
    private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2019, 2, 28);

    private Path air = Path.of("");

    @TempDir
    private Path mine;

    // For each test, so that each is counted as skipped.
    @BeforeEach
    void skipWithoutTheRealAir() {
        air = RealAir.folder();
    }

    private BacktestReport against(String from, String to) throws IOException {
        try (Stream<Path> files = Files.walk(SHIPPED)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = mine.resolve(SHIPPED.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, Files.readString(file).replace(from, to));
            }
        }
        RegulationBundle shipped = RegulationBundle.classpath();
        RegulationBundle changed = shipped.and(RegulationBundle.directory(mine));
        Recording recording = new AirQualityArchive().open(air);
        return Backtest.of(
                        recording, BacktestVersion.of("mine", changed.find(ID).orElseThrow(), changed))
                .against(BacktestVersion.of("shipped", shipped.find(ID).orElseThrow(), shipped))
                .run(FIRST, LAST);
    }

    // In Cremona, 4 to 6 January 2019 were above 50 ug/m3; Monday the 7th was a day of control (d.G.r. X/7095).
    @Test
    void threeDaysInsteadOfFourPartFirstInCremona() throws IOException {
        BacktestReport report = against(
                "{from: 2017-10-01, value: 4, source: dgr7095, confidence: VERIFIED/A, row: lo.L1.days}",
                "{from: 2017-10-01, value: 3, source: dgr7095, confidence: VERIFIED/A, row: lo.L1.days}");

        BacktestDifference first = report.first().orElseThrow();
        assertThat(first.date()).isEqualTo(LocalDate.of(2019, 1, 8));
        assertThat(first.areaName()).isEqualTo("Cremona");
        assertThat(first.what()).isEqualTo("Level");
        assertThat(first.before()).isEqualTo("none, decided for 2019-01-08: KEPT; pm10 85.6 ug/m3, below 0, over 3");
        assertThat(first.after()).contains("first", "RAISED by level.first", "over 3");
        assertThat(first.causes())
                .extracting(LawDiffEntry::name, entry -> entry.kind().label())
                .containsExactly(tuple("levelFirstDays", "correction"));
        assertThat(report.text()).contains("MADE UP");
        // Controls: the mountains of Sondrio differ on no day, and no day before the first one differs anywhere.
        List<String> names =
                report.candidate().areas().stream().map(area -> area.name()).toList();
        assertThat(report.differingDays(names.indexOf("Sondrio"))).isEmpty();
        for (int area = 0; area < names.size(); area++) {
            assertThat(report.differingDays(area)).noneMatch(day -> day.isBefore(first.date()));
        }
    }

    @Test
    void anotherWordingPartsNowhere() throws IOException {
        BacktestReport report = against("First level on", "The first level is on");

        assertThat(report.first()).isEqualTo(Optional.empty());
        assertThat(report.law().entries()).extracting(LawDiffEntry::kind).containsExactly(LawDiffEntry.Kind.EDITORIAL);
    }
}
