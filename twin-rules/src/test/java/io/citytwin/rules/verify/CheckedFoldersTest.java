package io.citytwin.rules.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.rules.bundle.Markers;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.RegulationBundle;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each folder loads and carries one kind of warning; comments mark the lines, as in the malformed folders. Beside each
 * marked line stands one that looks alike and is well.
 */
class CheckedFoldersTest {

    private static final Path ROOT = Path.of("src/test/resources/checked");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 13);

    static Stream<String> kinds() throws IOException {
        return Markers.kinds(ROOT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void theWarningStandsAtItsLineAndNoOtherOne(String kind) throws IOException {
        List<Problem> problems =
                FolderCheck.of(RegulationBundle.directory(ROOT.resolve(kind)), TODAY).run().problems().stream()
                        .filter(problem -> problem.severity() != Problem.Severity.OPEN_POINT)
                        // Cases would hide what the other folders are about.
                        .filter(problem -> !problem.code().id().equals("R306") || kind.startsWith("no-cases"))
                        .toList();

        Markers.check(ROOT.resolve(kind), problems);
        assertThat(problems)
                .allSatisfy(problem -> assertThat(problem.severity()).isEqualTo(Problem.Severity.WARNING))
                .allSatisfy(problem -> assertThat(problem.what()).endsWith("."))
                .allSatisfy(problem ->
                        assertThat(problem.advice()).startsWith("Maybe ").endsWith("."));
    }
}
