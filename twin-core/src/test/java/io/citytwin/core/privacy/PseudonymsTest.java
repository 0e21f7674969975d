package io.citytwin.core.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.core.time.VirtualClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymsTest {

    private static final CivilCalendar ROME = CivilCalendar.italy();
    private static final MonthDay OCTOBER = MonthDay.of(10, 1);
    private static final String PLATE = "AB123CD";

    @TempDir
    private Path temp;

    private final VirtualClock clock = new VirtualClock(at("2025-11-11", "09:00"));

    private static Instant at(String day, String time) {
        return ROME.at(LocalDate.parse(day), LocalTime.parse(time));
    }

    private Pseudonyms yearly() {
        return Pseudonyms.yearly(OCTOBER, temp.resolve("keys"), clock, ROME);
    }

    private Stream<String> keys() throws IOException {
        try (Stream<Path> files = Files.list(temp.resolve("keys"))) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }

    @Test
    void aDayHasOneNameForAPlateHoweverItIsWritten() {
        Pseudonyms names = Pseudonyms.daily(clock, ROME);
        Optional<String> name = names.of(PLATE, at("2025-11-11", "08:00"));

        assertThat(name).get().asString().matches("[0-9a-f]{32}");
        assertThat(names.of("ab 123-cd", at("2025-11-11", "23:59"))).isEqualTo(name);
        assertThat(names.of("AB123CE", at("2025-11-11", "08:00"))).isPresent().isNotEqualTo(name);
        assertThat(names.of(PLATE, at("2025-11-12", "00:00"))).isPresent().isNotEqualTo(name);
    }

    @Test
    void aDailyNameOutlivesNoRestartAndLeavesNoFile() throws IOException {
        Instant now = clock.now();

        assertThat(Pseudonyms.daily(clock, ROME).of(PLATE, now))
                .isNotEqualTo(Pseudonyms.daily(clock, ROME).of(PLATE, now));
        assertThat(temp).isEmptyDirectory();
    }

    // Without a key a list of all plates would find each name.
    @Test
    void aNameIsNoHashOfThePlateAlone() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(PLATE.getBytes(StandardCharsets.UTF_8));

        assertThat(Pseudonyms.daily(clock, ROME).of(PLATE, clock.now()).orElseThrow())
                .isNotEqualTo(HexFormat.of().formatHex(hash, 0, 16));
    }

    @Test
    void thePassageOfTheEveningStillHasItsNameOnTheNextDayAndNotTheDayAfter() {
        Pseudonyms names = Pseudonyms.daily(clock, ROME);
        Instant evening = at("2025-11-11", "23:58");
        Optional<String> name = names.of(PLATE, evening);

        clock.advanceTo(at("2025-11-12", "23:59"));
        assertThat(names.of(PLATE, evening)).isEqualTo(name);
        clock.advanceTo(at("2025-11-13", "00:00"));
        assertThat(names.of(PLATE, evening)).isEmpty();
    }

    @Test
    void aYearHasOneNameAlsoAfterARestart() {
        Optional<String> name = yearly().of(PLATE, at("2025-10-01", "00:00"));

        assertThat(yearly().of(PLATE, at("2026-09-30", "23:59"))).isEqualTo(name);
        assertThat(yearly().of(PLATE, at("2026-10-01", "00:00"))).isPresent().isNotEqualTo(name);
    }

    @Test
    void theKeyOfAYearIsDestroyedADayAfterItsLastDay() throws IOException {
        Pseudonyms names = yearly();
        Instant last = at("2026-09-30", "23:59");
        names.of(PLATE, last);
        assertThat(keys()).containsExactly("2025-10-01.key");

        clock.advanceTo(at("2026-10-01", "23:59"));
        names.destroyOver();
        assertThat(keys()).containsExactly("2025-10-01.key");
        clock.advanceTo(at("2026-10-02", "00:00"));
        names.destroyOver();
        assertThat(keys()).isEmpty();
        assertThat(names.of(PLATE, last)).isEmpty();
        assertThat(keys()).isEmpty();
    }

    @Test
    void aKeyThatWasOverWhileNothingRanIsDestroyedAtTheStart() throws IOException {
        yearly().of(PLATE, clock.now());
        Files.writeString(temp.resolve("keys").resolve("readme.txt"), "stays");
        Files.write(temp.resolve("keys").resolve("2026-10-01.key.new"), new byte[16]);

        clock.advanceTo(at("2027-01-01", "00:00"));
        yearly();

        assertThat(keys()).containsExactly("readme.txt");
    }

    @Test
    void onlyItsOwnerReadsAKey() throws IOException {
        yearly().of(PLATE, clock.now());
        Path key = temp.resolve("keys").resolve("2025-10-01.key");

        assertThat(key).hasSize(32);
        if (Files.getFileStore(key).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("keys"))))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void aKeyThatWasCutIsRefused() throws IOException {
        Pseudonyms names = yearly();
        names.of(PLATE, clock.now());
        Files.write(temp.resolve("keys").resolve("2025-10-01.key"), new byte[31]);

        assertThatThrownBy(() -> names.of(PLATE, clock.now()))
                .isInstanceOf(CityTwinException.class)
                .hasMessageContaining("`31`")
                .hasMessageNotContaining(PLATE);
    }
}
