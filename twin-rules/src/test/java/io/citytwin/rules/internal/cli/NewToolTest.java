package io.citytwin.rules.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.spi.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A new folder, from the first command to the last step of its README. */
class NewToolTest extends AbstractToolTest {

    private static final String[] NEW = {"new", "xx.northland.lorries", "lorries", "--today", "2026-03-13"};

    @ParameterizedTest
    @CsvSource({
        "XX-1,municipality",
        "XX,state",
        "XX-25,region",
        "XX-MI,province",
        "XX-015146-C,municipality",
        "XX-015146,operator",
    })
    void theFolderChecksCleanFailsOnceAndPassesWhenMendedAsItsReadmeSays(String code, String rank) throws IOException {
        assertThat(run(with(NEW, "--jurisdiction", code, "--rank", rank, "--title", "All \"50 %\": lorries\\s @rank@")))
                .isEqualTo(Tool.OK);
        assertThat(lines()).contains("Next: citytwin check lorries, then citytwin test lorries");

        assertThat(run("check", "lorries", "--today", "2026-03-13")).isEqualTo(Tool.OK);
        assertThat(lines()).containsExactly("1 folders, 0 mistakes, 0 warnings, 2 open points");

        assertThat(run("test", "lorries")).isEqualTo(Tool.FINDINGS);
        assertThat(out.toString())
                .contains("lorries/cases/2-exactly-the-limit.yaml:8:3", "writing `allowed` in the last line")
                .contains("  expected {forbidden: length}", "  actual   allowed", "length is 12 m")
                .contains(" 1 failed, 0 problems, 0 provisions not covered");

        Path readme = directory.resolve("lorries/README.md");
        assertThat(Files.readString(readme))
                .startsWith("# All \"50 %\": lorries\\s @rank@\n")
                .contains("replace `{forbidden: length}` in the last line by `allowed`")
                .contains("`citytwin test lorries`");
        Path failing = directory.resolve("lorries/cases/2-exactly-the-limit.yaml");
        Files.writeString(failing, Files.readString(failing).replace(": {forbidden: length}", ": allowed"));

        assertThat(run("test", "lorries")).isEqualTo(Tool.OK);
        assertThat(out.toString()).contains(" 0 failed, 0 problems, 0 provisions not covered");
        assertThat(run("check", "lorries", "--today", "2026-03-13")).isEqualTo(Tool.OK);
        assertThat(out.toString()).contains(" 0 warnings");
    }

    @Test
    void withoutAPlaceTheWordsOfTheIdAreDirectories() {
        assertThat(run("new", "xx.northland.lorries")).isEqualTo(Tool.OK);
        assertThat(directory.resolve("xx/northland/lorries/regulation.yaml")).isRegularFile();
        assertThat(run("check", "xx")).isEqualTo(Tool.OK);
    }

    @Test
    void nothingIsEverOverwritten() throws IOException {
        assertThat(run(NEW)).isEqualTo(Tool.OK);
        Path mine = directory.resolve("lorries/parameters.yaml");
        Files.writeString(mine, "mine");

        assertThat(run(NEW)).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).startsWith("R130 `lorries` is not empty").contains("citytwin help R130");
        assertThat(mine).hasContent("mine");

        Files.writeString(directory.resolve("file"), "mine");
        assertThat(run("new", "xx.northland.lorries", "file")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(directory.resolve("file")).hasContent("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "../a", "a..b", "a/b", ".a", "a.", "1a", "a\nb"})
    void anIdThatIsNoneIsRefusedAndNothingWritten(String id) {
        assertThat(run("new", id)).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).startsWith("R130 ").contains("is not an id", "xx.northland.smog");
        assertThat(directory.toFile().list()).containsExactly("northland");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--rank|king|is not a rank",
                "--jurisdiction|nowhere|is not the code of an area",
                "--title|'a\nb'|is not a title",
                "--authority|''|is not an authority",
            })
    void whatCannotBeUsedIsRefused(String option, String value, String says) {
        assertThat(run(with(NEW, option, value))).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).startsWith("R130 ").contains(says);
        assertThat(directory.resolve("lorries")).doesNotExist();
    }

    @Test
    void anIdIsNeeded() {
        assertThat(run("new")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).startsWith("C110 ");
    }

    /** That a copy is one is shown where regulations come along. */
    @Test
    void onlyWhatComesAlongIsCopiedAndAsItIs() {
        assertThat(run("new", "--copy", "xx.northland.smog")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).startsWith("R303 `xx.northland.smog` is not loaded");
        assertThat(run("new", "--copy", "xx.northland.smog", "--rank", "state")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).startsWith("C110 `--rank` was given besides --copy");
        assertThat(directory.toFile().list()).containsExactly("northland");
    }
}
