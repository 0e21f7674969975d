package io.citytwin.adapter.ditto.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FaultRunTest {

    @Test
    void bothSidesAreEqualAfterHalfAMinuteOfFaults() throws Exception {
        assertThat(new FaultRun(20_260, Duration.ofSeconds(25), Duration.ofSeconds(3)).play())
                .contains("BLACK_HOLE");
    }
}
