package io.citytwin.rules.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFoldersTest {

    private static final Path NORTHLAND = Path.of("src/test/resources/folders/northland");

    @TempDir
    private Path temp;

    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        Folders.copy(NORTHLAND, temp.resolve("laws"));
        folder = temp.resolve("laws/heating");
    }

    @Test
    void aFileOfTenMegabytesOnOneLineIsRefusedUnread() throws IOException {
        Files.writeString(folder.resolve("parameters.yaml"), "a".repeat(10 << 20));

        assertThat(errors()).anySatisfy(problem -> {
            assertThat(problem.code().id()).isEqualTo("R101");
            assertThat(problem.what()).contains("larger than 1 MiB");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[", "{", "- ", "? ", "a: ", "{a: ", "a", "'", "\"\\", "# ", "a\n", "\n", "- a\n", "&a ", "!", "|\n",
                "- {"
            })
    void oneMebibyteOfTheSameSignsIsRefusedQuickly(String signs) throws IOException {
        Files.writeString(folder.resolve("parameters.yaml"), signs.repeat((1 << 20) / signs.length()));

        assertThat(errors()).isNotEmpty().hasSizeLessThan(300);
    }

    @Test
    void manyUnknownKeysAreRefusedQuickly() throws IOException {
        StringBuilder text = new StringBuilder("onDays:\n");
        for (int i = 0; i < 4_000; i++) {
            text.append("  k").append(i).append(": 1\n");
        }
        Files.writeString(folder.resolve("parameters.yaml"), text);

        assertThat(errors())
                .hasSizeLessThan(300)
                .anySatisfy(
                        problem -> assertThat(problem.what()).contains("more problems of the folder are not shown"));
    }

    @Test
    void moreEntriesThanAnybodyReadsAreRefused() throws IOException {
        StringBuilder text = new StringBuilder("onDays:\n");
        for (int i = 0; i < 60_000; i++) {
            text.append("  k").append(i).append(": 1\n");
        }
        Files.writeString(folder.resolve("parameters.yaml"), text);

        assertThat(errors()).anySatisfy(problem -> assertThat(problem.what()).contains("more than `5000` entries"));
    }

    @Test
    void anExplosionOfAliasesIsRefusedAtItsFirstAnchor() throws IOException {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }
        Files.writeString(folder.resolve("parameters.yaml"), bomb);

        assertThat(errors()).first().satisfies(problem -> {
            assertThat(problem.code().id()).isEqualTo("R102");
            assertThat(problem.place().line()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e100000000", "99999999999999999999999999", "0x7fffffff", ".inf", ".nan", "1_000"})
    void numbersThatAreNoPlainDecimalsAreRefusedQuickly(String number) throws IOException {
        Path file = folder.resolve("parameters.yaml");
        Files.writeString(file, Files.readString(file).replace("value: 20", "value: " + number));

        assertThat(errors())
                .first()
                .satisfies(problem -> assertThat(problem.code().id()).isEqualTo("R105"));
    }

    @Test
    void aFolderWithTooManyFilesIsRefused() throws IOException {
        for (int i = 0; i < 250; i++) {
            Files.writeString(folder.resolve("note-" + i + ".txt"), "");
        }

        assertThat(errors()).anySatisfy(problem -> assertThat(problem.what()).contains("more than `200` files"));
    }

    @Test
    void aLinkOutOfTheFolderIsRefusedAndNotRead() throws IOException {
        Path secret = Files.writeString(temp.resolve("secret.csv"), "secret\n");
        Files.createDirectories(folder.resolve("tables"));
        Files.createSymbolicLink(folder.resolve("tables/secret.csv"), secret);

        assertThat(errors()).anySatisfy(problem -> {
            assertThat(problem.place().file()).isEqualTo("heating/tables/secret.csv");
            assertThat(problem.what()).contains("leads out of the folder");
        });
    }

    @Test
    void aLinkThatLeadsNowhereOrRoundIsReported() throws IOException {
        Files.createSymbolicLink(folder.resolve("state.yaml"), folder.resolve("nothing.yaml"));
        Files.createSymbolicLink(folder.resolve("round"), folder);

        assertThat(errors())
                .first()
                .satisfies(problem -> assertThat(problem.place().file()).isEqualTo("heating/state.yaml"));
    }

    @Test
    void spoiltBytesNeverEscapeAsAnException() throws IOException {
        Random random = new Random(20260313);
        List<Path> files = Folders.files(temp.resolve("laws/smog"));
        for (int round = 0; round < 100; round++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] bytes = Files.readAllBytes(file);
            byte[] spoilt = bytes.clone();
            for (int i = 0; i < 3; i++) {
                spoilt[random.nextInt(spoilt.length)] = (byte)
                        (random.nextInt(4) == 0
                                ? random.nextInt(256)
                                : ",:{}[]'\"\n\t -#&*!|>?%@`0".charAt(random.nextInt(23)));
            }
            Files.write(file, spoilt);
            assertThat(RegulationBundle.directory(temp.resolve("laws")).report().folders())
                    .isEqualTo(2);
            Files.write(file, bytes);
        }
    }

    private List<Problem> errors() {
        return assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> RegulationBundle.directory(temp.resolve("laws")).report().errors());
    }
}
