package io.citytwin.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Passage;
import io.citytwin.core.time.VirtualClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfringementFilesTest {

    private static final Instant NOW = Instant.parse("2025-11-11T10:00:00.5Z");
    private static final Infringement BREACH = new Infringement(
            new Passage("g1/2025-11-11 7", TwinId.of("xx:0f"), TwinId.of("xx:gate"), NOW), "AB123CD", "xx.area/ban");

    @TempDir
    private Path temp;

    private final VirtualClock clock = new VirtualClock(NOW);

    private InfringementFiles files() {
        return InfringementFiles.in(temp.resolve("cases"), temp.resolve("keys").resolve("cases.key"), clock);
    }

    private List<Path> cases() throws IOException {
        try (Stream<Path> all = Files.list(temp.resolve("cases"))) {
            return all.toList();
        }
    }

    @Test
    void isKeptAsItWasAlsoAfterARestart() {
        files().keep(BREACH, NOW.plus(Duration.ofDays(90)));

        assertThat(files().find("g1/2025-11-11 7")).contains(BREACH);
        assertThat(files().find("another")).isEmpty();
    }

    @Test
    void nothingOfItIsReadableInItsFile() throws IOException {
        files().keep(BREACH, NOW.plus(Duration.ofDays(90)));

        assertThat(cases()).singleElement().satisfies(file -> {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1) + file.getFileName();
            assertThat(text).doesNotContain("AB123CD", "xx:gate", "g1", "ban");
        });
        assertThat(BREACH.toString()).contains("g1/2025-11-11 7").doesNotContain("AB123CD");
    }

    @Test
    void isDeletedWhenItsTimeIsOverAndNotBefore() throws IOException {
        InfringementFiles files = files();
        files.keep(BREACH, NOW.plus(Duration.ofDays(90)));

        clock.advanceTo(NOW.plus(Duration.ofDays(90)).minusSeconds(1));
        files.destroyOver();
        assertThat(files.find("g1/2025-11-11 7")).contains(BREACH);
        clock.advanceTo(NOW.plus(Duration.ofDays(90)));
        files.destroyOver();
        assertThat(cases()).isEmpty();
        assertThat(files.find("g1/2025-11-11 7")).isEmpty();
    }

    @Test
    void whatWasOverWhileNothingRanIsDeletedAtTheStart() throws IOException {
        files().keep(BREACH, NOW.plus(Duration.ofDays(90)));
        clock.advanceTo(NOW.plus(Duration.ofDays(91)));

        files();

        assertThat(cases()).isEmpty();
    }

    @Test
    void whatACrashLeftBesideAFileIsDeletedAtTheStartAndNothingElse() throws IOException {
        files().keep(BREACH, NOW.plus(Duration.ofDays(90)));
        Path kept = cases().get(0);
        Files.write(kept.resolveSibling(kept.getFileName() + ".new"), new byte[40]);
        Path foreign = Files.createFile(temp.resolve("cases").resolve("notes.new"));

        files();

        assertThat(cases()).containsExactlyInAnyOrder(kept, foreign);
    }

    @Test
    void aDisputeKeepsItLonger() {
        InfringementFiles files = files();
        files.keep(BREACH, NOW.plus(Duration.ofDays(90)));
        files.keep(BREACH, NOW.plus(Duration.ofDays(400)));
        clock.advanceTo(NOW.plus(Duration.ofDays(399)));

        assertThat(files.find("g1/2025-11-11 7")).contains(BREACH);
    }

    @Test
    void anotherKeyOrAChangedFileOpensNothing() throws IOException {
        files().keep(BREACH, NOW.plus(Duration.ofDays(90)));
        Path file = cases().get(0);
        byte[] whole = Files.readAllBytes(file);
        Path other = temp.resolve("keys").resolve("other.key");
        InfringementFiles stranger = InfringementFiles.in(temp.resolve("cases"), other, clock);
        assertThatThrownBy(() -> stranger.find("g1/2025-11-11 7")).hasMessageContaining("is no key");
        assertThat(other).doesNotExist();
        Files.write(other, new byte[32]);
        refuses(stranger);

        for (int at : new int[] {7, 8, whole.length - 1}) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            Files.write(file, changed);
            refuses(files());
        }
        Files.write(file, new byte[3]);
        refuses(files());
        Files.write(file, whole);
        assertThat(files().find("g1/2025-11-11 7")).contains(BREACH);
    }

    private static void refuses(InfringementFiles files) {
        assertThatThrownBy(() -> files.find("g1/2025-11-11 7"))
                .isInstanceOf(CityTwinException.class)
                .hasMessageContaining("cannot be opened")
                .hasMessageNotContaining("AB123CD");
    }
}
