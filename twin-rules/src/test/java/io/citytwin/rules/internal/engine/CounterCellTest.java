package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Twin;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.bundle.RegulationBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rules see of a counter before anything was settled. */
class CounterCellTest {

    private static final Twin CAR = AssetTypes.builtIn().twin("xx:car", "Vehicle");

    @TempDir
    private Path temp;

    private Decision ask(Twin car, String test) throws IOException {
        Files.writeString(temp.resolve("regulation.yaml"), """
                id: xx.zone
                title: {en: Zone}
                jurisdiction: XX
                authority: Nobody
                rank: municipality
                verified: 2026-03-13
                sources: {act1: {act: Act 1}}
                provisions: {ban: {since: 2019-02-25, source: act1, title: {en: Ban}}}
                """);
        Files.writeString(temp.resolve("parameters.yaml"), """
                free: {unit: days, values: [{from: 2019-02-25, value: 5, source: act1, confidence: VERIFIED/A}]}
                """);
        Files.writeString(temp.resolve("state.yaml"), """
                counters:
                  bonusDays: {of: Vehicle, per: holder, counts: days, starts: 10-01}
                """);
        Files.writeString(
                temp.resolve("rules.drl"),
                "rule \"ban\" when $v : Vehicle( " + test + " ) then findings.forbid( $v, Act.enter ); end");
        RegulationBundle bundle = RegulationBundle.directory(temp);
        assertThat(bundle.report().errors()).isEmpty();
        try (RegulationEngine engine =
                RegulationEngine.builder().regulations(bundle).build()) {
            engine.put(car);
            return engine.decide(Question.may(car.id(), "enter"), AsOf.at("2026-01-15T11:00:00Z"));
        }
    }

    @Test
    void thePassageAskedAboutIsTheFirst() throws IOException {
        Twin car = CAR.with("holder", "pseudonym");
        assertThat(ask(car, "bonusDays == 1").outcome()).isEqualTo(Decision.Outcome.FORBIDDEN);
        assertThat(ask(car, "bonusDays > free").outcome()).isEqualTo(Decision.Outcome.ALLOWED);
    }

    @Test
    void whatAnUnknownHolderUsedUpIsUnknown() throws IOException {
        Decision decision = ask(CAR, "bonusDays > free");
        assertThat(decision.outcome()).isEqualTo(Decision.Outcome.UNKNOWN);
        assertThat(decision.unknown()).containsExactly("holder");
    }
}
