package io.citytwin.examples.milan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo with its journal is killed with SIGKILL again and again, and comes out as if nobody had. */
class KillTest {

    private static final int TIMES = 10;

    @TempDir
    private Path folder;

    @Test
    void tenKillsChangeNothing() throws IOException, InterruptedException {
        Kills kills = new Kills(folder, 8);
        Kills.Outcome undisturbed = kills.undisturbed();
        for (int run = 0; kills.all() < TIMES; run++) {
            Kills.Outcome come = kills.killed("killed-" + run, TIMES - kills.all(), run);
            assertThat(come.text()).isEqualTo(undisturbed.text());
            assertThat(come.page()).isEqualTo(undisturbed.page());
            assertThat(Kills.firstDifference(come.entries(), undisturbed.entries()))
                    .isEmpty();
        }
        assertThat(undisturbed.entries()).anyMatch(entry -> entry.startsWith("ledger "));
        assertThat(kills.byPlace()).hasSizeGreaterThan(3);
    }
}
