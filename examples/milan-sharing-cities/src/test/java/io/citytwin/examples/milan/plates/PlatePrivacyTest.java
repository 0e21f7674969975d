package io.citytwin.examples.milan.plates;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.privacy.Infringement;
import io.citytwin.core.privacy.InfringementFiles;
import io.citytwin.core.privacy.Pseudonyms;
import io.citytwin.core.signal.Input;
import io.citytwin.core.signal.Passage;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.core.time.VirtualClock;
import io.citytwin.rules.Decision;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.register.Settlement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * D.P.R. 250/1999 art. 3 lets a gate archive infringements only, encrypted; TAR Veneto 8/2022 forbids to record all who pass.
 * How plates are hidden is this library's own choice.
 */
class PlatePrivacyTest {

    private static final CivilCalendar ROME = CivilCalendar.italy();
    private static final String FINED = "BK330TT";

    @TempDir
    private Path temp;

    private static Instant at(String day, String time) {
        return ROME.at(LocalDate.parse(day), LocalTime.parse(time));
    }

    /** The plates that can be found in the files of a folder, as they are or in a form that a list of plates turns back. */
    private static Set<String> plates(Path state) throws Exception {
        Set<String> found = new TreeSet<>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(state)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
            String all = (file + " " + bytes).toUpperCase(Locale.ROOT);
            String joined = all.replaceAll("[^A-Z0-9]", "");
            for (String plate : PlateGate.REGISTER.keySet()) {
                if (joined.contains(plate) || forms(plate).stream().anyMatch(all::contains)) {
                    found.add(plate);
                }
            }
        }
        return found;
    }

    private static List<String> forms(String plate) throws Exception {
        byte[] bytes = plate.getBytes(StandardCharsets.UTF_8);
        String hash =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        return Stream.of(
                        hash,
                        HexFormat.of().formatHex(bytes),
                        Base64.getEncoder().withoutPadding().encodeToString(bytes))
                .map(form -> form.toUpperCase(Locale.ROOT))
                .toList();
    }

    private static String read(Path state, String file) throws IOException {
        return Files.readString(state.resolve(file));
    }

    @Test
    void theSearchFindsAPlateInEachOfItsForms() throws Exception {
        for (String form : List.of("ga482lp", "GA 482-LP", "4741343832", "nothing")) {
            Files.writeString(temp.resolve("file"), form + (form.equals("4741343832") ? "4c50" : ""));
            assertThat(plates(temp)).hasSize(form.equals("nothing") ? 0 : 1);
        }
    }

    @Test
    void aPassageLeavesNoPlateInJournalReasonReportLogOrThing() throws Exception {
        Process machine = PlateCity.start(temp, "once");
        assertThat(machine.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(machine.exitValue()).as(read(temp, "said.txt")).isZero();

        String report = read(temp, "report.txt");
        assertThat(report).contains("ALLOWED", "FORBIDDEN", "refused: ", "passing:", "it.milano.area-c/ban");
        assertThat(read(temp, "journal.txt"))
                .contains(PlateCity.passage("GA482LP", 1), PlateCity.passage(FINED, 1), "passing:");
        assertThat(plates(temp)).isEmpty();
    }

    @Test
    void onlyTheInfringementKeepsItsPlateUntilItsNoticeMayNotBeServedAnyMore() throws Exception {
        Process machine = PlateCity.start(temp, "once");
        assertThat(machine.waitFor(120, TimeUnit.SECONDS)).isTrue();

        VirtualClock clock = new VirtualClock(PlateCity.TUESDAY);
        InfringementFiles cases = InfringementFiles.in(PlateCity.cases(temp), PlateCity.key(temp), clock);
        assertThat(cases.find(PlateCity.passage(FINED, 1))).get().satisfies(kept -> {
            assertThat(kept.plate()).isEqualTo(FINED);
            assertThat(kept.reason()).contains("it.milano.area-c/ban");
        });
        assertThat(cases.find(PlateCity.passage("GA482LP", 1))).isEmpty();
        assertThat(cases.find(PlateCity.passage("FX907KZ", 1))).isEmpty();
        assertThat(temp.resolve("cases").toFile().list()).hasSize(1);

        clock.advanceTo(PlateCity.TUESDAY.plusSeconds(10).plus(Duration.ofDays(90)));
        cases.destroyOver();
        assertThat(temp.resolve("cases").toFile().list()).isEmpty();
    }

    @Test
    void neitherAKillNorARestartBringsAPlateOntoTheDisk() throws Exception {
        Process killed = PlateCity.start(temp, PlateCity.UNTIL_KILLED);
        assertThat(PlateCity.isThere(temp.resolve("rounds.txt"), killed)).isTrue();
        TimeUnit.SECONDS.sleep(1);
        killed.destroyForcibly().waitFor();
        assertThat(killed.exitValue()).as("killed, not ended").isNotZero();
        assertThat(plates(temp)).isEmpty();
        String name = vehicle(read(temp, "journal.txt"), PlateCity.passage(FINED, 1));

        Files.delete(temp.resolve("rounds.txt"));
        Files.delete(temp.resolve("journal.txt"));
        Process again = PlateCity.start(temp, "once");
        assertThat(again.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(plates(temp)).isEmpty();
        // The key of the day was in memory only: the same plate on the same day is somebody else now.
        assertThat(vehicle(read(temp, "journal.txt"), PlateCity.passage(FINED, 1)))
                .isNotEqualTo(name);
        InfringementFiles cases =
                InfringementFiles.in(PlateCity.cases(temp), PlateCity.key(temp), new VirtualClock(PlateCity.TUESDAY));
        assertThat(cases.find(PlateCity.passage(FINED, 1)))
                .get()
                .extracting(Infringement::plate)
                .isEqualTo(FINED);
    }

    private static String vehicle(String journal, String passage) {
        return journal.lines()
                .filter(line -> line.contains("\"" + passage + "\""))
                .findFirst()
                .map(line -> line.replaceAll(".*key=(passing:[0-9a-f]+).*", "$1"))
                .orElseThrow();
    }

    // The bonus days of a banned class are counted from 1 October to 30 September, for each holder.
    @Test
    void bonusDaysAreCountedUnderANameWhoseKeyIsDestroyedAfterTheirPeriod() throws Exception {
        VirtualClock clock = new VirtualClock(at("2026-09-29", "08:00"));
        Path keys = temp.resolve("keys");
        try (RegulationEngine engine = RegulationEngine.builder().build()) {
            engine.put(town());
            assertThat(drive(engine, clock, keys, "2026-09-29")).isEqualTo(1);
            // A restart in between changes no name.
            assertThat(drive(engine, clock, keys, "2026-09-30")).isEqualTo(2);
            assertThat(keys.toFile().list()).containsExactly("2025-10-01.key");

            assertThat(drive(engine, clock, keys, "2026-10-01")).isEqualTo(1);
            clock.advanceTo(at("2026-10-02", "00:00"));
            engine.advanceTo(clock.now());
            Pseudonyms holders = Pseudonyms.yearly(MonthDay.of(10, 1), keys, clock, ROME);
            assertThat(keys.toFile().list()).containsExactly("2026-10-01.key");
            assertThat(holders.of("RSSMRA70A01F205X", at("2026-09-30", "08:00")))
                    .isEmpty();
        }
    }

    private static Twin[] town() {
        AssetTypes types = AssetTypes.builtIn();
        return new Twin[] {
            types.twin("it:lombardia", "Region").withAll("code=IT-25"),
            types.twin("it:mi", "Province").withAll("region=it:lombardia"),
            types.twin("it:milano", "Municipality").withAll("code=IT-015146 province=it:mi population=1366180"),
            types.twin("it:area-b", "Zone").withAll("code=IT-015146-B place=it:milano"),
            types.twin("it:gate", "Gate").withAll("zone=it:area-b place=it:milano reserved=false")
        };
    }

    private int drive(RegulationEngine engine, VirtualClock clock, Path keys, String day) throws IOException {
        Instant at = at(day, "10:00");
        clock.advanceTo(at);
        TwinId gate = TwinId.of("it:gate");
        String id = day;
        String plate = "CA150ZZ";
        String owner = "RSSMRA70A01F205X";
        Path folder = temp.resolve("cases");
        // tag::plates[]
        Pseudonyms plates = Pseudonyms.daily(clock, ROME);
        Pseudonyms holders = Pseudonyms.yearly(MonthDay.of(10, 1), keys, clock, ROME);
        InfringementFiles cases = InfringementFiles.in(folder, keys.resolve("cases.key"), clock);

        TwinId vehicle = new TwinId("passing", plates.of(plate, at).orElseThrow());
        Twin seen =
                registered(vehicle, plate).with("holder", holders.of(owner, at).orElseThrow());
        engine.accept(new Input.TwinChanged(seen, at));
        engine.accept(new Input.Passed(new Passage(id, vehicle, gate, at), at));
        Settlement settled = engine.settlement(id).orElseThrow();
        if (settled.decision().outcome() == Decision.Outcome.FORBIDDEN) {
            String reason = settled.decision().explain("en");
            cases.keep(new Infringement(settled.passage(), plate, reason), at.plus(Duration.ofDays(90)));
        }
        // end::plates[]
        assertThat(settled.decision().outcome()).isEqualTo(Decision.Outcome.ALLOWED);
        assertThat(Files.exists(folder)).isFalse();
        return settled.spent().get("it.milano.area-b/bonusDays");
    }

    /** What the register of vehicles says of a plate. */
    private static Twin registered(TwinId vehicle, String plate) {
        assertThat(plate).isNotEmpty();
        return AssetTypes.builtIn()
                .twin(vehicle.toString(), "Vehicle")
                .withAll("place=it:milano category=M1 fuel=petrol euro=3 dpf=none twoStroke=false length=4.3")
                .withAll("service=private home=it:milano kilometreScheme=false disabledBadge=false registered=true");
    }
}
