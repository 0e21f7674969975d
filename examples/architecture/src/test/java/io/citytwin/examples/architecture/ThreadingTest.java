package io.citytwin.examples.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

// A user who shares an object between threads must not have to read its source first.
class ThreadingTest {

    private static final Pattern PUBLIC_TYPE =
            Pattern.compile("\\*/\\n(?:@.*\\n)*public (?:(?:final|abstract|sealed) )*(?:class|interface|enum|record) ");

    private static final List<String> PHRASES =
            List.of("mmutable.", "Safe for use by many threads.", "For one thread at a time.");

    @Test
    void everyPublicTypeSaysWhichThreadsMayUseIt() {
        Path top = Checkout.top();
        List<Path> silent = Checkout.files(top).stream()
                .filter(file -> top.relativize(file).toString().contains("src/main/java"))
                .filter(file -> file.toString().endsWith(".java"))
                .filter(file -> isSilent(Checkout.read(file)))
                .map(top::relativize)
                .toList();
        assertThat(silent).isEmpty();
    }

    @Test
    void aTypeThatSaysNothingIsFound() {
        assertThat(isSilent("/** A lamp. */\npublic final class Lamp {}\n")).isTrue();
        assertThat(isSilent("/** A lamp. Immutable. */\npublic record Lamp() {}\n"))
                .isFalse();
    }

    private static boolean isSilent(String source) {
        Matcher type = PUBLIC_TYPE.matcher(source);
        if (!type.find()) {
            return false;
        }
        String above = source.substring(source.lastIndexOf("/**", type.start()), type.start());
        String words = above.replaceAll("\\s*\\n \\*\\s*", " ");
        return PHRASES.stream().noneMatch(words::contains);
    }
}
