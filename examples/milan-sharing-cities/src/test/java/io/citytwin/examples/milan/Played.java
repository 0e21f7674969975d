package io.citytwin.examples.milan;

import static io.citytwin.examples.milan.city.Bundled.MILANO;
import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.sync.DirectiveRecord;
import io.citytwin.examples.milan.report.CityReport;
import io.citytwin.examples.milan.report.Period;
import io.citytwin.rules.bundle.RegulationBundle;
import java.util.List;

/** What came of days of Milan, wherever city and devices met. */
record Played(CityReport report, List<Asked> asked) {

    /** What a device was asked and what became of it, whichever way it went. */
    record Asked(String id, String value, DirectiveRecord.State state, String settled, String problem) {
        static Asked of(DirectiveRecord record) {
            return new Asked(
                    record.directive().id(),
                    record.directive().value().toString(),
                    record.state(),
                    record.settledAt().toString(),
                    record.problem().toString());
        }
    }

    static Played of(Period days, Site site) {
        return of(days, site, () -> {});
    }

    /** Looks at the site before all is closed. */
    static Played of(Period days, Site site, Runnable look) {
        AirWinter air = GeneratedWinter.of(MILANO);
        RegulationBundle law = MILANO.regulations();
        try (CityRun run = new CityRun(MILANO, air, law, days, site)) {
            run.play(moment -> {});
            assertThat(run.twins().deadLetters()).isEmpty();
            CityReport report = CityReporter.of(
                    run, CityReporter.heading(MILANO, air, law, days), Winters.of(MILANO, air, law, days, List.of()));
            look.run();
            return new Played(
                    report, run.twins().directives().stream().map(Asked::of).toList());
        }
    }
}
