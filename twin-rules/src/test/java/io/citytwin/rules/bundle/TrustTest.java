package io.citytwin.rules.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.rules.internal.trust.Wildcards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustTest {

    private static final Path SAMPLE = Path.of("src/test/resources/trust/trust.yaml");
    private static final Path HOSTILE = Path.of("src/test/resources/hostile");

    @TempDir
    private Path temp;

    @Test
    void aFileIsReadWithAllThatItGrants() {
        Trust trust = Trust.read(SAMPLE);

        assertThat(trust.signatures()).isEqualTo(Trust.Signatures.REQUIRED);
        assertThat(trust.keys()).containsOnlyKeys("smog-office");
        assertThat(trust.seenFrom()).contains(SAMPLE.toAbsolutePath().getParent());
        assertThat(trust.grants()).hasSize(2);
        assertThat(trust.grants().get(0)).satisfies(grant -> {
            assertThat(grant.to().key()).contains("smog-office");
            assertThat(grant.authorities()).containsExactly("Region of Northland");
            assertThat(grant.rank()).isEqualTo(4);
            assertThat(grant.jurisdictions()).containsExactly("XX-1");
            assertThat(grant.acts()).containsExactly("Vehicle.circulate");
        });
        assertThat(trust.grants().get(1).overrides()).containsExactly("xx.northland.smog/pm10Limit");
        assertThat(trust.grants().get(1).place().line()).isGreaterThan(10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "grants: [{authorities: [A], rank: state}] ; trust.yaml:1:10 R103 ; jurisdictions",
                "grants: [{id: x, authorities: [A], rank: king, jurisdictions: [XX]}] ; trust.yaml:1:42 R103 ; king",
                "grants: [{id: x, authority: A, authorities: [A], rank: state, jurisdictions: [XX]}] ; trust.yaml:1:18 R103 ; authority",
                "{grants: [], keys: {office: AAAA}} ; trust.yaml:1:29 R401 ; `office` is no public key",
                "grants: [{key: ofice, authorities: [A], rank: state, jurisdictions: [XX]}] ; trust.yaml:1:16 R401 ; `ofice`",
                "grants: [{id: x, authorities: [A], rank: state, jurisdictions: [XX], acts: [enter]}] ; R401 ; `*.enter`",
                "grants: [{id: x, authorities: [A], rank: state, jurisdictions: [XX], overrides: [days]}] ; R401 ; `id/parameter`",
                "grants: [{id: x, authorities: [A], rank: state, jurisdictions: [XX]}, *a] ; trust.yaml:1:71 R102 ; alias",
                "grants: [ ; trust.yaml:1: ; R102",
                "- a ; trust.yaml:1:1 R103 ; `grants`"
            })
    void aMistakeRefusesTheWholeFile(String text, String place, String word) throws IOException {
        Path file = Files.writeString(temp.resolve("trust.yaml"), text);

        assertThatThrownBy(() -> Trust.read(file))
                .isInstanceOf(CityTwinException.class)
                .hasMessageStartingWith("R401")
                .hasMessageContaining(place)
                .hasMessageContaining(word);
    }

    @Test
    void allMistakesAreToldAtOnce() throws IOException {
        Path file = Files.writeString(
                temp.resolve("trust.yaml"),
                "keys: {a: b, c: d}\ngrants: [{key: e, authorities: [], rank: x, jurisdictions: []}]\n");

        assertThatThrownBy(() -> Trust.read(file))
                .satisfies(
                        thrown -> assertThat(thrown.getMessage().lines().filter(line -> line.contains("trust.yaml:")))
                                .hasSize(4));
    }

    @Test
    void aFileThatIsNotThereGrantsNothing() {
        assertThatThrownBy(() -> Trust.read(temp.resolve("none.yaml"))).hasMessageContaining("R401");
        assertThatThrownBy(() -> Trust.read(temp)).hasMessageContaining("R401");
    }

    @Test
    void foldersAreNamedFromTheFileWhereverTheyAreOpened() {
        Path kind = HOSTILE.resolve("granted-all-it-does");
        Trust trust = Trust.read(kind.resolve("trust.yaml"));

        for (Path opened : List.of(kind, kind.resolve("laws"), kind.resolve("laws/guest"))) {
            assertThat(RegulationBundle.directory(opened, trust).find("xx.guest.rules"))
                    .as(opened.toString())
                    .isPresent();
        }
        assertThat(RegulationBundle.directory(HOSTILE.resolve("folder-not-granted"), trust)
                        .regulations())
                .isEmpty();
    }

    @Test
    void withoutLimitsFoldersDoWhatTheyAlwaysDid() {
        Path laws = HOSTILE.resolve("authority-of-another/laws");

        assertThat(RegulationBundle.directory(laws, Trust.everything()).regulations())
                .isEqualTo(RegulationBundle.directory(laws).regulations())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "a, a, true",
        "a, ab, false",
        "a*, ab, true",
        "*b, ab, true",
        "a*c, abc, true",
        "a*c, ac, true",
        "ab*bc, abc, false",
        "*, anything, true",
        "a**b, ab, true",
        "a*b*c, aXbYc, true",
        "a*b*c, acb, false"
    })
    void starsStandForAnyCharacters(String pattern, String name, boolean fits) {
        assertThat(Wildcards.fits(pattern, name)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "a/b, a/b, true", "a/*, a/b, true", "a/*, a/b/c, false", "a/**, a/b/c, true", "a/**, a, true",
        "**/c, a/b/c, true", "a/**/d, a/b/c/d, true", "a/**/d, a/d, true", "a/**/d, b/d, false", "*, a/b, false",
        "../a/*, ../a/b, true", "a/**, ab, false"
    })
    void inPathsOneStarIsOneName(String pattern, String path, boolean fits) {
        assertThat(Wildcards.fitsPath(pattern, path)).isEqualTo(fits);
    }

    @Test
    void patternsCannotTakeLong() {
        assertThat(Wildcards.fits("*a".repeat(2_000) + "b", "a".repeat(20_000))).isFalse();
        assertThat(Wildcards.fitsPath("**/a/".repeat(500) + "b", "a/".repeat(500) + "c"))
                .isFalse();
    }
}
