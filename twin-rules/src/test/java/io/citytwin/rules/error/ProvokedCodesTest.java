package io.citytwin.rules.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No code without something that provokes it: a marked fixture, or a test that names it. */
class ProvokedCodesTest {

    private static final Path TESTS = Path.of("src/test");

    @ParameterizedTest
    @EnumSource(RulesError.class)
    void eachCodeIsProvokedByAFixtureOrATest(RulesError code) throws IOException {
        Pattern named = Pattern.compile(
                "<- here: " + code.id() + "\\b|\"" + code.id() + "\\b|^# " + code.id() + "\\b|^[^\\n]+:\\d+:\\d+ "
                        + code.id() + "\\b|RulesError\\." + code.name() + "\\b",
                Pattern.MULTILINE);

        assertThat(files().anyMatch(file -> named.matcher(text(file)).find()))
                .as("a fixture with the marker `<- here: %s`, or a test that expects `%s`", code.id(), code.id())
                .isTrue();
    }

    private static Stream<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(TESTS)) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("ProvokedCodesTest.java"))
                    .toList();
            return files.stream();
        }
    }

    /** Any bytes are letters in this coding. */
    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
