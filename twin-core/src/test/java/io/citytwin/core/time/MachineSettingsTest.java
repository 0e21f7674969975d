package io.citytwin.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Unit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The zone and the language of the machine change nothing. Each pair gets a process of its own, so that no other test
 * ever runs with them.
 */
class MachineSettingsTest {

    // Turkish lower case turns I into a dotless i; Arabic and Hindi may write their own digits.
    @ParameterizedTest
    @CsvSource({
        "UTC, en, US, i",
        "Europe/Rome, it, IT, i",
        "Pacific/Kiritimati, tr, TR, ı",
        "America/Los_Angeles, ar, EG, i",
        "Asia/Kolkata, hi, IN, i"
    })
    void everyAnswerIsTheSame(String zone, String language, String country, String lowerCase) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.timezone=" + zone,
                        "-Duser.language=" + language,
                        "-Duser.country=" + country,
                        "-cp",
                        System.getProperty("java.class.path"),
                        MachineSettingsTest.class.getName(),
                        Integer.toString(lowerCase.codePointAt(0)))
                .redirectErrorStream(true)
                .start();
        String said = output(process);
        assertThat(process.waitFor()).as(said).isZero();
    }

    /** Fails if an answer depends on the machine. */
    @SuppressWarnings("StringCaseLocaleUsage") // the control: the language has really been set
    public static void main(String[] expected) {
        assertThat("I".toLowerCase()).isEqualTo(Character.toString(Integer.parseInt(expected[0])));
        CivilCalendar italy = CivilCalendar.italy();
        LocalDate day = LocalDate.of(2026, 3, 29);
        assertThat(italy.startOf(day)).isEqualTo(Instant.parse("2026-03-28T23:00:00Z"));
        assertThat(italy.isHoliday(LocalDate.of(2026, 4, 6))).isTrue();
        assertThat(Weekdays.parse("Fri Sat")).hasToString("Fri Sat");
        assertThat(Season.parse("10-01..03-31")).hasToString("10-01..03-31");
        assertThat(DailyInstant.parse("daily 09:05")).hasToString("daily 09:05");
        HourWindow window = HourWindow.parse("Mon-Fri 07:30-19:30 not holiday");
        assertThat(window).hasToString("Mon-Fri 07:30-19:30 not holiday");
        assertThat(window.nextBoundary(italy.startOf(day), italy)).contains(Instant.parse("2026-03-30T05:30:00Z"));
        assertThat(Quantity.of("1234.5", Unit.KILOWATT_HOUR)).hasToString("1234.5 kWh");
        AssetTypes types = AssetTypes.builtIn();
        assertThat(types.twin("it:i", "BuildingUnit").with("use", "industry").value("use"))
                .isPresent();
        assertThat(types.twin("it:i", "Vehicle").with("fuel", "diesel").value("fuel"))
                .isPresent();
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
