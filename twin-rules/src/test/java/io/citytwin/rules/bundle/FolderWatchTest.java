package io.citytwin.rules.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.time.VirtualClock;
import io.citytwin.rules.bundle.FolderWatch.Change;
import io.citytwin.rules.regulation.Regulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {

    private static final String HEATING = "xx.state.heating";
    private static final String SMOG = "xx.northland.smog";

    @TempDir
    Path directory;

    private Path tree;
    private Path smog;
    private Path heating;
    private FolderWatch watch;

    @BeforeEach
    void copy() throws IOException {
        tree = directory.resolve("northland");
        Folders.copy(Path.of("src/test/resources/folders/northland"), tree);
        smog = tree.resolve("smog/parameters.yaml");
        heating = tree.resolve("heating/parameters.yaml");
        watch = FolderWatch.of(tree, RegulationBundle.classpath());
    }

    private static void edit(Path file, String from, String to) throws IOException {
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private Change taken() {
        return watch.look().orElseThrow();
    }

    private static Regulation find(Change change, String id) {
        return change.bundle().find(id).orElseThrow();
    }

    @Test
    void theFirstLookTakesAllAndTheNextOneNothing() {
        Change first = taken();

        assertThat(first.changed()).containsExactly(SMOG, HEATING);
        assertThat(first.isClean()).isTrue();
        assertThat(first.before()).isEmpty();
        assertThat(first.regulations()).extracting(Regulation::id).containsExactly(SMOG, HEATING);
        assertThat(watch.bundle()).isSameAs(first.bundle());
        assertThat(watch.look()).isEmpty();
    }

    @Test
    void aGoodEditIsTakenOnce() throws IOException {
        Change first = taken();
        edit(smog, "value: 50", "value: 45");
        Change second = taken();

        assertThat(second.changed()).containsExactly(SMOG);
        assertThat(second.before()).isEqualTo(first.regulations());
        assertThat(second.hash()).isNotEqualTo(first.hash());
        assertThat(watch.look()).isEmpty();
    }

    @Test
    void aFileThatIsEmptyBetweenTwoStepsOfASaveHarmsNothing() throws IOException {
        Regulation old = find(taken(), SMOG);
        String text = Files.readString(smog);
        Files.writeString(smog, "");
        Change half = taken();
        Files.writeString(smog, text.replace("value: 50", "value: 45"));
        Change whole = taken();

        assertThat(half.changed()).isEmpty();
        assertThat(half.kept()).containsExactly("smog");
        assertThat(find(half, SMOG)).isEqualTo(old);
        assertThat(whole.changed()).containsExactly(SMOG);
        assertThat(whole.kept()).isEmpty();
        assertThat(watch.look()).isEmpty();
    }

    @Test
    void aBrokenFolderKeepsItsLastGoodVersionAndSaysSoWhileTheOtherGoesOn() throws IOException {
        Regulation old = find(taken(), SMOG);
        edit(smog, "unit: ug/m3", "unit: furlongs");
        edit(heating, "value: 20", "value: 19");
        Change change = taken();

        assertThat(change.isClean()).isFalse();
        assertThat(change.changed()).containsExactly(HEATING);
        assertThat(change.kept()).containsExactly("smog");
        assertThat(find(change, SMOG)).isEqualTo(old);
        assertThat(change.report().text())
                .contains("smog/parameters.yaml:3:", "R106", "`furlongs`")
                .contains("smog/regulation.yaml:1:1 R444", "`smog`", "last good version keeps running");

        edit(smog, "unit: furlongs", "unit: ug/m3");
        assertThat(taken().isClean()).isTrue();
    }

    @Test
    void aFolderFallsBackWhenTheOneThatItUsesDoes() throws IOException {
        Change first = taken();
        // Right together: the rule reads a name that the other folder gives from now on.
        edit(heating, "indoorMax", "roomMax");
        edit(tree.resolve("smog/rules.drl"), "indoorMax", "roomMax");
        edit(heating, "unit: degC", "unit: warmth");
        Change second = taken();

        assertThat(second.kept()).containsExactly("heating", "smog");
        assertThat(second.changed()).isEmpty();
        assertThat(second.regulations()).isEqualTo(first.regulations());

        edit(heating, "unit: warmth", "unit: degC");
        assertThat(taken().changed()).containsExactly(SMOG, HEATING);
    }

    @Test
    void aFolderThatNeverWasGoodIsLeftOut() throws IOException {
        edit(smog, "unit: ug/m3", "unit: furlongs");
        Change change = taken();

        assertThat(change.kept()).isEmpty();
        assertThat(change.regulations()).extracting(Regulation::id).containsExactly(HEATING);
        assertThat(change.report().text()).contains("R106").doesNotContain("R444");
    }

    @Test
    void aFolderThatWasRemovedIsNoLongerLaw() throws IOException {
        taken();
        for (Path file : Folders.files(tree.resolve("smog"))) {
            Files.delete(file);
        }
        Change change = taken();

        assertThat(change.changed()).containsExactly(SMOG);
        assertThat(change.bundle().find(SMOG)).isEmpty();
        assertThat(change.isClean()).isTrue();
    }

    @Test
    void editorsThatSaveByRenamingAreFollowed() throws IOException {
        taken();
        Path beside = tree.resolve("smog/.parameters.yaml.swp");
        Files.writeString(beside, Files.readString(smog).replace("value: 50", "value: 45"));
        assertThat(watch.look()).as("hidden files are none of the folder's").isEmpty();
        Files.move(beside, smog, StandardCopyOption.REPLACE_EXISTING);

        assertThat(taken().changed()).containsExactly(SMOG);
    }

    @Test
    void aRollbackIsTakenLikeASave() throws IOException {
        FolderHistory history = FolderHistory.of(tree, new VirtualClock(Instant.EPOCH));
        Change first = taken();
        assertThat(history.keep("first").hash()).isEqualTo(first.hash());
        edit(smog, "value: 50", "value: 45");
        taken();
        history.keep("second");
        assertThat(watch.look()).as("keeping changes no folder").isEmpty();

        history.rollback(OptionalInt.empty());
        Change back = taken();
        assertThat(back.changed()).containsExactly(SMOG);
        assertThat(back.regulations()).isEqualTo(first.regulations());
    }

    @Test
    void aFollowerLooksAfterASaveAndLeavesNoThread() throws Exception {
        BlockingQueue<Change> changes = new LinkedBlockingQueue<>();
        FolderWatch.Follower follower = watch.follow(Duration.ofMillis(50), changes::add);
        assertThat(threads()).isOne();
        assertThat(changes.poll(1, TimeUnit.MINUTES).changed()).hasSize(2);
        edit(smog, "value: 50", "value: 45");
        Change saved = changes.poll(1, TimeUnit.MINUTES);
        while (!saved.isClean()) {
            // The file may have been seen empty.
            saved = changes.poll(1, TimeUnit.MINUTES);
        }
        assertThat(saved.changed()).containsExactly(SMOG);

        follower.close();
        follower.close();
        assertThat(threads()).isZero();
        edit(smog, "value: 45", "value: 44");
        assertThat(changes).isEmpty();
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("citytwin-watch"))
                .count();
    }
}
