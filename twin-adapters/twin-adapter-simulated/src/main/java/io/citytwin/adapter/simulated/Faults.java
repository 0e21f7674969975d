package io.citytwin.adapter.simulated;

import io.citytwin.adapter.simulated.internal.World;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.spi.AdapterContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is wrong with the devices of a simulation. For one thread at a time. */
final class Faults {

    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Map<TwinId, Set<Fault>> faults;
    private final World world;
    private final AdapterContext context;

    Faults(Map<TwinId, Set<Fault>> faults, World world, AdapterContext context) {
        this.faults = faults;
        this.world = world;
        this.context = context;
    }

    static void checkShare(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share from 0 to 1 is needed, not " + share);
        }
    }

    boolean lies(TwinId twin) {
        return of(twin).contains(new Fault.Lie());
    }

    /** What a device shows for what is so. */
    Value shown(Kept kept, String property, Value value, Instant now) {
        Value shown = value;
        for (Fault fault : of(kept.id())) {
            if (fault instanceof Fault.Stuck stuck && !now.isBefore(stuck.since())) {
                return kept.lastTold(property).orElse(value);
            } else if (fault instanceof Fault.Drift drift && shown instanceof Quantity quantity) {
                shown = drifted(quantity, drift, now);
            }
        }
        return shown;
    }

    private Quantity drifted(Quantity quantity, Fault.Drift drift, Instant now) {
        double days = Duration.between(world.origin(), now).toSeconds()
                / (double) Duration.ofDays(1).toSeconds();
        BigDecimal grown = quantity.amount()
                .multiply(BigDecimal.valueOf(1 + drift.share() * days))
                .setScale(Math.max(quantity.amount().scale(), 3), RoundingMode.HALF_UP);
        return new Quantity(grown, quantity.unit());
    }

    /** Lets the city hear what a device tells, as its faults let it. */
    void tell(Observation told) {
        Duration late = Duration.ZERO;
        boolean twice = false;
        for (Fault fault : of(told.twin())) {
            if (fault instanceof Fault.Loss loss && chance("loss", told) < loss.share()) {
                return;
            } else if (fault instanceof Fault.Delay delay) {
                late = Duration.ofSeconds(
                        (long) (chance("delay", told) * delay.most().toSeconds()));
            } else if (fault instanceof Fault.Repetition again) {
                twice = chance("repetition", told) < again.share();
            }
        }
        arrive(told, late);
        if (twice) {
            arrive(told, late.plus(AGAIN));
        }
    }

    private void arrive(Observation told, Duration late) {
        if (late.isZero()) {
            context.observe(told);
            return;
        }
        Instant then = told.receivedAt().plus(late);
        context.at(
                then,
                () -> context.observe(new Observation(
                        told.twin(),
                        told.property(),
                        told.value(),
                        told.measuredAt(),
                        then,
                        told.source(),
                        told.quality())));
    }

    private double chance(String what, Observation told) {
        return world.seed()
                .of(what + told.twin() + told.property())
                .share(told.measuredAt().getEpochSecond());
    }

    private Set<Fault> of(TwinId twin) {
        return Optional.ofNullable(faults.get(twin)).orElse(Set.of());
    }
}
