package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.bundle.RegulationBundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which days of a level matter, of one that Tuesdays move from October to March. */
class LevelDaysTest {

    private static final String HEADER = """
            id: xx.wind
            title: {en: Wind}
            jurisdiction: XX
            authority: Nobody
            rank: state
            verified: 2026-01-01
            sources: {act: {act: Act 1, dated: 2020-01-01}}
            provisions:
              wind: {since: 2024-01-01, source: act, title: {en: Wind}}
            """;
    private static final String PARAMETERS = """
            winter: {unit: season, values: [{from: 2024-01-01, value: 10-01..03-31, source: act, confidence: VERIFIED/A}]}
            checkDays: {unit: weekdays, values: [{from: 2024-01-01, value: Tue, source: act, confidence: VERIFIED/A}]}
            """;
    private static final String STATE = """
            levels:
              Calm:
                of: Province
                states: [none, windy]
                start: none
                evaluate: daily 12:00
                in-force: next day
                season: winter
                outside: none
                unknown: keep
                announced: wins
            """;
    private static final String RULES = """
            rule "wind"
            when
              Law( winter, checkDays )
              $p : Province( calm < Calm.windy )
            then
              findings.raise( $p, Calm.windy );
            end
            """;

    @TempDir
    private Path temp;

    private Law law(String header, String parameters) {
        try {
            Path folder = Files.createTempDirectory(temp, "wind");
            Files.writeString(folder.resolve("regulation.yaml"), header);
            Files.writeString(folder.resolve("parameters.yaml"), parameters);
            Files.writeString(folder.resolve("state.yaml"), STATE);
            Files.writeString(folder.resolve("rules.drl"), RULES);
            RegulationBundle bundle = RegulationBundle.directory(folder);
            assertThat(bundle.report().errors()).as(bundle.report().text()).isEmpty();
            return new Law(bundle.regulations());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Proof since(String day) {
        return proof(HEADER.replace("since: 2024-01-01", "since: " + day), PARAMETERS);
    }

    private Proof winter(String from, String season) {
        return proof(
                HEADER,
                PARAMETERS.replace("{from: 2024-01-01, value: 10-01..03-31", "{from: " + from + ", value: " + season));
    }

    private Proof proof(String header, String parameters) {
        return new Equivalence(law(HEADER, PARAMETERS), AssetTypes.builtIn(), CivilCalendar.italy(), 5_000)
                .compare(law(header, parameters));
    }

    /** The first of January 2024 is a Monday. */
    @Test
    void aFirstDayMattersIfRulesAreHeardFromThenOn() {
        assertThat(since("2023-12-31")).isInstanceOf(Proof.Same.class);
        assertThat(since("2024-01-02")).isInstanceOf(Proof.Same.class);
        assertThat(since("2024-01-03")).isNotInstanceOf(Proof.Same.class);
    }

    @Test
    void aSeasonMattersOnDaysOnWhichTheLevelCanMove() {
        assertThat(winter("2024-01-02", "10-01..03-31")).isInstanceOf(Proof.Same.class);
        assertThat(winter("2023-12-31", "10-01..03-31")).isInstanceOf(Proof.Same.class);
        assertThat(winter("2024-01-03", "10-01..03-31")).isNotInstanceOf(Proof.Same.class);
        assertThat(winter("2024-01-01", "10-01..03-30")).isNotInstanceOf(Proof.Same.class);
        assertThat(winter("2024-01-01", "10-02..03-31")).isNotInstanceOf(Proof.Same.class);
    }
}
