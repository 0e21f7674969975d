package io.citytwin.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockTest {

    private static final Instant NOON = Instant.parse("2026-01-05T11:00:00Z");

    @Test
    void aVirtualClockStandsStillUntilItIsToldToGoOn() {
        VirtualClock clock = new VirtualClock(NOON);
        assertThat(clock.now()).isEqualTo(NOON);
        clock.advanceTo(NOON);
        clock.advanceTo(NOON.plusSeconds(1));
        assertThat(clock.now()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void aVirtualClockRefusesToGoBack() {
        VirtualClock clock = new VirtualClock(NOON);
        assertThatThrownBy(() -> clock.advanceTo(NOON.minusNanos(1)))
                .isInstanceOfSatisfying(
                        CityTwinException.class,
                        refused -> assertThat(refused.code()).isEqualTo(CoreError.ORDER))
                .hasMessageContaining("`2026-01-05T11:00:00Z`")
                .hasMessageContaining("`2026-01-05T10:59:59.999999999Z`");
        assertThat(clock.now()).isEqualTo(NOON);
    }

    @Test
    void theSystemClockGoesOn() {
        CityClock clock = new SystemClock();
        Instant first = clock.now();
        assertThat(clock.now()).isAfterOrEqualTo(first);
        assertThat(first).isAfter(Instant.parse("2025-01-01T00:00:00Z"));
    }
}
