package io.citytwin.adapter.ditto;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

// Every sample but commands is a region of a file that a test runs or compares, and every link leads somewhere.
class ReadmeTest {

    private static final Path TOP = Path.of("..", "..");
    private static final Pattern SAMPLE =
            Pattern.compile("(?:<!-- region (\\S+?)(?:#(\\w+))? -->\\n)?```(\\w+)\\n(.*?)\\n```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)");

    private final String page = read(Path.of("README.md"));

    @Test
    void everySampleIsARegion() {
        int found = 0;
        for (Matcher sample = SAMPLE.matcher(page); sample.find(); ) {
            if (!sample.group(3).equals("sh")) {
                found++;
                assertThat(sample.group(1)).as(sample.group(4)).isNotNull();
                String whole = read(TOP.resolve(sample.group(1))).stripTrailing();
                String region = sample.group(2) == null ? whole : between(whole, sample.group(2));
                assertThat(sample.group(4)).isEqualTo(region);
            }
        }
        assertThat(found).isGreaterThan(1);
    }

    @Test
    void everyLinkLeadsToAFile() {
        for (Matcher link = LINK.matcher(page); link.find(); ) {
            assertThat(Path.of(link.group(1))).exists();
        }
    }

    private static String between(String whole, String tag) {
        List<String> region = new ArrayList<>();
        boolean inside = false;
        for (String line : whole.lines().toList()) {
            if (line.contains("end::" + tag + "[]")) {
                break;
            } else if (inside) {
                region.add(line);
            }
            inside |= line.contains("tag::" + tag + "[]");
        }
        return String.join("\n", region).stripIndent().stripTrailing();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}
