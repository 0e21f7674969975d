package io.citytwin.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.examples.architecture.Samples.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

// Every sample is a region of something that a test compiles, runs or compares.
class ReadmeTest {

    private static final Path TOP = Checkout.top();

    @ParameterizedTest
    @CsvSource({"README.md, 5", "examples/hello-policy/README.md, 1"})
    void somePagesShowSamples(String page, int least) throws IOException {
        assertThat(Samples.of(Files.readString(TOP.resolve(page))).all())
                .filteredOn(sample -> !sample.language().equals("sh"))
                .hasSizeGreaterThanOrEqualTo(least);
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(TOP)) {
            return files.filter(file -> file.endsWith("README.md"))
                    .map(TOP::relativize)
                    .filter(file -> !file.toString().contains("node_modules")
                            && !file.toString().contains("target/"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everySampleIsARegionOfAFile(Path page) throws IOException {
        List<Sample> samples = Samples.of(Files.readString(TOP.resolve(page))).all();
        for (Sample sample : samples) {
            if (!sample.language().equals("sh")) {
                assertThat(sample.file()).as(sample.text()).isPresent();
                assertThat(sample.text()).isEqualTo(sample.region(TOP));
            }
        }
    }

    @Test
    void theFirstCodeAndTheWarningAreOnTheFirstScreen() throws IOException {
        List<String> screen =
                Files.readAllLines(TOP.resolve("README.md")).stream().limit(20).toList();
        assertThat(screen).anyMatch(line -> line.startsWith("```"));
        assertThat(String.join(" ", screen)).contains("not legal advice; law as read up to 2026-03-13");
    }

    @Test
    void aSampleThatDriftedIsNoticed() throws IOException {
        String drifted = "<!-- region README.md -->\n```text\nnot what the file says\n```";
        Sample sample = Samples.of(drifted).all().get(0);
        assertThat(sample.text()).isNotEqualTo(sample.region(TOP));
    }
}
