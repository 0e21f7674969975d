package io.citytwin.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.error.ErrorCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ToolLauncherTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Console console = new Console(new PrintWriter(out), new PrintWriter(err), Path.of("."));

    private final List<Tool> tools = List.of(
            tool("verify", (words, to) -> Tool.OK),
            tool("check", (words, to) -> {
                to.out().println("città " + words);
                return Tool.FINDINGS;
            }),
            tool("ditto serve", (words, to) -> Tool.OK),
            tool("ditto models", (words, to) -> {
                to.out().println("models " + words);
                return Tool.FINDINGS;
            }),
            tool("refuse", (words, to) -> {
                throw new CityTwinException(CoreError.ARCHIVE, "`x` cannot be read.", "Maybe `y`.");
            }),
            tool("break", (words, to) -> {
                throw new IllegalStateException("a defect");
            }));

    @ParameterizedTest
    @ValueSource(strings = {"", "--help", "help"})
    void listsTheToolsInOrder(String word) {
        assertThat(run(word)).isEqualTo(Tool.OK);
        assertThat(out.toString().lines().filter(line -> line.startsWith("  ")))
                .containsExactly(
                        "  break         does break",
                        "  check         does check",
                        "  ditto models  does ditto models",
                        "  ditto serve   does ditto serve",
                        "  refuse        does refuse",
                        "  verify        does verify");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void passesTheOtherWordsAndTheAnswerOn() {
        assertThat(run("check", "a", "--b")).isEqualTo(Tool.FINDINGS);
        assertThat(out.toString()).contains("città [a, --b]");
    }

    @Test
    void helpOfAToolIsTheToolsOwn() {
        assertThat(run("help", "check")).isEqualTo(Tool.FINDINGS);
        assertThat(out.toString()).contains("[--help]");
    }

    @Test
    void twoWordsNameATool() {
        assertThat(run("ditto", "models", "--out", "x")).isEqualTo(Tool.FINDINGS);
        assertThat(out.toString()).contains("models [--out, x]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ditto", "ditto --help", "help ditto"})
    void aSharedFirstWordListsItsTools(String words) {
        assertThat(run(words.split(" ", -1))).isEqualTo(Tool.OK);
        assertThat(out.toString().lines().filter(line -> line.startsWith("  ")))
                .containsExactly("  ditto models  does ditto models", "  ditto serve   does ditto serve");
    }

    @Test
    void helpOfTwoWordsIsTheToolsOwn() {
        assertThat(run("help", "ditto", "models")).isEqualTo(Tool.FINDINGS);
        assertThat(out.toString()).contains("models [--help]");
    }

    @Test
    void aToolMayHaveTheWordThatOthersShare() {
        List<Tool> both = List.of(tool("ditto", (words, to) -> Tool.OK), tool("ditto models", (words, to) -> {
            to.out().println("models");
            return Tool.FINDINGS;
        }));
        ToolLauncher launcher = new ToolLauncher(both, List.of(), false);
        assertThat(launcher.run(List.of("ditto", "models"), console)).isEqualTo(Tool.FINDINGS);
        assertThat(launcher.run(List.of("ditto", "other"), console)).isEqualTo(Tool.OK);
        assertThat(launcher.run(List.of("ditto"), console)).isEqualTo(Tool.OK);
        assertThat(out.toString()).containsOnlyOnce("models").doesNotContain("COMMAND");
    }

    @ParameterizedTest
    @CsvSource({
        "ditto modles,`ditto modles` is not a command.,Maybe `ditto models`.",
        "ditto zzzzzzzz,`ditto zzzzzzzz` is not a command.,'Maybe one of ditto models, ditto serve.'",
        "dito models,`dito` is not a command.,Maybe `ditto`.",
        "models,`models` is not a command.,Maybe `ditto models`.",
        "help ditto modles,`ditto modles` is not an error code or a command.,Maybe `ditto models`.",
    })
    void advisesOnTwoWords(String words, String problem, String advice) {
        assertThat(run(words.split(" ", -1))).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains(problem).contains(advice);
    }

    @Test
    void advisesTheNearestNameOfAnUnknownTool() {
        assertThat(run("chekc")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).startsWith("C110 `chekc` is not a command.").contains("Maybe `check`.");
    }

    @Test
    void listsTheNamesIfNoneIsNear() {
        assertThat(run("zzzzzzzz")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString())
                .contains("Maybe one of break, check, ditto, ditto models, ditto serve, refuse, verify.");
    }

    @Test
    void pointsAtTheClassPathIfThereIsNoToolAtAll() {
        assertThat(new ToolLauncher(List.of(), List.of(), false).run(List.of("check"), console))
                .isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("Maybe put the jar that brings it on the class path.");
    }

    @ParameterizedTest
    @EnumSource(CoreError.class)
    void explainsEveryCodeOfTheCore(CoreError code) {
        ToolLauncher launcher = ToolLauncher.ofClassPath(false);
        assertThat(launcher.run(List.of("help", code.id()), console)).isEqualTo(Tool.OK);
        assertThat(out.toString())
                .startsWith("# " + code.id() + " " + code.meaning() + "\n")
                .contains("How to find it: ");
    }

    @Test
    void explainsSeveralCodesAtOnce() {
        assertThat(run("help", "C101", "C107")).isEqualTo(Tool.OK);
        assertThat(out.toString().lines().filter(line -> line.startsWith("# ")))
                .containsExactly("# C101 " + CoreError.TWIN_ID.meaning(), "# C107 " + CoreError.WINDOW.meaning());
        assertThat(run("help", "C101", "X999")).isEqualTo(Tool.COULD_NOT_RUN);
    }

    @Test
    void aCodeWithoutAPageIsExplainedByItsMeaning() {
        ErrorCode bare = new ErrorCode() {
            @Override
            public String id() {
                return "Z101";
            }

            @Override
            public String meaning() {
                return "Nobody wrote a page.";
            }
        };
        ToolLauncher launcher = new ToolLauncher(List.of(), List.of(() -> List.of(bare)), false);

        assertThat(bare.page()).isEmpty();
        assertThat(launcher.run(List.of("help", "Z101"), console)).isEqualTo(Tool.OK);
        assertThat(out.toString()).startsWith("# Z101 Nobody wrote a page.");
    }

    @Test
    void refusesAnUnknownCode() {
        assertThat(run("help", "C1O7")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString())
                .startsWith("C110 `C1O7` is not an error code or a command.")
                .contains("`C107`");
    }

    @Test
    void errorCodesAreWellFormedAndUnique() {
        List<ErrorCode> codes = new CoreErrorCatalog().codes();
        assertThat(codes).extracting(ErrorCode::id).doesNotHaveDuplicates().allMatch(id -> id.matches("C1[0-9]{2}"));
        assertThat(codes).extracting(ErrorCode::meaning).allMatch(meaning -> meaning.endsWith("."));
    }

    @Test
    void printsARefusalWithoutATrace() {
        assertThat(run("refuse")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString())
                .startsWith("C109 `x` cannot be read.")
                .contains("Maybe `y`.")
                .doesNotContain("\tat ");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void printsADefectWithoutATraceUnlessAsked() {
        assertThat(run("break", "now")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString())
                .contains("`break now`")
                .contains("`a defect`")
                .doesNotContain("\tat ");
        ToolLauncher debugging = new ToolLauncher(tools, List.of(), true);
        assertThat(debugging.run(List.of("break"), console)).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("IllegalStateException").contains("\tat ");
    }

    private int run(String... words) {
        List<String> given =
                Arrays.stream(words).filter(word -> !word.isEmpty()).toList();
        return new ToolLauncher(tools, List.of(new CoreErrorCatalog()), false).run(given, console);
    }

    private static Tool tool(String name, BiFunction<List<String>, Console, Integer> work) {
        return new Tool() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String summary() {
                return "does " + name;
            }

            @Override
            public int run(List<String> arguments, Console console) {
                return work.apply(arguments, console);
            }
        };
    }
}
