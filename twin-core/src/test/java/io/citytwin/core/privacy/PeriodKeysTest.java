package io.citytwin.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.error.CityTwinException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeriodKeysTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    @TempDir
    private Path temp;

    private PeriodKeys keys() {
        return PeriodKeys.in(temp.resolve("keys"));
    }

    @Test
    void aMonthHasOneKeyThatOutlivesTheProcess() {
        byte[] key = keys().findOrMake(OCTOBER);
        assertThat(key).hasSize(32).isNotEqualTo(new byte[32]);
        assertThat(keys().findOrMake(OCTOBER)).isEqualTo(key);
        assertThat(keys().find(OCTOBER)).contains(key);
        assertThat(keys().findOrMake(NOVEMBER)).isNotEqualTo(key);
        assertThat(keys().months()).containsExactly(OCTOBER, NOVEMBER);
    }

    @Test
    void whoOnlyLooksMakesNoKey() {
        assertThat(keys().find(OCTOBER)).isEmpty();
        assertThat(keys().months()).isEmpty();
        assertThat(temp).isEmptyDirectory();
    }

    @Test
    void aDestroyedKeyIsGoneAndTheNextOneIsAnother() {
        byte[] key = keys().findOrMake(OCTOBER);
        keys().destroy(OCTOBER);
        keys().destroy(NOVEMBER);
        assertThat(keys().find(OCTOBER)).isEmpty();
        assertThat(temp.resolve("keys")).isEmptyDirectory();
        assertThat(keys().findOrMake(OCTOBER)).isNotEqualTo(key);
    }

    @Test
    void onlyItsOwnerReadsAKeyAndOnlyAWholeOneIsOne() throws IOException {
        keys().findOrMake(OCTOBER);
        Path file = temp.resolve("keys").resolve("2026-10.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("keys"))))
                .isEqualTo("rwx------");
        Files.write(file, new byte[31]);
        assertThatThrownBy(() -> keys().find(OCTOBER))
                .isInstanceOf(CityTwinException.class)
                .hasMessageContaining("C111");
    }

    @Test
    void otherFilesInTheFolderAreNoKeysAndAHalfWrittenOneGoes() throws IOException {
        keys().findOrMake(OCTOBER);
        Files.writeString(temp.resolve("keys").resolve("notes.txt"), "kept");
        Files.writeString(temp.resolve("keys").resolve("2026-11.key.new"), "a process ended here");
        assertThat(keys().months()).containsExactly(OCTOBER);
        assertThat(temp.resolve("keys").resolve("2026-11.key.new")).doesNotExist();
        assertThat(temp.resolve("keys").resolve("notes.txt")).exists();
    }
}
