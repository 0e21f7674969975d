package io.citytwin.rules.directive;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.rules.RegulationEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A city of many like twins costs little: they share what F says, and only what changed is asked again. */
class GovernorTimeTest {

    private static final int DAYS = 30;
    private static final int STEPS = 96;

    private final RegulationEngine engine = NorthlandCity.engine(1);
    private final RegulationGovernor governor = RegulationGovernor.of(engine);

    @AfterEach
    void close() {
        governor.close();
        engine.close();
    }

    @Test
    void aMonthOfQuarterHoursTakesSeconds() {
        for (int number = 0; number < 300; number++) {
            engine.put(NorthlandCity.twin("lamp" + number, "LampPost", "place=xx:town lightingClass=M4 wifi=true"));
        }
        for (int number = 0; number < 1200; number++) {
            engine.put(NorthlandCity.twin("room" + number, "BuildingUnit", "place=xx:town"));
        }
        Instant first = NorthlandCity.at("2026-02-01T00:00");
        long start = System.nanoTime();
        for (int step = 0; step < DAYS * STEPS; step++) {
            step(step, first.plus(Duration.ofMinutes(15L * step)));
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
        assertThat(governor.ledger().entries()).hasSizeGreaterThan(10_000);
    }

    private void step(int step, Instant now) {
        int day = step / STEPS;
        if (step % STEPS == 36) {
            governor.accept(NorthlandCity.pm10(day % 9 < 4 ? 60 : 30, now.minus(Duration.ofDays(1)), now));
        }
        for (int report = 0; report < 10; report++) {
            TwinId lamp = TwinId.of("xx:lamp" + (step + report) % 300);
            governor.accept(
                    NorthlandCity.observed(lamp, "power", Optional.of(Quantity.of(step % 40, Unit.of("W"))), now));
        }
        governor.step(now);
    }
}
