package io.citytwin.rules.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.time.CityClock;
import io.citytwin.core.time.VirtualClock;
import io.citytwin.rules.bundle.FolderHistory.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderHistoryTest {

    private static final Instant NOON = Instant.parse("2026-01-18T12:00:00Z");

    @TempDir
    Path directory;

    private Path tree;
    private Path readme;
    private final CityClock clock = new VirtualClock(NOON);
    private FolderHistory history;

    @BeforeEach
    void copy() throws IOException {
        tree = directory.resolve("northland");
        Folders.copy(Path.of("src/test/resources/folders/northland"), tree);
        readme = tree.resolve("smog/README.md");
        history = FolderHistory.of(tree, clock);
    }

    private Version saved(String text) throws IOException {
        Files.writeString(readme, text);
        return history.keep(text);
    }

    private Path versions() {
        return tree.resolve(".citytwin/versions");
    }

    private List<String> kept() throws IOException {
        try (Stream<Path> there = Files.list(versions())) {
            return there.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        CityTwinException.class,
                        refused -> assertThat(refused.code().id()).isEqualTo(code));
    }

    @Test
    void aVersionIsACopyOfTheFoldersBesideThem() throws IOException {
        Version first = saved("one, \"two\"\nthree");

        assertThat(first.number()).isEqualTo(1);
        assertThat(history.versions()).containsExactly(first);
        assertThat(first.note()).isEqualTo("one, \"two\" three");
        assertThat(first.kept()).isEqualTo(NOON);
        assertThat(history.folder(first).getFileName())
                .hasToString("0001-" + first.hash().substring(0, 12));
        assertThat(RegulationBundle.directory(history.folder(first)).regulations())
                .isEqualTo(RegulationBundle.directory(tree).regulations())
                .isNotEmpty();
        assertThat(RegulationBundle.directory(tree).report().folders()).isEqualTo(2);
    }

    @Test
    void theSameContentIsTheSameVersion() throws IOException {
        Version first = saved("one");

        assertThat(saved("one")).isEqualTo(first);
        assertThat(saved("two").number()).isEqualTo(2);
        assertThat(history.versions()).hasSize(2);
    }

    @Test
    void whatWasSavedSinceTheCallerLookedIsNotKeptForIt() throws IOException {
        Version first = saved("one");
        Files.writeString(readme, "two");

        assertThat(history.keep("one", first.hash())).isEmpty();
        Files.writeString(readme, "one");
        assertThat(history.keep("one", first.hash())).contains(first);
    }

    @Test
    void onlyTheLastFiftyStay() throws IOException {
        for (int i = 1; i <= FolderHistory.MOST + 2; i++) {
            saved("text " + i);
        }

        assertThat(history.versions())
                .extracting(Version::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(3, FolderHistory.MOST + 2).boxed().toList());
        assertThat(kept()).hasSize(FolderHistory.MOST).first().asString().startsWith("0003-");
        refused("R442", () -> history.rollback(OptionalInt.of(2)));
    }

    @Test
    void rollbackBringsBackTheVersionBeforeAndRemovesWhatItDidNotHave() throws IOException {
        Version first = saved("one");
        Path table = tree.resolve("smog/tables/more.csv");
        Files.writeString(table, "a,b\n");
        Files.delete(tree.resolve("smog/cases/1-on.yaml"));
        Files.writeString(tree.resolve("notes.txt"), "in no folder");
        saved("two");

        Version back = history.rollback(OptionalInt.empty());

        assertThat(back.number()).isEqualTo(3);
        assertThat(back.hash()).isEqualTo(first.hash());
        assertThat(back.note()).isEqualTo("back to version 1");
        assertThat(readme).hasContent("one");
        assertThat(table).doesNotExist();
        assertThat(tree.resolve("smog/cases/1-on.yaml")).exists();
        assertThat(tree.resolve("notes.txt")).hasContent("in no folder");
        assertThat(history.versions()).hasSize(3).last().isEqualTo(back);

        history.rollback(OptionalInt.empty());
        assertThat(readme).as("a rollback can be rolled back").hasContent("two");
        history.rollback(OptionalInt.of(1));
        assertThat(readme).hasContent("one");
    }

    @Test
    void anEditThatNobodyKeptIsKeptBeforeARollback() throws IOException {
        saved("one");
        Files.writeString(readme, "precious");

        assertThat(history.rollback(OptionalInt.empty()).number()).isEqualTo(3);
        assertThat(readme).hasContent("one");
        history.rollback(OptionalInt.of(2));
        assertThat(readme).hasContent("precious");
    }

    @Test
    void foldersThatWereDeletedComeBack() throws IOException {
        saved("one");
        for (Path file : Folders.files(tree.resolve("smog"))) {
            Files.delete(file);
        }
        for (Path file : Folders.files(tree.resolve("heating"))) {
            Files.delete(file);
        }

        refused("R440", () -> history.keep("nothing"));
        history.rollback(OptionalInt.empty());
        assertThat(RegulationBundle.directory(tree).regulations()).hasSize(2);
    }

    @Test
    void aCrashBeforeTheMoveLeavesTheOlderVersions() throws IOException {
        Version first = saved("one");
        Path half = versions().resolve(".new-2/smog");
        Files.createDirectories(half);
        Files.writeString(half.resolve("regulation.yaml"), "ha");
        // The directory of a version whose line was not written any more.
        Folders.copy(history.folder(first), versions().resolve("0002-0123456789ab"));
        Files.writeString(versions().resolve(".index.csv.new"), "num");

        assertThat(history.versions()).containsExactly(first);
        assertThat(saved("two").number()).isEqualTo(2);
        assertThat(kept()).hasSize(2).allMatch(name -> !name.startsWith(".") && !name.endsWith("0123456789ab"));
    }

    @Test
    void aRollbackThatACrashCutIsEndedByTheNextUse() throws IOException {
        saved("one");
        Files.delete(tree.resolve("smog/cases/1-on.yaml"));
        saved("two");
        history.rollback(OptionalInt.of(1));
        // As if the process had died after the first file.
        Files.writeString(versions().resolve("rollback"), "");
        Files.writeString(readme, "two");

        assertThat(FolderWatch.of(tree, RegulationBundle.classpath()).look()).isEmpty();
        assertThat(FolderHistory.of(tree, clock).versions()).hasSize(5);
        assertThat(readme).hasContent("one");
        assertThat(FolderWatch.of(tree, RegulationBundle.classpath()).look()).isPresent();
    }

    @Test
    void twoHistoriesAtOnceNumberEachVersionOnce() throws Exception {
        saved("start");
        ExecutorService pool = Executors.newFixedThreadPool(2);
        List<Future<?>> both = Stream.of("smog/README.md", "heating/README.md")
                .<Future<?>>map(file -> pool.submit(() -> {
                    FolderHistory own = FolderHistory.of(tree, clock);
                    for (int i = 0; i < 8; i++) {
                        Files.writeString(tree.resolve(file), file + i);
                        own.keep(file + i);
                    }
                    return null;
                }))
                .toList();
        for (Future<?> one : both) {
            one.get();
        }
        pool.shutdown();

        List<Version> all = history.versions();
        assertThat(all)
                .extracting(Version::number)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, all.size()).boxed().toList());
        assertThat(kept()).hasSameSizeAs(all);
        assertThat(all.get(all.size() - 1)).isEqualTo(history.keep("the same"));
    }

    @Test
    void aVersionThatSomebodyChangedIsNotPutBack() throws IOException {
        Version first = saved("one");
        saved("two");
        Files.writeString(history.folder(first).resolve("smog/README.md"), "forged");

        refused("R443", () -> history.rollback(OptionalInt.empty()));
        assertThat(readme).hasContent("two");
        Files.writeString(versions().resolve("index.csv"), "number,hash,instant,note\n1,../../x,now,ha\n");
        refused("R443", history::versions);
    }

    @Test
    void linksAreNeitherFollowedNorOverwritten() throws IOException {
        saved("one");
        saved("two");
        Path outside = directory.resolve("outside");
        Files.createDirectories(outside);
        Files.writeString(outside.resolve("1-on.yaml"), "theirs");
        Files.delete(tree.resolve("smog/cases/1-on.yaml"));
        Files.delete(tree.resolve("smog/cases"));
        Files.createSymbolicLink(tree.resolve("smog/cases"), outside);

        refused("R440", () -> history.rollback(OptionalInt.of(1)));
        assertThat(outside.resolve("1-on.yaml")).hasContent("theirs");
        assertThat(readme).hasContent("two");
    }

    @Test
    void versionsBehindALinkAreRefused() throws IOException {
        Path outside = Files.createDirectories(directory.resolve("outside"));
        Files.createSymbolicLink(tree.resolve(".citytwin"), outside);

        refused("R440", () -> history.keep("one"));
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void aDirectoryThatIsNotThereIsToldAndNotMade() {
        refused("C111", () -> FolderHistory.of(directory.resolve("no"), clock).keep("one"));
        assertThat(directory.resolve("no")).doesNotExist();
        assertThat(history.versions()).isEmpty();
        refused("R442", () -> history.rollback(OptionalInt.empty()));
    }
}
