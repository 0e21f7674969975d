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

/** What the files of a fixture say must be reported: comments {@code <- here: CODE@column | keyword}, or expected.txt. */
public final class Markers {

    private static final Pattern MARKER = Pattern.compile("<- here: (R\\d{3})(?:@(\\d+))?((?: \\| .*)?)");
    private static final Pattern LINE = Pattern.compile("(.+):(\\d+):(\\d+) (R\\d{3})((?: \\| .*)?)");

    private Markers() {}

    /** The names of the fixtures below a folder. */
    public static Stream<String> kinds(Path root) throws IOException {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    /** Exactly what is marked was reported, open points aside. */
    static void assertMatch(Path folder, BundleReport report) throws IOException {
        check(
                folder,
                report.problems().stream()
                        .filter(problem -> problem.severity() != Problem.Severity.OPEN_POINT)
                        .toList());
    }

    /** Exactly what is marked was reported, each with its keywords and at its column. */
    public static void check(Path folder, List<Problem> problems) throws IOException {
        List<Expected> expected = expected(folder);
        assertThat(problems)
                .as(String.join("\n", problems.stream().map(Problem::toString).toList()))
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
                        .as(problem.toString())
                        .isEqualTo(expected.get(i).column());
            }
        }
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
