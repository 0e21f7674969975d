package io.citytwin.examples.milan;

import static io.citytwin.examples.milan.city.Bundled.MILANO;

import io.citytwin.core.asset.LightingClass;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Unit;
import io.citytwin.core.sync.DirectiveRecord;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.examples.milan.report.Period;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.directive.RegulationGovernor;
import io.citytwin.rules.energy.DistrictEnergy;
import java.nio.file.Path;
import java.util.List;

/** Days of the Milan site under its own limit of power, with devices that share it or not. */
record SharedEvening(DistrictEnergy energy, List<DirectiveRecord> directives, long deadLetters) {

    static final Path GRID = Path.of("src/main/resources/cities/milano/grid");

    static SharedEvening play(Path law, Period days, boolean sharing) {
        RegulationBundle bundle = RegulationBundle.directory(law);
        DistrictEnergy energy = DistrictEnergy.builder(CivilCalendar.italy())
                .lampFloor(LightingClass.M3, Quantity.of(50, Unit.PERCENT))
                .build();
        try (RegulationEngine engine =
                        RegulationEngine.builder().regulations(bundle).build();
                PeakDay played = new PeakDay(
                        MILANO, 7, days, new SharingGovernor(RegulationGovernor.of(engine), energy, sharing))) {
            played.play();
            return new SharedEvening(
                    energy,
                    played.twins().directives(),
                    played.twins().health().deadLetters().size());
        }
    }
}
