package io.citytwin.regulations.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.spi.Console;
import io.citytwin.core.spi.Tool;
import io.citytwin.core.spi.ToolLauncher;
import io.citytwin.rules.bundle.RegulationBundle;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What tools do with all shipped folders on the class path, also those of other regions. */
class ShippedToolsTest {

    private static final String CAR =
            "Vehicle/v category=M1 fuel=diesel euro=4 dpf=none kilometreScheme=false place=milan";
    private static final String MILAN = "Municipality/milan code=IT-015146 population=1350000 trafficBand=1";

    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... words) {
        out.getBuffer().setLength(0);
        return ToolLauncher.ofClassPath(false)
                .run(List.of(words), new Console(new PrintWriter(out), new PrintWriter(err), directory));
    }

    private String ask(String... places) {
        List<String> words = new ArrayList<>(List.of("ask", "--given", CAR));
        for (String place : places) {
            words.addAll(List.of("--given", place));
        }
        words.addAll(List.of("--may", "circulate", "--at", "2026-01-21T10:00"));
        assertThat(run(words.toArray(String[]::new))).as(err.toString()).isEqualTo(Tool.OK);
        return out.toString();
    }

    /** Law of two regions is there: without a region either of it might hold. */
    @Test
    void theOnlyRegionThatIsGivenIsWhereAllLies() {
        String nowhere = ask(MILAN);
        assertThat(nowhere).startsWith("UNKNOWN ");
        assertThat(nowhere.lines().skip(1).findFirst().orElseThrow()).contains("place.province");

        assertThat(ask(MILAN, "Region/lombardy code=IT-25"))
                .startsWith("FORBIDDEN ")
                .contains("it.lombardia.permanent/ban")
                .containsPattern("not here: .*it\\.piemonte\\.antismog, it\\.torino\\.antismog");
        assertThat(ask(MILAN + " province=mi", "Province/mi Level=first", "Region/lombardy code=IT-25"))
                .startsWith("FORBIDDEN ")
                .contains("it.lombardia.permanent/ban", "it.lombardia.antismog/traffic");
        assertThat(ask(MILAN, "Region/lombardy code=IT-25", "Region/piedmont code=IT-21"))
                .startsWith("UNKNOWN ");
    }

    @Test
    void aCopyOfAShippedFolderIsTheSameAndItsCasesPass() throws IOException {
        assertThat(run("new", "--copy", "it.nazionale.epc", "mine")).isEqualTo(Tool.OK);
        assertThat(out.toString()).contains("  mine/regulation.yaml", "citytwin check mine");
        SortedMap<String, byte[]> shipped = RegulationBundle.classpath().files("it.nazionale.epc");
        for (String file : shipped.keySet()) {
            assertThat(Files.readAllBytes(directory.resolve("mine").resolve(file)))
                    .as(file)
                    .isEqualTo(shipped.get(file));
        }
        assertThat(run("test", "mine")).isEqualTo(Tool.OK);
        assertThat(run("new", "--copy", "it.nazionale.epc", "mine")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(run("new", "--copy", "it.nazionale.ecp", "other")).isEqualTo(Tool.COULD_NOT_RUN);
        assertThat(err.toString()).contains("R130 `mine` is not empty", "Maybe `it.nazionale.epc`");
    }
}
