package io.citytwin.regulations.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.rules.bundle.BundleReport;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.FolderCheck;
import io.citytwin.rules.verify.GroupReads;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What {@code citytwin check --all} says of the shipped folders. */
class ShippedCheckTest {

    private static final LocalDate VERIFIED = LocalDate.of(2026, 3, 13);

    private final RegulationBundle bundle = RegulationBundle.classpath();

    /** A year after they were read, each is to be read again; only that depends on the day. */
    @Test
    void theFoldersAreCleanButForTheirOpenPointsUntilTheyAreToBeReadAgain() {
        BundleReport report = FolderCheck.of(bundle, VERIFIED.plusDays(366)).run();

        assertThat(report.problems())
                .as(report.text())
                .filteredOn(problem -> problem.severity() != Problem.Severity.OPEN_POINT)
                .extracting(
                        problem -> problem.place().file() + " " + problem.code().id())
                .containsExactly(
                        "it/lombardia/antismog/regulation.yaml R119",
                        "it/lombardia/boiler-inspections/regulation.yaml R119",
                        "it/lombardia/permanent/regulation.yaml R119",
                        "it/lombardia/street-lighting/regulation.yaml R119",
                        "it/milano/area-b/regulation.yaml R119",
                        "it/milano/area-c/regulation.yaml R119",
                        "it/milano/aria/regulation.yaml R119",
                        "it/milano/ztl-isola/regulation.yaml R119",
                        "it/milano/ztl-quadrilatero/regulation.yaml R119",
                        "it/nazionale/charging-points/regulation.yaml R119",
                        "it/nazionale/grid-connection/regulation.yaml R119",
                        "it/nazionale/heating/regulation.yaml R119",
                        "it/nazionale/noise/regulation.yaml R119",
                        "it/nazionale/street-lighting/regulation.yaml R119",
                        "it/nazionale/boiler-inspections/regulation.yaml R119",
                        "it/nazionale/envelope/regulation.yaml R119",
                        "it/nazionale/epbd/regulation.yaml R119",
                        "it/nazionale/epc/regulation.yaml R119",
                        "it/nazionale/ev-ready/regulation.yaml R119",
                        "it/nazionale/heat-metering/regulation.yaml R119",
                        "it/nazionale/renewables/regulation.yaml R119",
                        "it/piemonte/antismog/regulation.yaml R119",
                        "it/torino/antismog/regulation.yaml R119",
                        "it/torino/energy-annex/regulation.yaml R119",
                        "it/torino/ztl-centrale/regulation.yaml R119",
                        "it/torino/ztl-filiberto/regulation.yaml R119",
                        "it/torino/ztl-pedonale/regulation.yaml R119",
                        "it/torino/ztl-romana/regulation.yaml R119",
                        "it/torino/ztl-trasporto-pubblico/regulation.yaml R119",
                        "it/torino/ztl-valentino/regulation.yaml R119");
        assertThat(report.count(Problem.Severity.OPEN_POINT)).isPositive();
    }

    @Test
    void everyGroupOfRulesHasABound() {
        for (Regulation regulation : bundle.regulations()) {
            assertThat(GroupReads.of(bundle, regulation)).isNotEmpty().allMatch(GroupReads::isBounded);
        }
    }
}
