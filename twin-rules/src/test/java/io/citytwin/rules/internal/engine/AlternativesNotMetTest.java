package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.TwinId;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.Unmet;
import io.citytwin.rules.bundle.RegulationBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a rule does not apply whose last test holds in one of two ways. */
class AlternativesNotMetTest {

    private static final TwinId VEHICLE = TwinId.of("city:v");

    @TempDir
    private Path temp;

    @BeforeEach
    void writeTheFolder() throws IOException {
        Files.writeString(temp.resolve("regulation.yaml"), """
                id: xx.town
                title: {en: Rules of a town}
                jurisdiction: XX
                authority: Nobody
                rank: state
                verified: 2026-01-01
                sources: {act: {act: Act 1, dated: 2020-01-01}}
                provisions:
                  stop: {since: 2020-01-01, source: act, title: {en: Stop}}
                """);
        Files.writeString(temp.resolve("parameters.yaml"), """
                short: {unit: m, values: [{from: 2020-01-01, value: 3, source: act, confidence: VERIFIED/A}]}
                long: {unit: m, values: [{from: 2020-01-01, value: 5, source: act, confidence: VERIFIED/A}]}
                """);
        Files.writeString(temp.resolve("rules.drl"), """
                rule "stop"
                when
                  Law( $short : short, $long : long )
                  $v : Vehicle( fuel == Fuel.diesel && length > $short || fuel == Fuel.petrol && length > $long )
                then
                  findings.forbid( $v, Act.circulate );
                end
                """);
    }

    private List<String> failed(String values) {
        try (RegulationEngine engine = RegulationEngine.builder()
                .regulations(RegulationBundle.directory(temp).regulations())
                .build()) {
            AssetTypes types = AssetTypes.builtIn();
            engine.put(
                    types.twin("city:r", "Region").withAll("code=XX-1"),
                    types.twin("city:p", "Province").withAll("code=XX-1-P region=city:r"),
                    types.twin("city:m", "Municipality").withAll("code=XX-1-M province=city:p"),
                    types.twin(VEHICLE.toString(), "Vehicle").withAll("place=city:m " + values));
            Decision decision = engine.decide(Question.may(VEHICLE, "circulate"), AsOf.at("2026-01-18T10:00+01:00"));
            return decision.notApplied().stream()
                    .flatMap(not -> not.unmet().stream())
                    .map(Unmet::failed)
                    .flatMap(List::stream)
                    .map(Unmet.Comparison::toString)
                    .toList();
        }
    }

    @Test
    void whatHoldsOfAnAlternativeIsNotTold() {
        assertThat(failed("fuel=petrol length=4")).containsExactly("fuel petrol == diesel", "length 4 m > 5 m");
        assertThat(failed("fuel=diesel length=2"))
                .containsExactly("length 2 m > 3 m", "fuel diesel == petrol", "length 2 m > 5 m");
        assertThat(failed("fuel=diesel length=4")).isEmpty();
    }
}
