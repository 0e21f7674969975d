package io.citytwin.regulations.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.verify.Mutant;
import io.citytwin.rules.verify.Mutant.Fate;
import io.citytwin.rules.verify.MutationReport;
import io.citytwin.rules.verify.Mutations;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the cases of the shipped folders leave open: takes minutes, so it is run on demand. Who adds law without cases
 * sees the number grow; who adds cases makes it smaller here.
 */
class ShippedMutation {

    private static final RegulationBundle SHIPPED = RegulationBundle.classpath();

    @ParameterizedTest
    @CsvSource({
        "it.nazionale.heating,               6",
        "it.lombardia.antismog,              0",
        "it.lombardia.permanent,             0",
        "it.milano.area-c,                   0",
        "it.piemonte.antismog,               0",
        "it.torino.antismog,                 0",
        "it.torino.ztl-centrale,             0",
        "it.torino.ztl-pedonale,             0",
        "it.torino.ztl-trasporto-pubblico,   0",
        "it.torino.ztl-valentino,            0",
    })
    void noMoreChangesGoUnnoticedThanBefore(String id, int most) {
        MutationReport report = Mutations.run(SHIPPED, SHIPPED.find(id).orElseThrow());

        String survivors = report.survivors().stream().map(Mutant::toString).collect(Collectors.joining("\n"));
        assertThat(report.survivors()).as(survivors).hasSizeLessThanOrEqualTo(most);
        assertThat(report.count(Fate.KILLED)).isGreaterThan(report.count(Fate.SURVIVED));
        assertThat(report.count(Fate.EQUIVALENT)).isPositive();
    }
}
