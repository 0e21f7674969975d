package io.citytwin.examples.milan;

import static io.citytwin.examples.milan.city.Bundled.MILANO;
import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.adapter.ditto.DittoHealth;
import io.citytwin.core.sync.DirectiveRecord;
import io.citytwin.examples.milan.report.CityReport;
import io.citytwin.examples.milan.report.Period;
import io.citytwin.rules.bundle.RegulationBundle;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same day twice: devices beside the city, and devices that it knows only through a Ditto. */
class DittoRunTest {

    private static final Period DAY = new Period(LocalDate.of(2025, 11, 3), LocalDate.of(2025, 11, 3));

    private static Played play(Site site) {
        AirWinter air = GeneratedWinter.of(MILANO);
        RegulationBundle law = MILANO.regulations();
        try (CityRun run = new CityRun(MILANO, air, law, DAY, site)) {
            run.play(moment -> {});
            assertThat(run.twins().deadLetters()).isEmpty();
            CityReport report = CityReporter.of(
                    run, CityReporter.heading(MILANO, air, law, DAY), Winters.of(MILANO, air, law, DAY, List.of()));
            List<Asked> asked = run.twins().directives().stream().map(Asked::of).toList();
            DittoHealth health = site instanceof DittoSite ditto ? ditto.health() : null;
            return new Played(report, asked, health);
        }
    }

    @Test
    void decidesTheSameThroughADitto() {
        StringWriter told = new StringWriter();
        Played through = play(new DittoSite(new PrintWriter(told)));
        Played beside = play(Site.DIRECT);

        assertThat(through.report()).isEqualTo(beside.report());
        assertThat(through.asked()).isEqualTo(beside.asked()).hasSizeGreaterThan(500);
        assertThat(through.asked())
                .extracting(Asked::state)
                .contains(DirectiveRecord.State.ACKNOWLEDGED, DirectiveRecord.State.RAISED);
        assertThat(told.toString()).contains(" 0 problems");
        assertThat(through.health().things()).isGreaterThan(4_000);
        assertThat(through.health().gaps()).isZero();
        assertThat(through.health().refused()).isZero();
    }

    /** What a device was asked and what became of it, whichever way it went. */
    private record Asked(String id, String value, DirectiveRecord.State state, String settled, String problem) {
        static Asked of(DirectiveRecord record) {
            return new Asked(
                    record.directive().id(),
                    record.directive().value().toString(),
                    record.state(),
                    record.settledAt().toString(),
                    record.problem().toString());
        }
    }

    /** What came of a run. */
    private record Played(CityReport report, List<Asked> asked, DittoHealth health) {}
}
