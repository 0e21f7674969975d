package io.citytwin.rules.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.verify.Mutant.Fate;
import io.citytwin.rules.verify.Mutations.Sample;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** A folder whose cases leave nothing open, and the same folder with less. */
class MutationsTest {

    private static final RegulationBundle COMPLETE =
            RegulationBundle.directory(Path.of("src/test/resources/mutate/northland"));
    private static final String ID = "xx.northland.lengths";
    private static final String CASES = "cases/1-length.yaml";

    private static MutationReport run(RegulationBundle bundle) {
        return Mutations.run(bundle, bundle.find(ID).orElseThrow());
    }

    private static RegulationBundle changed(String file, String from, String to) {
        SortedMap<String, byte[]> files = COMPLETE.files(ID);
        String text = new String(files.get(file), StandardCharsets.UTF_8);
        assertThat(text).contains(from);
        files.put(file, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
        return COMPLETE.changed(ID, files);
    }

    private static List<String> survivors(RegulationBundle bundle) {
        return run(bundle).survivors().stream()
                .map(mutant -> mutant.place() + " " + mutant.change())
                .toList();
    }

    @Test
    void casesThatLeaveNothingOpenNoticeEachChange() {
        MutationReport report = run(COMPLETE);

        assertThat(report.survivors()).isEmpty();
        assertThat(report.count(Fate.KILLED)).isGreaterThan(10);
        assertThat(report.left()).isZero();
    }

    @Test
    void withoutTheCaseOnTheBoundaryWhatMovesTheBoundaryIsNotNoticed() {
        RegulationBundle bundle = changed(
                CASES, "exactly 7.5 m: {given: {Vehicle/v: {length: 7.5}}", "7 m: {given: {Vehicle/v: {length: 7}}");

        assertThat(survivors(bundle))
                .containsExactly(
                        "lengths/parameters.yaml:1:55 `7.5` becomes `7.4`", "lengths/rules.drl:4:24 `>` becomes `>=`");
        assertThat(run(bundle).survivors().get(1).detail())
                .contains("on the boundary", "such as 2024-01-01 00:00", "length 7.5 m", "long forbids circulate");
    }

    @Test
    void withoutTheCaseOnTheFirstDayNobodyNoticesALaterOne() {
        assertThat(survivors(changed(CASES, "  2024-01-01 10:00: {forbidden: long}\n", "")))
                .containsExactly(
                        "lengths/parameters.yaml:1:36 `2024-01-01` becomes `2024-01-02`",
                        "lengths/regulation.yaml:9:17 `2024-01-01` becomes `2024-01-02`");
    }

    @Test
    void aValueThatComesIntoForceBeforeItsProvisionMeansNothing() {
        assertThat(run(COMPLETE).mutants())
                .filteredOn(mutant -> mutant.fate() == Fate.EQUIVALENT)
                .extracting(Mutant::change)
                .containsExactly("`2024-01-01` becomes `2023-12-31`", "`2024-01-01` becomes `2023-12-31`");
    }

    // Bans add up in any order; of two exemptions the later law is the reason, or the one whose name comes first.
    @Test
    void whichOfTwoProvisionsCameFirstMattersOnlyWhereOneWins() {
        assertThat(earlierWithAnother("forbid")).isEqualTo(Fate.EQUIVALENT);
        assertThat(earlierWithAnother("lift")).isEqualTo(Fate.SURVIVED);
    }

    /** What comes of an earlier first day of one of two provisions that say the same. */
    private static Fate earlierWithAnother(String verb) {
        SortedMap<String, byte[]> files = COMPLETE.files(ID);
        String rule = new String(files.get("rules.drl"), StandardCharsets.UTF_8);
        String law = new String(files.get("regulation.yaml"), StandardCharsets.UTF_8);
        String free = rule.replace("rule \"long\"", "rule \"%s\" @lifts(long)").replace("forbid", "lift");
        boolean lifts = verb.equals("lift");
        String more = lifts ? free.formatted("free") + free.formatted("open") : rule.replace("\"long\"", "\"open\"");
        String line = "  %s: {since: 2024-01-01, source: act, title: {en: Another}}\n";
        files.put("rules.drl", (rule + more).getBytes(StandardCharsets.UTF_8));
        files.put(
                "regulation.yaml",
                (law + (lifts ? line.formatted("free") : "") + line.formatted("open"))
                        .getBytes(StandardCharsets.UTF_8));
        String before =
                "case: before\ngiven: {Vehicle/v: {length: 7}}\nask: {twin: Vehicle/v, may: circulate}\nexpect: {%s}\n";
        files.put(CASES, before.formatted("2023-12-31 10:00: allowed").getBytes(StandardCharsets.UTF_8));
        return run(COMPLETE.changed(ID, files)).mutants().stream()
                .filter(mutant -> mutant.place().toString().contains("regulation.yaml:10:"))
                .filter(mutant -> mutant.change().equals("`2024-01-01` becomes `2023-12-31`"))
                .findFirst()
                .orElseThrow()
                .fate();
    }

    @Test
    void aRuleThatAnotherOneCoversMeansNothing() {
        RegulationBundle bundle = changed("rules.drl", "rule \"long\"", """
                rule "long/too"
                when
                  Law( $most : longest )
                  $v : Vehicle( length >= $most, length > $most, fuel in ( Fuel.diesel, Fuel.petrol ) )
                then
                  findings.forbid( $v, Act.circulate );
                end

                rule "long\"""");

        List<Mutant> ofRule = run(bundle).mutants().stream()
                .filter(mutant -> mutant.change().equals("the rule `long/too` is removed")
                        || mutant.change().equals("the condition `length >= $most` is removed"))
                .toList();

        assertThat(ofRule).extracting(Mutant::fate).containsExactly(Fate.EQUIVALENT, Fate.EQUIVALENT);
    }

    // As long as nobody knows whether, nobody can tell it from the contrary; once it is known, everybody can.
    @Test
    void theContraryOfAFlagThatWasNotReadMeansNothing() {
        assertThat(contrary("unknown, note: not read", "OPEN")).isEqualTo(Fate.EQUIVALENT);
        assertThat(contrary("true", "VERIFIED/A")).isEqualTo(Fate.KILLED);
    }

    private static Fate contrary(String value, String confidence) {
        SortedMap<String, byte[]> files = COMPLETE.files(ID);
        String parameters = new String(files.get("parameters.yaml"), StandardCharsets.UTF_8)
                + "strict: {unit: flag, values: [{from: 2024-01-01, value: " + value + ", source: act, confidence: "
                + confidence + "}]}\n";
        String rules = new String(files.get("rules.drl"), StandardCharsets.UTF_8)
                .replace("Law( $most : longest )", "Law( strict, $most : longest )");
        files.put("parameters.yaml", parameters.getBytes(StandardCharsets.UTF_8));
        files.put("rules.drl", rules.getBytes(StandardCharsets.UTF_8));
        if (confidence.equals("OPEN")) {
            String cases =
                    new String(files.get(CASES), StandardCharsets.UTF_8).replace("forbidden: long", "unknown: strict");
            files.put(CASES, cases.getBytes(StandardCharsets.UTF_8));
        }
        return run(COMPLETE.changed(ID, files)).mutants().stream()
                .filter(mutant -> mutant.change().equals("`strict` becomes `strict == false`"))
                .findFirst()
                .orElseThrow()
                .fate();
    }

    @Test
    void aValueThatIsRemovedIsNoticedWhereACaseNeedsIt() {
        SortedMap<String, byte[]> files = COMPLETE.files(ID);
        files.put("parameters.yaml", """
                longest:
                  unit: m
                  values:
                    - {from: 2024-01-01, value: 7.5, source: act, confidence: VERIFIED/A}
                    # longer ones since
                    - from: 2025-01-01
                      value: 8
                      source: act
                      confidence: VERIFIED/A
                    - {from: 2035-01-01, value: 9, source: act, confidence: VERIFIED/A}
                """.getBytes(StandardCharsets.UTF_8));
        String cases = new String(files.get(CASES), StandardCharsets.UTF_8)
                + "  - in 2025: {expect: {2025-06-01 10:00: allowed}}\n";
        files.put(CASES, cases.getBytes(StandardCharsets.UTF_8));

        assertThat(run(COMPLETE.changed(ID, files)).mutants())
                .filteredOn(mutant -> mutant.change().equals("the value is removed"))
                .extracting(mutant -> mutant.place().line() + " " + mutant.fate())
                .containsExactly("4 KILLED", "6 KILLED", "10 SURVIVED");
    }

    @Test
    void theSameSeedChoosesTheSameChanges() {
        MutationReport one = sample(5, 1);

        assertThat(one.mutants()).hasSize(5);
        assertThat(one.left()).isEqualTo(run(COMPLETE).mutants().size() - 5);
        assertThat(sample(5, 1)).isEqualTo(one);
        assertThat(sample(5, 2)).isNotEqualTo(one);
    }

    private static MutationReport sample(int most, long seed) {
        return Mutations.run(
                COMPLETE, COMPLETE.find(ID).orElseThrow(), new Sample(most, seed), (done, all, mutant) -> {});
    }

    @Test
    void progressIsToldOfEachChange() {
        List<String> told = new ArrayList<>();
        Mutations.run(
                COMPLETE,
                COMPLETE.find(ID).orElseThrow(),
                new Sample(3, 0),
                (done, all, mutant) -> told.add(done + " of " + all));

        assertThat(told).containsExactly("1 of 3", "2 of 3", "3 of 3");
    }

    @Test
    void casesThatFailAnywayTellNothing() {
        RegulationBundle bundle = changed(CASES, "2023-12-31 10:00: allowed", "2023-12-31 10:00: {forbidden: long}");

        assertThatThrownBy(() -> run(bundle))
                .isInstanceOf(CityTwinException.class)
                .hasMessageContaining("R307")
                .hasMessageContaining(CASES);
    }
}
