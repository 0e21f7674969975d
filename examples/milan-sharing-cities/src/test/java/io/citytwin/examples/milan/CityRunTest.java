package io.citytwin.examples.milan;

import static io.citytwin.examples.milan.city.Bundled.MILANO;
import static io.citytwin.examples.milan.city.Bundled.TORINO;
import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.examples.milan.city.City;
import io.citytwin.examples.milan.report.CityReport;
import io.citytwin.examples.milan.report.DirectiveTally;
import io.citytwin.examples.milan.report.FeeTally;
import io.citytwin.examples.milan.report.GateTally;
import io.citytwin.examples.milan.report.Period;
import io.citytwin.rules.bundle.RegulationBundle;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Days of a city, played under the regulations that are in force. */
class CityRunTest {

    private static final Period WEEK = new Period(LocalDate.of(2025, 11, 3), LocalDate.of(2025, 11, 9));

    /** The same for whoever looks at it: that a second run gives no other is one of the tests. */
    private static CityReport milan;

    @BeforeAll
    static void playMilan() {
        milan = play(MILANO);
    }

    private static CityReport play(City city) {
        AirWinter air = GeneratedWinter.of(city);
        RegulationBundle law = city.regulations();
        try (CityRun run = new CityRun(city, air, law, WEEK, Site.DIRECT)) {
            run.play(moment -> {});
            assertThat(run.twins().deadLetters()).isEmpty();
            return CityReporter.of(
                    run, CityReporter.heading(city, air, law, WEEK), Winters.of(city, air, law, WEEK, List.of()));
        }
    }

    @Test
    void settlesEachPassageOnceAndGivesTheSameReportAgain() {
        CityReport report = milan;
        long passages = WEEK.from()
                .datesUntil(WEEK.to().plusDays(1))
                .mapToLong(day -> MILANO.traffic().on(day).size())
                .sum();
        assertThat(report.gates().stream().mapToLong(GateTally::passages).sum()).isEqualTo(passages);
        assertThat(report.gates()).extracting(GateTally::outcome).contains("ALLOWED", "FORBIDDEN");
        assertThat(report.fees())
                .isNotEmpty()
                .allMatch(fee -> fee.total().amount().signum() > 0);
        assertThat(report.explained()).hasSize(3);
        assertThat(report.explained().get(0).alternatives()).isNotEmpty();
        assertThat(play(MILANO)).isEqualTo(report);
    }

    /** mi.c.fee: 7.50 EUR since 2023-10-30, one ticket a day for each vehicle. */
    @Test
    void chargesTheTicketOfItsDate() {
        FeeTally ticket = milan.fees().stream()
                .filter(fee -> fee.provision().equals("it.milano.area-c/fee"))
                .findFirst()
                .orElseThrow();
        assertThat(ticket.total().amount())
                .isEqualByComparingTo(new BigDecimal("7.5").multiply(BigDecimal.valueOf(ticket.passages())));
    }

    @Test
    void raisesWhatADeviceRefuses() {
        List<DirectiveTally> directives = milan.directives();
        long issued = directives.stream().mapToLong(DirectiveTally::issued).sum();
        long acknowledged =
                directives.stream().mapToLong(DirectiveTally::acknowledged).sum();
        long raised = directives.stream().mapToLong(DirectiveTally::raised).sum();
        assertThat(raised).isBetween(1L, issued / 10);
        assertThat(acknowledged + raised).isEqualTo(issued);
    }

    @Test
    void playsASecondCityFromItsFilesAlone() {
        CityReport report = play(TORINO);
        assertThat(report.heading().name()).isEqualTo("torino");
        assertThat(report.gates()).isNotEmpty();
        assertThat(report.map().areas()).isNotEmpty();
    }
}
