package io.citytwin.examples.milan;

import static io.citytwin.examples.milan.city.Bundled.MILANO;

import io.citytwin.core.sync.DirectiveRecord;
import io.citytwin.examples.milan.report.Period;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.directive.Ledger;
import io.citytwin.rules.energy.DistrictEnergy;
import io.citytwin.rules.energy.PowerSplit;
import java.util.List;

/** Days of the Milan site under its law, with devices that share the power of their district or not. */
record SharedEvening(
        DistrictEnergy energy,
        List<PowerSplit> splits,
        List<Ledger.Entry> ledger,
        List<DirectiveRecord> directives,
        long deadLetters) {

    static SharedEvening play(RegulationBundle law, Period days, boolean sharing) {
        try (PeakDay played = new PeakDay(MILANO, law, days, sharing).play()) {
            return new SharedEvening(
                    played.energy(),
                    played.splits(PeakDayTest.DISTRICT),
                    played.ledger().entries(),
                    played.twins().directives(),
                    played.twins().health().deadLetters().size());
        }
    }
}
