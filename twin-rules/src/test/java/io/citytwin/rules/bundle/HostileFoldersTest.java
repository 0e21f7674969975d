package io.citytwin.rules.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
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
                .extracting(
                        problem -> problem.place().file() + " " + problem.code().id())
                .containsExactly("heating/round R422", "heating/state.yaml R101", "smog/regulation.yaml R305");
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

    @Test
    void aPipeIsRefusedAndNotWaitedFor() throws IOException, InterruptedException {
        Path pipe = folder.resolve("state.yaml");
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThat(errors()).anySatisfy(problem -> {
            assertThat(problem.code().id()).isEqualTo("R422");
            assertThat(problem.what()).isEqualTo("`state.yaml` is no plain file.");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"no\ntes.txt", "\u001b[2Jnotes.txt", "notes\u202Etxt.exe", "no\u200Btes.txt", "no\\tes.txt"})
    void aNameThatDeceivesIsRefusedAndShownPlainly(String name) throws IOException {
        Files.writeString(folder.resolve(name), "");

        assertThat(errors()).anySatisfy(problem -> {
            assertThat(problem.code().id()).isEqualTo("R422");
            assertThat(problem.toString()).doesNotContain("\u001b", "\u202E", "\u200B", "no\ntes");
        });
    }

    @Test
    void namesThatAreOneFileElsewhereAreRefused() throws IOException {
        Files.writeString(folder.resolve("Regulation.yaml"), "");
        assumeThat(Files.readString(folder.resolve("regulation.yaml"))).isNotEmpty();

        assertThat(errors())
                .anySatisfy(problem -> assertThat(problem.what())
                        .isEqualTo("`regulation.yaml` and `Regulation.yaml` are one file on other machines."));
    }

    @Test
    void aFolderDeeperThanAnybodyLooksIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("a/".repeat(18)));

        assertThat(errors()).anySatisfy(problem -> {
            assertThat(problem.code().id()).isEqualTo("R423");
            assertThat(problem.what()).contains("deeper than `16` directories");
        });
    }

    @Test
    void moreBytesThanAnybodyReadsAreRefusedAndTheFirstFoldersGoOn() throws IOException {
        byte[] mebibyte = new byte[1 << 20];
        Path large = Files.createDirectories(temp.resolve("laws/zz-large"));
        for (int i = 0; i < 70; i++) {
            Files.write(large.resolve("note-" + i), mebibyte);
        }
        Files.copy(folder.resolve("regulation.yaml"), large.resolve("regulation.yaml"));
        RegulationBundle bundle = RegulationBundle.directory(temp.resolve("laws"));

        assertThat(bundle.regulations()).hasSize(2);
        assertThat(bundle.report().errors()).singleElement().satisfies(problem -> {
            assertThat(problem.code().id()).isEqualTo("R423");
            assertThat(problem.place().file()).isEqualTo("zz-large");
        });
    }

    @Test
    void moreFoldersThanAnybodyReadsAreRefused() throws IOException {
        for (int i = 0; i < 1_005; i++) {
            Files.createFile(
                    Files.createDirectories(temp.resolve("laws/zz/" + i)).resolve("rules.drl"));
        }

        assertThat(errors()).anySatisfy(problem -> assertThat(problem.what()).contains("more than `1000` folders"));
    }

    @Test
    void codeThatLiesInAFolderIsNoPartOfIt() throws IOException {
        String hash = RegulationBundle.directory(temp.resolve("laws"))
                .find("xx.state.heating")
                .orElseThrow()
                .hash();
        for (String file : List.of(
                "target/classes/Evil.class",
                "evil.jar",
                "META-INF/services/io.citytwin.core.spi.Tool",
                "META-INF/kmodule.xml",
                "META-INF/citytwin/regulations.index",
                ".citytwin/cache/rules.bin")) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), "io.citytwin.Evil\n");
        }
        RegulationBundle bundle = RegulationBundle.directory(temp.resolve("laws"));

        assertThat(bundle.report().errors()).isEmpty();
        assertThat(bundle.find("xx.state.heating").orElseThrow()).satisfies(regulation -> {
            assertThat(regulation.cases()).isEmpty();
            // It is signed with the folder all the same; only what is hidden is not seen at all.
            assertThat(regulation.hash()).isNotEqualTo(hash);
        });
    }

    private List<Problem> errors() {
        return assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> RegulationBundle.directory(temp.resolve("laws")).report().errors());
    }
}
