package io.citytwin.rules.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrappedTest {

    @Test
    void linesBreakBetweenWordsAndLoseNothing() {
        List<String> lines = Wrapped.lines("a day longer than any civil day", 100, false);

        assertThat(lines)
                .hasSizeGreaterThan(1)
                .allSatisfy(line -> assertThat(line).hasSizeLessThan(20));
        assertThat(String.join(" ", lines)).isEqualTo("a day longer than any civil day");
    }

    @Test
    void aWordThatIsTooLongBreaksAfterASignElseAnywhere() {
        assertThat(Wrapped.lines("it/northland/rules.drl", 120, false).get(0)).endsWith("/");
        List<String> lines = Wrapped.lines("x".repeat(90), 100, true);
        assertThat(String.join("", lines)).isEqualTo("x".repeat(90));
    }

    // Half a letter would make the picture unreadable.
    @Test
    void noLetterIsCutInTwo() {
        List<String> lines = Wrapped.lines("\ud83d\ude97".repeat(60), 75, false);

        assertThat(lines).allSatisfy(line -> assertThat(line.codePoints()).allMatch(code -> code == 0x1f697));
    }
}
