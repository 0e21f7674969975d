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
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ban that a table dates row by row, and that was moved before it began. */
class DatedRowsEngineTest {

    private static final Twin MOPED = AssetTypes.builtIn()
            .twin("xx:moped", "Vehicle")
            .with("category", "L3e")
            .with("euro", "1");

    @TempDir
    private Path temp;

    @BeforeEach
    void writeFolder() throws IOException {
        Files.createDirectories(temp.resolve("tables"));
        Files.writeString(temp.resolve("regulation.yaml"), """
                id: xx.zone
                title: {en: Zone}
                jurisdiction: XX
                authority: Nobody
                rank: municipality
                verified: 2026-03-13
                sources: {act1: {act: Act 1}, act2: {act: Act 2}, act3: {act: Act 3}}
                provisions: {ban: {since: 2019-02-25, source: act1, title: {en: Ban}}}
                """);
        Files.writeString(temp.resolve("parameters.yaml"), """
                Banned:
                  columns: {category: VehicleCategory..., euro: EuroClass...}
                  values: [{from: 2019-02-25, table: banned.csv, source: act1, confidence: VERIFIED/A}]
                """);
        Files.writeString(temp.resolve("tables/banned.csv"), """
                category,euro,from,published,moves,source,confidence
                L3e,0-2,2024-10-01,2018-06-01,,act2,VERIFIED/A
                L3e,0-2,2025-10-01,2024-05-01,2024-10-01,act3,VERIFIED/P
                M1,0-2,2019-02-25,2018-06-01,,act1,VERIFIED/A
                """);
        Files.writeString(temp.resolve("rules.drl"), """
                rule "ban" when
                  Banned( $c : category, $e : euro )
                  $v : Vehicle( category in $c, euro in $e )
                then
                  findings.forbid( $v, Act.enter );
                end
                """);
    }

    private Decision ask(AsOf asOf) {
        RegulationBundle bundle = RegulationBundle.directory(temp);
        assertThat(bundle.report().errors()).isEmpty();
        try (RegulationEngine engine =
                RegulationEngine.builder().regulations(bundle).build()) {
            engine.put(MOPED);
            return engine.decide(Question.may(MOPED.id(), "enter"), asOf);
        }
    }

    @Test
    void theMovedRowBansFromItsNewDayOnly() {
        assertThat(ask(AsOf.at("2025-09-30T21:59:59Z")).outcome()).isEqualTo(Decision.Outcome.ALLOWED);
        assertThat(ask(AsOf.at("2025-09-30T22:00:00Z")).outcome()).isEqualTo(Decision.Outcome.FORBIDDEN);
    }

    @Test
    void beforeTheMoveWasPublishedTheOldDayStood() {
        AsOf first = AsOf.at("2024-10-01T10:00:00Z");
        assertThat(ask(first.publishedBy(LocalDate.of(2024, 4, 30))).outcome()).isEqualTo(Decision.Outcome.FORBIDDEN);
        assertThat(ask(first.publishedBy(LocalDate.of(2024, 5, 1))).outcome()).isEqualTo(Decision.Outcome.ALLOWED);
    }

    @Test
    void theReasonShowsTheDatesAndTheSourceOfTheRow() {
        assertThat(ask(AsOf.at("2025-10-01T10:00:00Z")).explain("en"))
                .contains("law: Banned = category L3e, euro 0-2 (from 2025-10-01, published 2024-05-01; Act 3)");
    }

    @Test
    void aTableThatNoLongerHoldsIsNamedAsTheReasonWhyNot() throws IOException {
        Path parameters = temp.resolve("parameters.yaml");
        Files.writeString(
                parameters,
                Files.readString(parameters).replace("from: 2019-02-25,", "from: 2019-02-25, last_day: 2026-01-01,"));
        assertThat(ask(AsOf.at("2026-01-01T22:59:59Z")).outcome()).isEqualTo(Decision.Outcome.FORBIDDEN);
        assertThat(ask(AsOf.at("2026-01-01T23:00:00Z")).explain("en"))
                .contains("not xx.zone/ban: no Banned on 2026-01-02");
    }
}
