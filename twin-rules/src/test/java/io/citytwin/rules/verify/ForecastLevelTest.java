package io.citytwin.rules.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.Unit;
import io.citytwin.core.signal.Input;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.bundle.RegulationBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A level that each check day sets anew from numbers told for the day, as a forecast is. */
class ForecastLevelTest {

    private static final Path FOLDER = Path.of("src/test/resources/levels/northland");
    private static final Instant NOON = Instant.parse("2026-01-12T08:00:00Z");

    @TempDir
    private Path temp;

    @Test
    void eachCheckDaySetsTheLevelUpAndDown() {
        CaseReport report = Cases.runAll(RegulationBundle.directory(FOLDER));

        assertThat(report.problems()).isEmpty();
        assertThat(report.failures()).isEmpty();
        assertThat(report.uncovered()).isEmpty();
        assertThat(report.cases()).isEqualTo(5);
    }

    /** The control: by default a level does not fall to a state that a rule names. */
    @Test
    void aLevelThatIsAtLeastInAStateDoesNotFallToIt() throws IOException {
        for (Path file : Northland.files(FOLDER)) {
            Path copy = temp.resolve(FOLDER.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, Northland.read(file).replace("target: exactly", "target: at-least"));
        }

        CaseReport report = Cases.runAll(RegulationBundle.directory(temp));

        assertThat(report.problems()).isEmpty();
        assertThat(report.failures())
                .extracting(CaseResult::asked, CaseResult::expected, CaseResult::actual)
                .contains(Assertions.tuple("case:Municipality.port Level on 2026-01-16", "first", "second"));
    }

    @Test
    void aNumberInAnotherUnitIsRefused() {
        Twin port = AssetTypes.builtIn().twin("xx:port", "Municipality");
        try (RegulationEngine engine = RegulationEngine.builder()
                .regulations(RegulationBundle.directory(FOLDER).regulations())
                .build()) {
            engine.put(port);

            assertThat(refused(() -> engine.accept(told(port, Quantity.of("80", Unit.METRE)))))
                    .contains("ug/m3");
            engine.accept(told(port, Quantity.of("80", Unit.MICROGRAM_PER_CUBIC_METRE)));
        }
    }

    private static Input told(Twin twin, Quantity value) {
        return new Input.Observed(
                new Observation(twin.id(), "pm10Today", Optional.of(value), NOON, NOON, "test", Quality.GOOD));
    }

    private static String refused(ThrowingCallable call) {
        CityTwinException refusal = Assertions.catchThrowableOfType(CityTwinException.class, call);
        return refusal.problem() + " " + refusal.advice();
    }
}
