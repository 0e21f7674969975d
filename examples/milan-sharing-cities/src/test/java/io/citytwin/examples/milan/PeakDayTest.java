package io.citytwin.examples.milan;

import static io.citytwin.examples.milan.city.Bundled.MILANO;
import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.LightingClass;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Unit;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.examples.milan.report.Period;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.directive.RegulationGovernor;
import io.citytwin.rules.energy.DistrictEnergy;
import io.citytwin.rules.energy.PastQuarter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeakDayTest {

    private static final CivilCalendar CALENDAR = CivilCalendar.italy();
    private static final Period DAYS = new Period(LocalDate.of(2026, 1, 12), LocalDate.of(2026, 1, 23));

    static List<PastQuarter> play(boolean sharing) {
        RegulationBundle law = RegulationBundle.directory(Path.of("src/main/resources/cities/milano/grid"));
        assertThat(law.report().errors()).isEmpty();
        DistrictEnergy energy = DistrictEnergy.builder(CALENDAR)
                .lampFloor(LightingClass.M3, Quantity.of(50, Unit.PERCENT))
                .build();
        try (RegulationEngine engine = RegulationEngine.builder().regulations(law).build();
                PeakDay days = new PeakDay(
                        MILANO,
                        7,
                        DAYS,
                        new SharingGovernor(RegulationGovernor.of(engine), energy, sharing))) {
            days.play();
            System.out.println(days.twins().health());
            days.twins().deadLetters().stream().limit(5).forEach(System.out::println);
            return energy.past(PeakDay.district());
        }
    }

    @Test
    void look() {
        long t = System.nanoTime();
        List<PastQuarter> without = play(false);
        List<PastQuarter> with = play(true);
        System.out.println((System.nanoTime() - t) / 1e9);
        for (int i = 0; i < with.size(); i++) {
            var a = with.get(i).balance();
            var at = a.from().atZone(CALENDAR.zone());
            if (at.getHour() >= 15)
            System.out.println(at.toLocalDateTime() + " " + without.get(i).balance().load() + " | " + a.load() + " wh "
                    + a.withheld() + " est " + a.estimated() + " base " + a.base() + " ch " + a.charging() + " miss " + a.missing().size() + " pred "
                    + with.get(i).predicted().map(p -> p.expected() + ".." + p.high()+p.method()).orElse("") + " cap " + with.get(i).cap() + with.get(i).curtailed());
        }
    }
}
