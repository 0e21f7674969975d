package io.citytwin.rules.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.rules.bundle.RegulationBundle;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Cases ask about passages, and say which happened before. */
class PassageCasesTest {

    private static final RegulationBundle GATES = RegulationBundle.directory(Path.of("src/test/resources/gates"));

    @Test
    void passagesAreAskedWithWhatTheyCostAndWhatHappenedBefore() {
        CaseReport report = Cases.runAll(GATES);
        assertThat(report.problems()).isEmpty();
        assertThat(report.failures()).isEmpty();
        assertThat(report.cases()).isEqualTo(17);
    }

    @Test
    void aFeeThatIsLiftedHasFiredAsOneThatIsDue() {
        assertThat(Cases.runAll(GATES).uncovered()).isEmpty();
    }
}
