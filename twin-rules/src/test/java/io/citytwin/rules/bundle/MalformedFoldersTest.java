package io.citytwin.rules.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder holds one mistake; a comment {@code <- here: CODE@column | keyword} marks its line, or expected.txt. */
class MalformedFoldersTest {

    private static final Path ROOT = Path.of("src/test/resources/malformed");

    static Stream<String> kinds() throws IOException {
        return Markers.kinds(ROOT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void theMistakeIsReportedAtItsLineAndNothingElse(String kind) throws IOException {
        BundleReport report = RegulationBundle.directory(ROOT.resolve(kind)).report();
        Markers.assertMatch(ROOT.resolve(kind), report);
    }

    @Test
    void theFolderWithTenMistakesReportsTen() {
        assertThat(RegulationBundle.directory(ROOT.resolve("ten-mistakes"))
                        .report()
                        .errors())
                .hasSize(10);
    }

    @Test
    void eachSentenceEndsInAFullStopAndEachAdviceProposesSomething() {
        assertThat(RegulationBundle.directory(ROOT).report().problems())
                .allSatisfy(problem -> assertThat(problem.what()).endsWith("."))
                .allSatisfy(problem ->
                        assertThat(problem.advice()).startsWith("Maybe ").endsWith("."));
    }
}
