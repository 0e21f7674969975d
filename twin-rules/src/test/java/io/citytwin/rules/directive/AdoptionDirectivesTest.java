package io.citytwin.rules.directive;

import static io.citytwin.rules.directive.NorthlandCity.LAMP;
import static io.citytwin.rules.directive.NorthlandCity.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.signal.Directive;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.regulation.Regulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change of law asks devices for what changed, and for nothing else. */
class AdoptionDirectivesTest {

    @TempDir
    private Path folder;

    private final RegulationEngine engine = NorthlandCity.engine(1);
    private final RegulationGovernor governor = RegulationGovernor.of(engine);

    @BeforeEach
    void anEveningWithTwoLamps() {
        engine.put(
                NorthlandCity.lamp(""),
                NorthlandCity.twin("other", "LampPost", "place=xx:town lightingClass=M1 wifi=true"),
                NorthlandCity.twin("room", "BuildingUnit", "place=xx:town"));
        assertThat(governor.step(at("2026-02-21T23:30")))
                .extracting(directive -> directive.twin().name())
                .containsExactly("lamp", "other", "room");
    }

    @AfterEach
    void close() {
        governor.close();
        engine.close();
    }

    private List<Regulation> law(String file, String text, String by) throws IOException {
        for (String name : List.of(
                "smoke/regulation.yaml",
                "smoke/parameters.yaml",
                "smoke/state.yaml",
                "smoke/rules.drl",
                "state/regulation.yaml",
                "state/parameters.yaml",
                "state/rules.drl")) {
            Path copy = folder.resolve(name);
            Files.createDirectories(copy.getParent());
            String content = Files.readString(
                    Path.of("src/test/resources/directives/northland").resolve(name));
            if (name.equals(file)) {
                assertThat(content).contains(text);
                content = content.replace(text, by);
            }
            Files.writeString(copy, content);
        }
        return RegulationBundle.directory(folder).regulations();
    }

    @Test
    void onlyTheActuatorWhoseValueChangesIsAskedAgain() throws IOException {
        engine.adopt(law("smoke/parameters.yaml", "value: 40,", "value: 30,"));
        List<Directive> directives = governor.step(at("2026-02-21T23:31"));
        assertThat(directives).singleElement().satisfies(directive -> {
            assertThat(directive.twin()).isEqualTo(LAMP);
            assertThat(directive.value()).isEqualTo(Quantity.of(30, io.citytwin.core.model.Unit.PERCENT));
            assertThat(directive.cause().provision()).isEqualTo("xx.northland.smoke/night");
        });
        assertThat(governor.step(at("2026-02-21T23:32"))).isEmpty();
    }

    @Test
    void aLawThatChangesNothingHereAsksForNothingAndKeepsIds() throws IOException {
        List<Ledger.Entry> before = List.copyOf(governor.ledger().entries());
        engine.adopt(law("smoke/parameters.yaml", "value: 30000,", "value: 40000,"));
        assertThat(governor.step(at("2026-02-21T23:31"))).isEmpty();
        assertThat(governor.ledger().entries()).isEqualTo(before);
    }

    @Test
    void whatNoProvisionClaimsAnyMoreComesToRest() throws IOException {
        List<Regulation> law = law("smoke/rules.drl", "", "");
        engine.adopt(
                law.stream().filter(one -> one.id().equals("xx.state.energy")).toList());
        assertThat(governor.step(at("2026-02-21T23:31"))).singleElement().satisfies(directive -> {
            assertThat(directive.twin()).isEqualTo(LAMP);
            assertThat(directive.kind()).isEqualTo(Directive.Kind.REVERT);
        });
        engine.adopt(law);
        assertThat(governor.step(at("2026-02-21T23:32"))).singleElement().satisfies(directive -> {
            assertThat(directive.twin()).isEqualTo(LAMP);
            assertThat(directive.kind()).isEqualTo(Directive.Kind.CLAIM);
        });
    }

    /** Where the other law cannot say, what the same provision claimed last stands. */
    @Test
    void aDoubtUnderTheOtherLawKeepsWhatWasClaimed() throws IOException {
        engine.adopt(law("smoke/rules.drl", "lightingClass != LightingClass.M1", "airSensor"));
        assertThat(governor.step(at("2026-02-21T23:31"))).isEmpty();
        assertThat(governor.doubts())
                .anySatisfy(doubt -> assertThat(doubt.unknown()).containsExactly("airSensor"));
        engine.put(NorthlandCity.lamp("airSensor=false"));
        assertThat(governor.step(at("2026-02-21T23:32")))
                .singleElement()
                .returns(Directive.Kind.REVERT, Directive::kind);
    }
}
