package io.citytwin.rules.internal.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.citytwin.rules.bundle.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files come from strangers: no text may make the parser throw, hang or use up the stack. */
class HostileTextTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static final String SOUND = Sample.withAction(
                    "findings.cap( $u, Property.indoorTemperature, $max - heatReduction );")
            + Sample.withCondition("not ( Province( over >= offDays || ( level < Level.first && below > 1 ) ) )")
                    .replace("traffic", "traffic/2")
            + "rule \"bonus\" @lifts( traffic, heating ) @spends( bonusDays ) when $v : Vehicle( fuel in ( Fuel.lpg ) )\n"
            + "then findings.lift( $v, Act.enter ); end // done\n";

    private static final String[] SOUP = {
        "rule",
        "when",
        "then",
        "end",
        "not",
        "exists",
        "in",
        "(",
        ")",
        "(",
        ")",
        ",",
        ":",
        ";",
        ".",
        "&&",
        "||",
        "==",
        "!=",
        "<",
        ">=",
        "=",
        "!",
        "+",
        "-",
        "*",
        "@",
        "$",
        "$p",
        "$v",
        "\"traffic\"",
        "\"",
        "'",
        "0",
        "1",
        "4",
        "07:30",
        "2024-10-01",
        "Province",
        "Vehicle",
        "Law",
        "Stopped",
        "Level",
        "Act",
        "Property",
        "findings",
        "raise",
        "forbid",
        "cap",
        "over",
        "level",
        "fuel",
        "season",
        "first",
        "enter",
        "eval",
        "from",
        "accumulate",
        "salience",
        "import",
        "null",
        "new",
        "true",
        "false",
        "or",
        "and",
        "package",
        "\n",
        "//",
        "/*",
        "*/",
        "é",
        "\uD83D\uDE8C",
        "\uD800",
        "\0",
        "\uFEFF",
        "\t",
        "\r",
        "provision",
        "lifts",
        "{",
        "}",
        "[",
        "]",
        "\\",
        "#",
        "%",
    };

    private static List<Problem> read(String text) {
        List<Problem> problems = new ArrayList<>();
        List<Rule> rules = Sample.read(text, problems::add);
        assertThat(rules).doesNotContainNull();
        return problems;
    }

    @Test
    void everyBeginningOfARuleFileIsReadToItsEnd() {
        assertThat(read(SOUND)).isEmpty();
        assertTimeoutPreemptively(SOON, () -> {
            for (int length = 1; length < SOUND.length(); length++) {
                read(SOUND.substring(0, length));
                read(SOUND.substring(length));
            }
        });
    }

    @Test
    void randomWordsAreReadToTheirEnd() {
        Random random = new Random(42);
        assertTimeoutPreemptively(SOON, () -> {
            for (int round = 0; round < 3000; round++) {
                StringBuilder text = new StringBuilder();
                for (int words = random.nextInt(120); words > 0; words--) {
                    text.append(SOUP[random.nextInt(SOUP.length)]).append(random.nextInt(4) == 0 ? "" : " ");
                }
                read(text.toString());
            }
        });
    }

    @Test
    void aSoundFileWithSomeWordsChangedIsReadToItsEnd() {
        Random random = new Random(43);
        String[] words = SOUND.split("(?<=\\s)");
        assertTimeoutPreemptively(SOON, () -> {
            for (int round = 0; round < 3000; round++) {
                String[] changed = words.clone();
                for (int times = 1 + random.nextInt(4); times > 0; times--) {
                    changed[random.nextInt(changed.length)] = SOUP[random.nextInt(SOUP.length)] + " ";
                }
                read(String.join("", changed));
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                ")",
                "Law(",
                "not ",
                "$p : Province( over >= ",
                "a.",
                "x( ",
                "over >= 4, ",
                "!",
                "level in (",
                "Province( frist == Level.scond )\n",
                "rule \"traffic\" when ",
                "then ",
                "end ",
                "rule ",
                "@provision(",
                "over + ",
                "fuel matches ",
                "&& ",
                "|| ",
                "$n : over, ",
                "findings.",
                "$",
                "\"",
                "/*",
                "4",
                "import ",
                "Fuel.x, ",
                "\n",
                "\uD83D\uDE8C"
            })
    void oneThingOverAndOverIsReadToItsEnd(String part) {
        String many = part.repeat(RuleParser.LARGEST_FILE / 2 / part.getBytes(StandardCharsets.UTF_8).length);
        assertTimeoutPreemptively(SOON, () -> {
            read(many);
            read("rule \"traffic\" when " + many);
            read("rule \"traffic\" when Province( " + many);
            read(Sample.withAction(many));
            read(Sample.withAction("findings.charge( $v, Act.enter, $fee + " + many));
        });
    }
}
