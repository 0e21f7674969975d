package io.citytwin.rules.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.rules.bundle.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file has one mistake; its first line says with which code, where and with which words it must be reported. */
class MalformedCasesTest {

    private static final Path FOLDER = Path.of("src/test/resources/verify/malformed");
    private static final Pattern HEAD = Pattern.compile("# (R\\d{3}) (\\d+:\\d+) (.+)");

    @TempDir
    Path directory;

    static Stream<Path> files() {
        return Northland.files(FOLDER).stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aMistakeIsReportedWhereItStands(Path file) {
        String text = Northland.read(file);
        Matcher head = HEAD.matcher(text.lines().findFirst().orElseThrow());
        assertThat(head.matches()).isTrue();

        CaseReport report =
                Northland.copiedTo(directory).withoutCases().withCase(text).run();

        assertThat(report.passed()).isFalse();
        assertThat(report.problems()).hasSize(1);
        Problem problem = report.problems().get(0);
        assertThat(problem.code().id()).isEqualTo(head.group(1));
        assertThat(problem.place()).hasToString("smoke-rules/cases/one.yaml:" + head.group(2));
        assertThat(problem.what() + " " + problem.advice())
                .contains(List.of(head.group(3).split(", ")));
    }

    @Test
    void theSameCaseWithoutMistakePasses() {
        CaseReport report = Northland.copiedTo(directory)
                .withoutCases()
                .withCase(Northland.read(Northland.FOLDER.resolve("smoke-rules/cases/4-traffic.yaml")))
                .run();

        assertThat(report.passed()).isTrue();
    }

    @Test
    void aMistakeOfTheCaseIsReportedOnceAndNotForEachVariant() {
        CaseReport report = Northland.copiedTo(directory)
                .changed("cases/4-traffic.yaml", "category: M1, fuel: petrol", "category: M1, feul: petrol")
                .run();

        assertThat(report.problems()).hasSize(1);
        assertThat(report.results()).isNotEmpty();
    }
}
