package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Effect;
import io.citytwin.rules.Finding;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.bundle.RegulationBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rules ask of devices. */
class ClaimTest {

    private static final Instant NOON = Instant.parse("2026-01-15T11:00:00Z");

    @TempDir
    private Path temp;

    private List<Effect> claims(String conditions, String claim, Twin... twins) throws IOException {
        return says(conditions, "set( $x, Property." + claim + " )", twins);
    }

    private List<Effect> says(String conditions, String verb, Twin... twins) throws IOException {
        try (RegulationEngine engine = engine(conditions, verb)) {
            engine.put(twins);
            engine.advanceTo(NOON);
            return engine.findings(twins[0].id()).stream().map(Finding::effect).toList();
        }
    }

    private RegulationEngine engine(String conditions, String verb) throws IOException {
        Files.writeString(temp.resolve("regulation.yaml"), """
                id: xx.site
                title: {en: Site}
                jurisdiction: XX
                authority: The site
                rank: operator
                verified: 2026-03-13
                sources: {rule: {act: House rule 1}}
                provisions: {order: {since: 2020-01-01, source: rule, title: {en: Order}, confidence: VERIFIED/A}}
                """);
        Files.writeString(temp.resolve("parameters.yaml"), """
                share: {unit: "%", values: [{from: 2020-01-01, value: 60, source: rule, confidence: VERIFIED/A}]}
                less: {unit: "%", values: [{from: 2020-01-01, value: 20, source: rule, confidence: VERIFIED/A}]}
                """);
        Files.writeString(
                temp.resolve("rules.drl"), "rule \"order\" when " + conditions + " then findings." + verb + "; end");
        RegulationBundle bundle = RegulationBundle.directory(temp);
        assertThat(bundle.report().errors()).isEmpty();
        return RegulationEngine.builder().regulations(bundle).build();
    }

    private static Twin twin(String type) {
        return AssetTypes.builtIn().twin("xx:one", type);
    }

    @Test
    void aSumOfLawIsClaimedInTheUnitOfTheDevice() throws IOException {
        assertThat(claims(
                        "Law( $s : share, $l : less ) $x : LampPost( airSensor )",
                        "dimming, $s - $l",
                        twin("LampPost").with("airSensor", "true")))
                .containsExactly(new Effect.Claim("dimming", Quantity.of(40, Unit.PERCENT)));
    }

    @Test
    void nothingIsClaimedWhereTheRuleDoesNotHold() throws IOException {
        assertThat(claims(
                        "$x : LampPost( airSensor )",
                        "dimming, share",
                        twin("LampPost").with("airSensor", "false")))
                .isEmpty();
    }

    @Test
    void nothingIsClaimedOnAGuess() throws IOException {
        assertThat(claims("$x : LampPost( airSensor )", "dimming, share", twin("LampPost")))
                .isEmpty();
    }

    @Test
    void flagsAndNamesAreClaimedAsTheyStand() throws IOException {
        assertThat(claims("$x : HeatingPlant()", "running, false", twin("HeatingPlant")))
                .containsExactly(new Effect.Claim("running", new Value.Flag(false)));
        assertThat(claims("$x : ParkingBay()", "keptFor, BayUse.electric", twin("ParkingBay")))
                .containsExactly(new Effect.Claim("keptFor", new Value.Term("electric")));
    }

    @Test
    void aFloorIsASumInTheUnitOfTheDevice() throws IOException {
        String conditions = "Law( $s : share, $l : less ) $x : LampPost( airSensor )";
        String floor = "floor( $x, Property.dimming, $s - $l )";
        assertThat(says(conditions, floor, twin("LampPost").with("airSensor", "true")))
                .containsExactly(new Effect.Floor("dimming", Quantity.of(40, Unit.PERCENT)));
        assertThat(says(conditions, floor, twin("LampPost").with("airSensor", "false")))
                .isEmpty();
    }

    /** A floor says what may be asked of a device, and not what its reading must keep. */
    @Test
    void aFloorIsNoLimitThatAnAnswerCouldBreak() throws IOException {
        Twin dark = twin("LampPost").with("airSensor", "true").with("dimming", "10");
        try (RegulationEngine engine = engine("$x : LampPost( airSensor )", "floor( $x, Property.dimming, share )")) {
            engine.put(dark);
            Decision decision = engine.decide(Question.limits(dark.id(), "dimming"), AsOf.at(NOON));
            assertThat(decision.outcome()).isEqualTo(Decision.Outcome.ALLOWED);
            assertThat(decision.findings()).isEmpty();
        }
        try (RegulationEngine engine =
                engine("$x : LampPost( airSensor )", "cap( $x, Property.dimming, less - less )")) {
            engine.put(dark);
            assertThat(engine.decide(Question.limits(dark.id(), "dimming"), AsOf.at(NOON))
                            .outcome())
                    .isEqualTo(Decision.Outcome.FORBIDDEN);
        }
    }
}
