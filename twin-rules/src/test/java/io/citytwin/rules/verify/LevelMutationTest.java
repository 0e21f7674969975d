package io.citytwin.rules.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.rules.bundle.RegulationBundle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** The moment at which a level is decided: changed where rules decide it, and only there. */
class LevelMutationTest {

    private static final RegulationBundle FOLDERS =
            RegulationBundle.directory(Path.of("src/test/resources/mutate/northland"));
    private static final String ID = "xx.northland.lengths";
    private static final String LEVEL = """
            levels:
              Calm:
                of: Province
                states: [none, windy]
                start: none
                evaluate: daily 12:00
                in-force: next day
                unknown: keep
                announced: wins
            """;

    private static final String WINDS = """
            indicators:
              gusts: {of: Province, from: AirStation.pm10, take: mean, decimals: 0, rounding: half-up, capture: 1, day: civil, known: next day %s}
            runs:
              gusty: {of: Province, days: gusts > gustLimit, ending: yesterday, missing: breaks}
            """;
    private static final String LIMIT =
            "gustLimit: {unit: ug/m3, values: [{from: 2024-01-01, value: 50, source: act, confidence: VERIFIED/A}]}\n";
    private static final String RAISE = """
            rule "wind"
            when
              $p : Province( calm < Calm.windy%s )
            then
              findings.raise( $p, Calm.windy );
            end
            """;

    private static List<String> changes(String more) {
        return changes(LEVEL, more);
    }

    private static List<String> changes(String state, String more) {
        SortedMap<String, byte[]> files = FOLDERS.files(ID);
        String rules = new String(files.get("rules.drl"), StandardCharsets.UTF_8) + more;
        files.put("state.yaml", state.getBytes(StandardCharsets.UTF_8));
        files.put("rules.drl", rules.getBytes(StandardCharsets.UTF_8));
        String parameters = new String(files.get("parameters.yaml"), StandardCharsets.UTF_8);
        if (state.contains("gustLimit")) {
            files.put("parameters.yaml", (parameters + LIMIT).getBytes(StandardCharsets.UTF_8));
        }
        String folder = new String(files.get("regulation.yaml"), StandardCharsets.UTF_8);
        files.put(
                "regulation.yaml",
                (folder + "  wind: {since: 2024-01-01, source: act, title: {en: Wind}}\n")
                        .getBytes(StandardCharsets.UTF_8));
        RegulationBundle bundle = FOLDERS.changed(ID, files);
        assertThat(bundle.report().errors()).as(bundle.report().text()).isEmpty();
        return Mutations.run(bundle, bundle.find(ID).orElseThrow()).mutants().stream()
                .filter(mutant -> mutant.place().file().endsWith("state.yaml"))
                .map(Mutant::change)
                .toList();
    }

    @Test
    void ofALevelThatIsOnlyAnnouncedOnlyItsStartIsChanged() {
        assertThat(changes("""
                rule "wind"
                when
                  Province( $province : id, calm == Calm.windy )
                  Municipality( $town : id, province == $province )
                  $v : Vehicle( place == $town )
                then
                  findings.forbid( $v, Act.idle );
                end
                """)).containsExactly("`none` becomes `windy`");
    }

    @Test
    void ofALevelThatARuleRaisesTheMomentIsChangedToo() {
        assertThat(changes(RAISE.formatted("")))
                .contains("`none` becomes `windy`", "`daily 12:00` becomes `daily 11:59`");
    }

    @Test
    void fromWhichMinuteADayCanBeUsedIsChangedWhereALevelIsDecidedAboutThen() {
        String raise = RAISE.formatted(", gusty >= 1");
        assertThat(changes(WINDS.formatted("12:01") + LEVEL, raise))
                .contains("`next day 12:01` becomes `next day 12:00`");
        assertThat(changes(WINDS.formatted("12:02") + LEVEL, raise))
                .contains("`daily 12:00` becomes `daily 11:59`")
                .noneMatch(change -> change.contains("next day"));
    }
}
