package io.citytwin.examples.milan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.citytwin.core.spi.Console;
import io.citytwin.core.spi.Tool;
import io.citytwin.core.spi.ToolLauncher;
import io.citytwin.rules.bundle.NewFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code citytwin demo} through the launcher, under the shipped regulation. */
class DemoToolTest {

    @TempDir
    private Path folder;

    private record Printed(int status, String out, String err) {}

    private Printed demo(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all =
                Stream.concat(Stream.of("demo"), Arrays.stream(words)).toList();
        int status = ToolLauncher.ofClassPath(false)
                .run(all, new Console(new PrintWriter(out), new PrintWriter(err), folder));
        return new Printed(status, out.toString(), err.toString());
    }

    @Test
    void showsAGeneratedWinterWithLevelsInMostProvinces() throws IOException {
        Printed printed = demo();
        assertThat(printed.err()).contains("milano-GENERATED.html");
        assertThat(printed.status()).isEqualTo(Tool.OK);
        assertThat(printed.out()).startsWith("GENERATED").contains("not legal advice");
        long withLevels = printed.out()
                .lines()
                .filter(line -> line.contains("level.first (First level on)"))
                .count();
        assertThat(withLevels).isGreaterThan(20);
        String page = Files.readString(folder.resolve("report/milano-GENERATED.html"));
        assertThat(CityPageTest.numbers(printed.out())).containsAll(CityPageTest.numbersOf(page));
        assertThat(page).contains("<p class=\"outcome forbidden\">").contains("<p class=\"outcome allowed\">");
    }

    @Test
    void writesTheSameBytesTwiceWhereItIsTold() throws IOException {
        String first = demo("--to", "2025-11-20", "--report", "one.html").out();
        String second = demo("--to", "2025-11-20", "--report", "two.html").out();
        assertThat(second).isEqualTo(first);
        assertThat(folder.resolve("two.html")).hasSameBinaryContentAs(folder.resolve("one.html"));
        assertThat(folder.resolve("report")).doesNotExist();
    }

    @Test
    void explainsItself() {
        Printed printed = demo("--help");
        assertThat(printed.status()).isEqualTo(Tool.OK);
        assertThat(printed.out()).contains("--air DIR").contains("GENERATED");
    }

    @Test
    void refusesWhatItCannotShow() {
        assertThat(demo("--form", "2025-11-01"))
                .isEqualTo(new Printed(
                        Tool.COULD_NOT_RUN, "", demo("--form", "2025-11-01").err()));
        assertThat(demo("--form", "2025-11-01").err()).contains("C110").contains("`--from`");
        assertThat(demo("--from").err()).contains("`--from` needs one value");
        assertThat(demo("--from", "1.11.2025").err()).contains("`1.11.2025` is not a date");
        assertThat(demo("--from", "2024-11-01").err()).contains("does not lie in the data");
        assertThat(demo("--from", "2026-01-02", "--to", "2026-01-01").err()).contains("C108");
        assertThat(demo("--air", "nowhere").err()).contains("C109").contains("nowhere");
        assertThat(demo("--devices", "real").err()).contains("`--devices` cannot be `real`");
        assertThat(demo("--devices", "protocol", "--ditto").err()).contains("do not go together");
        assertThat(demo("--devices", "protocol", "--journal", "j").err()).contains("simulated devices only");
        assertThat(demo("--ditto", "--journal", "j").err()).contains("simulated devices only");
        assertThat(demo("--broker", "127.0.0.1:1883").err()).contains("is for devices behind protocols");
        for (String nowhere : List.of("1883", "host:0", "host:65536", "host:port")) {
            assertThat(demo("--devices", "protocol", "--broker", nowhere).err()).contains("is no host with a port");
        }
    }

    /** Levels that the Region announced; the other winters are in {@link RealWintersTest}, which plays no site. */
    @Test
    void showsTheLevelsOfMilanInARealMonth() throws IOException {
        Optional<Path> data = Stream.iterate(Path.of("").toAbsolutePath(), up -> up != null, Path::getParent)
                .map(up -> up.resolve("shared/data/air/pulvirus_2019_2020"))
                .filter(Files::isDirectory)
                .findFirst();
        assumeTrue(data.isPresent(), "No `shared/data` above this module: the real files are not read.");
        String air = data.orElseThrow().toString();
        Printed printed = demo("--air", air, "--from", "2020-01-01", "--to", "2020-01-23");
        assertThat(milan(printed))
                .contains("2020-01-03 to 2020-01-16  first, 14 days")
                .contains("2020-01-17 to 2020-01-20  second, 4 days");
        assertThat(printed.out()).contains("No forecast in this data").doesNotContain("GENERATED");
        String page = Files.readString(folder.resolve("report/milano.html"));
        assertThat(CityPageTest.numbers(printed.out())).containsAll(CityPageTest.numbersOf(page));
    }

    private static String milan(Printed printed) {
        assertThat(printed.status()).as(printed.err()).isEqualTo(Tool.OK);
        return printed.out()
                .lines()
                .dropWhile(line -> !line.startsWith("  Milano, "))
                .takeWhile(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void playsASecondCityAndALiveOne() {
        assertThat(demo("--city", "torino", "--days", "2").out())
                .contains("Turin")
                .contains("IT-001272-CENTRALE");
        assertThat(demo("--days", "1", "--live", "--speed", "999999").out()).contains("CLAIM");
        assertThat(demo("--city", "milan").err()).contains("C111").contains("`milano`");
        assertThat(demo("--speed", "2").err()).contains("C110");
        assertThat(demo("--days", "2", "--to", "2025-11-01").err()).contains("C110");
    }

    @Test
    void playsWithoutAFolderThatTheHostDoesNotTrust() throws IOException {
        NewFolder.of("xx.stranger", LocalDate.of(2026, 1, 1)).write(folder.resolve("own"), "own");
        Files.writeString(folder.resolve("trust.yaml"), "grants: []\n");
        Printed printed = demo("--days", "1", "--folder", "own", "--trust", "trust.yaml");
        assertThat(printed.out()).contains("R402").contains("GENERATED");
        assertThat(printed.status()).isEqualTo(Tool.OK);
        assertThat(demo("--trust", "trust.yaml").err()).contains("C110").contains("`--folder DIR`");
    }
}
