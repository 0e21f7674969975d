package io.citytwin.rules.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.rules.regulation.Confidence;
import io.citytwin.rules.regulation.Regulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that no law stands behind, in a zone of a municipality. */
class HouseRulesTest {

    @TempDir
    private Path temp;

    private RegulationBundle bundle(String rank) throws IOException {
        Files.createDirectories(temp.resolve("tables"));
        Files.writeString(temp.resolve("regulation.yaml"), """
                id: xx.site
                title: {en: Site}
                jurisdiction: XX-015146-C
                authority: The site
                verified: 2026-03-13
                sources: {rule: {act: House rule 1}}
                provisions: {dim: {since: 2020-01-01, source: rule, title: {en: Dim}, confidence: OWN}}
                """ + "rank: " + rank + "\n");
        Files.writeString(temp.resolve("parameters.yaml"), """
                share: {unit: "%", values: [{from: 2020-01-01, value: 60, source: rule, confidence: OWN}]}
                Quiet:
                  columns: {group: text}
                  values: [{from: 2020-01-01, table: quiet.csv, source: rule, confidence: VERIFIED/A}]
                """);
        Files.writeString(
                temp.resolve("tables/quiet.csv"), "group,from,source,confidence\nlorries,2021-01-01,rule,OWN\n");
        Files.writeString(
                temp.resolve("rules.drl"),
                "rule \"dim\" when $l : LampPost() then findings.set( $l, Property.dimming, share ); end");
        return RegulationBundle.directory(temp);
    }

    private Regulation regulation(String rank) throws IOException {
        RegulationBundle bundle = bundle(rank);
        assertThat(bundle.report().errors()).isEmpty();
        return bundle.regulations().get(0);
    }

    @Test
    void anOperatorRanksBelowEveryAuthority() throws IOException {
        List<String> authorities = List.of("municipality", "province", "region", "state", "union");
        int before = regulation("operator").rank();
        assertThat(before).isPositive();
        for (String authority : authorities) {
            int rank = regulation(authority).rank();
            assertThat(rank).as(authority).isGreaterThan(before);
            before = rank;
        }
    }

    @Test
    void theCodeOfAZoneIsAJurisdiction() throws IOException {
        assertThat(regulation("operator").jurisdiction()).isEqualTo("XX-015146-C");
    }

    @Test
    void eachHouseRuleIsShownAsOne() throws IOException {
        assertThat(regulation("operator").provisions().get("dim").confidence()).contains(Confidence.OWN);
        assertThat(bundle("operator").report().problems())
                .allSatisfy(problem -> assertThat(problem.severity()).isEqualTo(Problem.Severity.OPEN_POINT))
                .extracting(Problem::what)
                .containsExactlyInAnyOrder(
                        "Provision `dim` stands in no law: `OWN: house rule, no law`.",
                        "`share` from `2020-01-01` stands in no law: `OWN: house rule, no law`.",
                        "`Quiet` for `lorries` from `2021-01-01` stands in no law: `OWN: house rule, no law`.");
    }
}
