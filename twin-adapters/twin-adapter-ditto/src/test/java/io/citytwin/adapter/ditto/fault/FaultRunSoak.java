package io.citytwin.adapter.ditto.fault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Two minutes of faults, or as many as {@code citytwin.minutes} says; the numbers are in {@code target/fault-run.txt}. */
class FaultRunSoak {

    @Test
    void bothSidesAreEqualAfterMinutesOfFaults() throws Exception {
        Duration length = Duration.ofMinutes(Long.getLong("citytwin.minutes", 2));
        // Longer than a link's patience with silence, so that it must notice by itself.
        Duration longest = Duration.ofSeconds(20);
        String numbers = new FaultRun(Long.getLong("citytwin.seed", 4_711), length, longest).play();
        Files.writeString(Path.of("target", "fault-run.txt"), numbers + "\n");
    }
}
