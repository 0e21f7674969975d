package io.citytwin.examples.milan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** At least two hundred kills, and at least ten wherever a process can be killed; how many stands in target/kills.txt. */
class DemoKills {

    private static final int TIMES = 200;
    private static final int IN_EACH_PLACE = 10;

    @TempDir
    private Path folder;

    @Test
    void twoHundredKillsChangeNothing() throws IOException, InterruptedException {
        Kills kills = new Kills(folder, Long.getLong("citytwin.seed", 9));
        Kills.Outcome undisturbed = kills.undisturbed();
        for (int run = 0; kills.all() < TIMES || kills.fewest() < IN_EACH_PLACE; run++) {
            Kills.Outcome come = kills.killed("killed-" + run, IN_EACH_PLACE, run);
            Files.writeString(Path.of("target", "kills.txt"), kills.all() + " kills: " + kills.byPlace() + "\n");
            assertThat(come.text()).isEqualTo(undisturbed.text());
            assertThat(come.page()).isEqualTo(undisturbed.page());
            assertThat(Kills.firstDifference(come.entries(), undisturbed.entries()))
                    .isEmpty();
        }
    }
}
