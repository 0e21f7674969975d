package io.citytwin.rules.directive;

import static io.citytwin.rules.directive.Workshop.SPEED;
import static io.citytwin.rules.directive.Workshop.minute;
import static io.citytwin.rules.directive.Workshop.percent;
import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Input;
import io.citytwin.rules.RegulationEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random days of a fan: never below its floor, left alone in between, and the same each time they are played. */
class SteadyPropertyTest {

    private static final int STEPS = 400;
    private static final Duration CALM = Duration.ofMinutes(10);

    /** What happens in one step, and the floor that stands at its end. */
    private record Turn(Instant at, List<Input> inputs, int floor) {}

    private static List<Turn> turns(long seed) {
        Random random = new Random(seed);
        List<Turn> turns = new ArrayList<>();
        int time = 0;
        for (int step = 0; step < STEPS; step++) {
            time += 1 + random.nextInt(6);
            int floor = random.nextInt(3) == 0 ? random.nextInt(60) : 0;
            List<Input> inputs = new ArrayList<>();
            inputs.add(Workshop.fan("fan", claims(random, floor), minute(time)));
            if (random.nextInt(12) == 0) {
                inputs.add(
                        random.nextInt(4) == 0
                                ? Workshop.letGo(SPEED, minute(time))
                                : Workshop.override(
                                        SPEED,
                                        percent(random.nextInt(101)),
                                        minute(time + 1 + random.nextInt(20)),
                                        minute(time)));
            }
            turns.add(new Turn(minute(time), inputs, floor));
        }
        return turns;
    }

    private static String claims(Random random, int floor) {
        StringBuilder claims = new StringBuilder();
        if (random.nextInt(4) > 0) {
            claims.append("asks=true wanted=").append(40 + random.nextInt(20));
        }
        if (random.nextInt(3) == 0) {
            claims.append(" limited=true most=").append(30 + random.nextInt(40));
        }
        if (random.nextInt(5) == 0) {
            claims.append(" stateAsks=true stateWants=").append(random.nextInt(101));
        }
        return claims + (floor > 0 ? " kept=true least=" + floor : "");
    }

    private static List<Ledger.Entry> played(List<Turn> turns) {
        try (RegulationEngine engine = Workshop.engine();
                RegulationGovernor governor = RegulationGovernor.of(engine)) {
            Value asked = percent(40);
            for (Turn turn : turns) {
                turn.inputs().forEach(governor::accept);
                for (Directive directive : governor.step(turn.at())) {
                    asked = directive.value();
                }
                assertThat(((Quantity) asked).amount().intValue()).isGreaterThanOrEqualTo(turn.floor());
            }
            return governor.ledger().entries();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theSameDaysGiveTheSameLinesAndDevicesAreLeftAlone(long seed) {
        List<Turn> turns = turns(seed);
        List<Ledger.Entry> entries = played(turns);
        assertThat(played(turns)).isEqualTo(entries);
        assertThat(entries.stream().map(EntryCodec::write).collect(Collectors.toSet()))
                .as("no entry comes twice")
                .hasSize(entries.size());
        List<Ledger.Entry> asked =
                entries.stream().filter(entry -> entry.directive().isPresent()).toList();
        int soon = 0;
        for (int at = 1; at < asked.size(); at++) {
            Ledger.Entry before = asked.get(at - 1);
            Ledger.Entry now = asked.get(at);
            if (Duration.between(before.at(), now.at()).compareTo(CALM) < 0) {
                soon++;
                assertThat(isOverride(before) || isOverride(now) || wasTooLow(before, now, turns))
                        .as("%s after %s", now, before)
                        .isTrue();
            }
        }
        assertThat(soon).isPositive();
        assertThat(entries).anyMatch(entry -> isHeld(entry, Ledger.Hold.Cause.CALM));
        assertThat(entries).anyMatch(entry -> isHeld(entry, Ledger.Hold.Cause.BAND));
    }

    private static boolean isHeld(Ledger.Entry entry, Ledger.Hold.Cause cause) {
        return entry.hold().filter(hold -> hold.cause() == cause).isPresent();
    }

    private static boolean isOverride(Ledger.Entry entry) {
        return entry.award()
                .filter(award -> award.winner().kind() == Claim.Kind.OVERRIDE)
                .isPresent();
    }

    private static boolean wasTooLow(Ledger.Entry before, Ledger.Entry now, List<Turn> turns) {
        int floor = turns.stream()
                .filter(turn -> turn.at().equals(now.at()))
                .mapToInt(Turn::floor)
                .findFirst()
                .orElseThrow();
        return Optional.of(before.directive().orElseThrow().value())
                .filter(value -> Award.isBelow(value, percent(floor)))
                .isPresent();
    }
}
