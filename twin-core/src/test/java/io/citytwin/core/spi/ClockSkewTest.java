package io.citytwin.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockSkewTest {

    private static final Instant NOW = Instant.parse("2026-01-20T12:00:00Z");

    @Test
    void bothLimitsAreBelievedAndNothingBeyond() {
        assertThat(ClockSkew.USUAL.fault(NOW.plus(Duration.ofMinutes(5)), NOW)).isEmpty();
        assertThat(ClockSkew.USUAL.fault(NOW.plus(Duration.ofMinutes(5)).plusNanos(1), NOW))
                .hasValueSatisfying(why -> assertThat(why).contains("`PT5M` after", "`" + NOW + "`"));
        assertThat(ClockSkew.USUAL.fault(NOW.minus(Duration.ofDays(30)), NOW)).isEmpty();
        assertThat(ClockSkew.USUAL.fault(NOW.minus(Duration.ofDays(30)).minusNanos(1), NOW))
                .hasValueSatisfying(why -> assertThat(why).contains("`PT720H` before"));
    }
}
