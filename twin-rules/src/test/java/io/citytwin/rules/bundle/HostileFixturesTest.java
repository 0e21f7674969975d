package io.citytwin.rules.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.citytwin.rules.regulation.Regulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder below {@code hostile} tries something: {@code laws} holds what a stranger sent, {@code below} what was there
 * before, {@code trust.yaml} what the host grants. A comment marks the place of the refusal.
 */
class HostileFixturesTest {

    private static final Path ROOT = Path.of("src/test/resources/hostile");

    static Stream<String> kinds() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void isRefusedAtItsPlaceOrDoesWhatIsGrantedOnly(String kind) throws IOException {
        RegulationBundle bundle =
                assertTimeoutPreemptively(Duration.ofSeconds(30), () -> open(ROOT.resolve(kind), Path.of("laws")));

        Markers.assertMatch(
                ROOT.resolve(kind).resolve("laws"),
                new BundleReport(bundle.top().report().problems(), 0));
    }

    @Test
    void thereAreManyAndAFewThatOnlyDoWhatTheyMay() throws IOException {
        List<String> harmless = new ArrayList<>();
        for (String kind : kinds().toList()) {
            if (open(ROOT.resolve(kind), Path.of("laws")).top().report().isClean()) {
                harmless.add(kind);
            }
        }
        assertThat(kinds()).hasSizeGreaterThan(40 + harmless.size());
        assertThat(harmless).containsExactly("granted-all-it-does", "override-granted");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void whatWasThereBeforeStays(String kind) throws IOException {
        Path folder = ROOT.resolve(kind);
        if (Files.isDirectory(folder.resolve("below")) && !kind.equals("override-granted")) {
            List<String> before = hashes(RegulationBundle.directory(folder.resolve("below")));

            assertThat(before).isNotEmpty();
            assertThat(hashes(open(folder, Path.of("laws")))).isEqualTo(before);
        }
    }

    @Test
    void aNeighbourKeepsItsIdThoughAStrangersFolderComesFirst() {
        RegulationBundle bundle = open(ROOT.resolve("id-of-a-neighbour"), Path.of("laws"));

        assertThat(bundle.find("xx.guest.rules")).isPresent();
        assertThat(bundle.report().errors()).hasSize(1);
    }

    @Test
    void aGrantedOverrideIsInForce() {
        RegulationBundle bundle = open(ROOT.resolve("override-granted"), Path.of("laws"));

        assertThat(bundle.find("xx.north.days")
                        .orElseThrow()
                        .parameters()
                        .find("days")
                        .orElseThrow()
                        .values())
                .singleElement()
                .satisfies(value -> assertThat(value.value()).hasToString("9 days"));
    }

    private static List<String> hashes(RegulationBundle bundle) {
        return bundle.regulations().stream().map(Regulation::hash).toList();
    }

    private static RegulationBundle open(Path folder, Path laws) {
        Path host = folder.resolve("trust.yaml");
        Trust trust = Files.exists(host) ? Trust.read(host) : Trust.everything();
        RegulationBundle above = RegulationBundle.directory(folder.resolve(laws), trust);
        Path below = folder.resolve("below");
        return Files.exists(below) ? RegulationBundle.directory(below).and(above) : above;
    }
}
