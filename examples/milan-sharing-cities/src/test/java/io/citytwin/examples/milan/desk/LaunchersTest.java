package io.citytwin.examples.milan.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The launcher for Windows cannot run here: what can go wrong in its text is looked for, and it must do as the other. */
class LaunchersTest {

    private static final Pattern OPTION = Pattern.compile(" (-(?:X|D)[\\w:+.=%$-]+)");
    private static final Pattern PATH = Pattern.compile("%CT_(HOME|JAVA|LIB|TARGET|STAMP)[%:]|%JAVA_HOME");

    private static String read(String launcher) throws IOException {
        return new String(Files.readAllBytes(Unpacked.TOP.resolve(launcher)), StandardCharsets.US_ASCII);
    }

    private static List<String> options(String launcher) throws IOException {
        String start = read(launcher)
                .lines()
                .filter(line -> line.contains("TieredStopAtLevel=") && !line.startsWith("#"))
                .findFirst()
                .orElseThrow();
        return OPTION.matcher(start)
                .results()
                .map(MatchResult::group)
                .map(option -> option.strip().replaceAll("%CT_TIERS%|\\$tiers", "TIERS"))
                .toList();
    }

    @Test
    void bothStartJavaWithTheSameOptions() throws IOException {
        assertThat(options("citytwin")).hasSizeGreaterThan(3).isEqualTo(options("citytwin.cmd"));
        for (String launcher : List.of("citytwin", "citytwin.cmd")) {
            assertThat(read(launcher))
                    .contains("io.citytwin.core.spi.ToolLauncher", "CITYTWIN_OPTS", "JAVA_HOME", "pom.xml");
        }
    }

    @Test
    void eachHasTheLineEndsOfItsSystemAndNoLetterThatACodePageChanges() throws IOException {
        assertThat(read("citytwin")).doesNotContain("\r").doesNotContain("\uFFFD");
        assertThat(read("citytwin.cmd").replace("\r\n", "")).doesNotContain("\r", "\n", "\uFFFD");
    }

    /** A blank, a parenthesis or an ampersand of a path does harm outside of quotes only. */
    @Test
    void everyPathStandsInQuotes() throws IOException {
        List<String> lines = read("citytwin.cmd")
                .lines()
                .filter(line -> !line.startsWith("rem "))
                .toList();
        assertThat(lines).anyMatch(line -> PATH.matcher(line).find());
        assertThat(lines)
                .allSatisfy(line -> PATH.matcher(line)
                        .results()
                        .forEach(path -> assertThat(line.substring(0, path.start())
                                                .replace("^\"", "")
                                                .chars()
                                                .filter(sign -> sign == '"')
                                                .count()
                                        % 2)
                                .as(line)
                                .isOne()));
    }

    /** Inside of a block in parentheses variables keep the values that they had before it, and `)` of a path ends it. */
    @Test
    void thereIsNoBlockAndNoDelayedExpansion() throws IOException {
        assertThat(read("citytwin.cmd").lines())
                .noneMatch(line -> line.stripTrailing().endsWith("("));
        assertThat(read("citytwin.cmd")).contains("setlocal EnableExtensions DisableDelayedExpansion");
    }

    /** 1 means that a tool ran and found something. */
    @Test
    void neitherEndsWithOneByItself() throws IOException {
        assertThat(read("citytwin")).contains("exit 2").doesNotContainPattern("exit 1\\b");
        assertThat(read("citytwin.cmd"))
                .contains("exit /b 2", "exit /b %CT_STATUS%")
                .doesNotContain("exit /b 1");
    }
}
