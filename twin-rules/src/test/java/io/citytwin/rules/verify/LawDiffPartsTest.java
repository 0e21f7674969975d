package io.citytwin.rules.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.verify.LawDiffEntry.Kind;
import io.citytwin.rules.verify.LawDiffEntry.Topic;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Provisions, rules and all the rest of a folder, and the forms in which it is told. */
class LawDiffPartsTest extends AbstractLawDiffTest {

    private static final String LIMIT = "{from: 2017-10-01, value: 50, source: act1, confidence: VERIFIED/A}";

    @Test
    void provisionsAreAddedRedatedAndReworded() {
        after.changed("regulation.yaml", "last_day: 2030-12-31", "last_day: 2028-12-31");
        assertThat(only().topic()).isEqualTo(Topic.PROVISION);
        assertThat(only().kind()).isEqualTo(Kind.LAW);
        assertThat(period(only())).isEqualTo("2029-01-01 to 2030-12-31");

        after = Northland.copiedTo(directory.resolve("since"));
        after.changed("regulation.yaml", "on:      {since: 2017-10-01", "on:      {since: 2018-10-01");
        assertThat(only().kind()).isEqualTo(Kind.CORRECTION);
        assertThat(period(only())).isEqualTo("2017-10-01 to 2018-09-30");

        after = Northland.copiedTo(directory.resolve("words"));
        after.changed("regulation.yaml", "stand still", "may not move");
        assertThat(only().kind()).isEqualTo(Kind.EDITORIAL);
        assertThat(period(only())).isEqualTo("nobody");
        assertThat(diff().text()).doesNotContain("nobody gets another answer");
    }

    @Test
    void rulesAreComparedByWhatTheySay() {
        after.changed("rules.drl", "$n", "$many");
        assertThat(diff().isEmpty()).isTrue();

        after.changed("rules.drl", "level > Level.none, below >= 1,", "level > Level.first, below >= 1,");
        LawDiffEntry entry = only();
        assertThat(entry.topic()).isEqualTo(Topic.RULE);
        assertThat(entry.name()).isEqualTo("off");
        assertThat(text(entry.after()))
                .isEqualTo("Province( level > Level.first, below >= 1, forecast == Forecast.dispersion )"
                        + " then clear( Province, Level )");
        assertThat(period(entry)).isEqualTo("2017-10-01 to 2030-12-31");
    }

    @Test
    void aConsequenceIsAPartOfTheRule() {
        after.changed("rules.drl", "$max - $less", "$max");
        assertThat(text(only().before()))
                .endsWith("then cap( BuildingUnit, indoorTemperature, HeatingLaw.indoorMax - heatReduction )");
        assertThat(text(only().after())).endsWith("then cap( BuildingUnit, indoorTemperature, HeatingLaw.indoorMax )");
    }

    @Test
    void aNewRuleOfANewProvisionIsAsOldAsIt() {
        after.changed(
                "regulation.yaml",
                "  heating: {since",
                "  burning: {since: 2026-10-01, source: act2, title: {en: No fires}}\n  heating: {since");
        after.changed(
                "rules.drl",
                "rule \"heating\"",
                "rule \"burning\"\nwhen\n  $f : OpenFire( ritual == false )\nthen\n  findings.forbid( $f, Act.burn );\nend\n\nrule \"heating\"");

        assertThat(diff().entries()).extracting(LawDiffEntry::topic).containsExactly(Topic.PROVISION, Topic.RULE);
        assertThat(diff().entries())
                .allMatch(entry -> entry.kind() == Kind.LAW && entry.before().isEmpty());
    }

    @Test
    void whatIsRememberedHasNoDates() {
        after.changed("state.yaml", "capture: 1", "capture: 2");
        assertThat(only().topic()).isEqualTo(Topic.INDICATOR);
        assertThat(sides(only())).contains("capture 1").contains("capture 2");

        after.changed("state.yaml", "capture: 2", "capture: 1").changed("state.yaml", "daily 12:00", "daily 13:00");
        assertThat(only().topic()).isEqualTo(Topic.LEVEL);
        assertThat(only().readBy()).containsExactly("heating", "off", "on", "traffic");
    }

    @Test
    void headersSourcesAndCasesAreToldToo() {
        after.changed("regulation.yaml", "verified: 2026-03-13", "verified: 2026-04-01")
                .changed("regulation.yaml", "part: annex 3", "part: annex 4")
                .changed("cases/4-traffic.yaml", "euro: 1}", "euro: 0}");

        List<LawDiffEntry> entries = diff().entries();
        assertThat(entries)
                .filteredOn(entry -> entry.kind() == Kind.EDITORIAL)
                .extracting(entry -> entry.topic() + " " + entry.name())
                .containsExactly("REGULATION verified", "SOURCE act2", "CASE cases/4-traffic.yaml");
        // Values that stand in the source say so.
        assertThat(entries)
                .filteredOn(entry -> entry.kind() == Kind.CORRECTION)
                .extracting(LawDiffEntry::name)
                .contains("onDays", "Stopped");
    }

    @Test
    void aRegulationThatCameOrWentIsOneEntry() {
        List<LawDiffEntry> gone = LawDiff.between(
                        RegulationBundle.directory(Northland.FOLDER).regulations(), List.of())
                .entries();
        assertThat(gone).extracting(LawDiffEntry::kind).containsOnly(Kind.CORRECTION);
        assertThat(gone).extracting(LawDiffEntry::regulation).containsExactly(Northland.ID, "xx.state.heating");
        assertThat(LawDiff.between(
                                List.of(),
                                RegulationBundle.directory(Northland.FOLDER).regulations())
                        .entries())
                .extracting(LawDiffEntry::kind)
                .containsOnly(Kind.COVERAGE);
    }

    @Test
    void aUsedRegulationNamesItsReadersElsewhere() {
        after.changedTo(
                "../heating/parameters.yaml",
                "indoorMax: {unit: degC, values: [{from: 2013-07-12, value: 19, source: act74, confidence: VERIFIED/A}]}\n");
        assertThat(only().regulation()).isEqualTo("xx.state.heating");
        assertThat(only().readBy()).containsExactly(Northland.ID + "/heating");
    }

    @Test
    void theChangelogFormHasKindPeriodAndFolder() {
        after.changed("parameters.yaml", LIMIT, LIMIT.replace("50", "45"));

        assertThat(diff().markdown())
                .isEqualTo(
                        "- *correction, since 2017-10-01, `xx/northland/smoke`*: value `pm10Limit` `50 ug/m3` -> `45 ug/m3`"
                                + " (`Act 1 of 2017-09-18, VERIFIED/A`); read by `off`, `on`\n");
    }

    @Test
    void textOfAFolderStaysTextInEveryFormat() throws IOException {
        after.changed(
                "parameters.yaml", "note: annex of 2023 not read", "note: \"<script>alert(1)</script> ` =cmd()\"");

        assertThat(diff().markdown()).contains("`note annex of 2023 not read -> <script>alert(1)</script> ' =cmd()`");
        JsonNode change =
                new ObjectMapper().readTree(diff().json()).path("changes").path(0);
        assertThat(change.path("details").path(0).asText()).contains("<script>alert(1)</script> ` =cmd()");
        assertThat(change.path("kind").asText()).isEqualTo("editorial");
        assertThat(change.path("before").path("from").asText()).isEqualTo("2023-10-01");
    }
}
