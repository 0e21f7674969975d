package io.citytwin.rules.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each folder holds one mistake; a comment {@code <- here: CODE@column | keyword} marks its line, or expected.txt. */
class MalformedFoldersTest {

    private static final Path ROOT = Path.of("src/test/resources/malformed");
    private static final Pattern MARKER = Pattern.compile("<- here: (R\\d{3})(?:@(\\d+))?((?: \\| .*)?)");
    private static final Pattern LINE = Pattern.compile("(.+):(\\d+):(\\d+) (R\\d{3})((?: \\| .*)?)");

    static Stream<String> kinds() throws IOException {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void theMistakeIsReportedAtItsLineAndNothingElse(String kind) throws IOException {
        BundleReport report = RegulationBundle.directory(ROOT.resolve(kind)).report();
        List<Problem> problems = report.problems().stream()
                .filter(problem -> problem.severity() != Problem.Severity.OPEN_POINT)
                .toList();
        List<Expected> expected = expected(ROOT.resolve(kind));

        assertThat(problems)
                .as(report.text())
                .extracting(problem -> at(
                        problem.place().file(),
                        problem.place().line(),
                        problem.code().id()))
                .containsExactlyElementsOf(expected.stream()
                        .map(one -> at(one.file(), one.line(), one.code()))
                        .toList());
        for (int i = 0; i < expected.size(); i++) {
            Problem problem = problems.get(i);
            for (String keyword : expected.get(i).keywords()) {
                assertThat(problem.what() + " " + problem.advice()).contains(keyword);
            }
            if (expected.get(i).column() > 0) {
                assertThat(problem.place().column())
                        .as(report.text())
                        .isEqualTo(expected.get(i).column());
            }
        }
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

    private static String at(String file, int line, String code) {
        return file + ":" + line + " " + code;
    }

    private static List<Expected> expected(Path folder) throws IOException {
        List<Expected> expected = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            // Any bytes are letters in this coding.
            List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
            for (int i = 0; i < lines.size(); i++) {
                Matcher marker = MARKER.matcher(lines.get(i));
                Matcher line = LINE.matcher(lines.get(i));
                if (marker.find()) {
                    int column = marker.group(2) == null ? 0 : Integer.parseInt(marker.group(2));
                    String name = folder.relativize(file).toString().replace('\\', '/');
                    expected.add(new Expected(name, i + 1, column, marker.group(1), marker.group(3)));
                } else if (file.endsWith("expected.txt") && line.matches()) {
                    int column = Integer.parseInt(line.group(3));
                    int number = Integer.parseInt(line.group(2));
                    expected.add(new Expected(line.group(1), number, column, line.group(4), line.group(5)));
                }
            }
        }
        expected.sort(Comparator.comparing(Expected::file).thenComparing(Expected::line));
        return expected;
    }

    private record Expected(String file, int line, int column, String code, String rest) {

        List<String> keywords() {
            return Stream.of(rest.split(" \\| "))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .toList();
        }
    }
}
