package io.citytwin.examples.milan.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.adapter.sqlite.SqliteJournal;
import io.citytwin.core.spi.Console;
import io.citytwin.core.spi.Tool;
import io.citytwin.core.spi.ToolLauncher;
import io.citytwin.core.time.VirtualClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees of a city under shipped law, through the file that it writes meanwhile. */
class LookingAtACityTest {

    private static final Instant NIGHT = Instant.parse("2026-01-18T22:00:00Z");

    @TempDir
    private Path temp;

    private List<String> lines(String... words) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        List<String> typed = new ArrayList<>(List.of(words));
        typed.addAll(1, List.of("city.journal", "--keys", "keys"));
        assertThat(ToolLauncher.ofClassPath(false).run(typed, new Console(out, out, temp)))
                .as(text.toString())
                .isEqualTo(Tool.OK);
        return text.toString().lines().toList();
    }

    @Test
    void whoWantedThisLampSoLastNight() {
        VirtualClock clock = new VirtualClock(NIGHT);
        try (SqliteJournal journal = SqliteJournal.builder()
                        .file(temp.resolve("city.journal"))
                        .keys(temp.resolve("keys"))
                        .build();
                LoadedCity loaded = new LoadedCity(1, clock, journal, new SimpleMeterRegistry())) {
            loaded.report(0);
            loaded.city().advanceTo(NIGHT.plusSeconds(1));
            // After a thousand rounds it is quiet.
            loaded.report(1000);
            loaded.city().advanceTo(NIGHT.plusSeconds(2));
            assertThat(lines("ledger", "--twin", "it:lamp-0", "--at", "2026-01-18T23:00:01")
                            .get(0))
                    .isEqualTo("2026-01-18T23:00+01:00 it:lamp-0/dimming is asked for 100 %");
            assertThat(lines("ledger", "--twin", "it:lamp-0", "--at", "2026-01-18T23:00:02", "--lang", "it"))
                    .hasSizeBetween(3, 4)
                    .startsWith("2026-01-18T23:00:02+01:00 a it:lamp-0/dimming si chiede 66.7 %")
                    .anyMatch(line -> line.startsWith("  lo vuole it.nazionale.street-lighting/dimmed"));
            assertThat(lines("status").get(0)).startsWith("At 2026-01-18T22:00:02Z, after ");
        }
    }
}
