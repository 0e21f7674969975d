package io.citytwin.rules.energy;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.rules.directive.ActuatorId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A connector, and what the car at it wants: as much as it was seen to take while nothing limited it, or else the rated power.
 * For one thread at a time.
 */
final class Charger extends Source {

    static final String ACTUATOR = "output";

    private final PowerTally tally;
    private @Nullable BigDecimal output;
    private @Nullable BigDecimal wanted;
    private BigDecimal ceiling = Kilowatts.HUNDRED;
    private BigDecimal step = BigDecimal.ONE;
    private boolean limited;

    Charger(TwinId id, Traits traits, PowerTally tally) {
        super(Kind.CHARGING, id, traits, tally);
        this.tally = tally;
    }

    /** What it knows besides its power: shares in %, power in kW. */
    record State(
            Optional<BigDecimal> output,
            Optional<BigDecimal> wanted,
            BigDecimal ceiling,
            BigDecimal step,
            boolean limited) {}

    Charger resume(State known) {
        output = known.output().orElse(null);
        wanted = known.wanted().orElse(null);
        ceiling = known.ceiling();
        step = known.step();
        limited = known.limited();
        return this;
    }

    @Override
    EnergyState.Device state() {
        State known = new State(Optional.ofNullable(output), Optional.ofNullable(wanted), ceiling, step, limited);
        return new EnergyState.Device(id(), kind(), traits(), tally.state(), Optional.of(known), Optional.empty());
    }

    ActuatorId actuator() {
        return new ActuatorId(id(), ACTUATOR);
    }

    @Override
    Optional<ActuatorId> limits() {
        return Optional.of(actuator());
    }

    @Override
    void becomes(Twin now, Instant at) {
        output = now.value(ACTUATOR)
                .filter(Quantity.class::isInstance)
                .map(value -> ((Quantity) value).amount())
                .orElse(output);
        super.becomes(now, at);
    }

    @Override
    void observe(Observation seen) {
        if (seen.property().equals(ACTUATOR)) {
            output = seen.usable()
                    .filter(Quantity.class::isInstance)
                    .map(value -> ((Quantity) value).amount())
                    .orElse(output);
        }
        super.observe(seen);
    }

    /** From now on, or no longer, a budget limits it. */
    void limit(boolean now, BigDecimal most, BigDecimal deviceStep, Instant at) {
        limited = now;
        ceiling = most;
        step = deviceStep;
        withhold(at);
    }

    @Override
    void told(Instant at) {
        BigDecimal power = power();
        if (power.signum() <= 0) {
            wanted = null;
        } else {
            learn(power);
        }
        withhold(at);
    }

    /** A car that takes clearly less than it may shows what it wants; one that takes all it may could want more. */
    private void learn(BigDecimal power) {
        rated().ifPresent(rated -> {
            BigDecimal most = of(rated, output == null ? Kilowatts.HUNDRED : output);
            boolean free = power.compareTo(most.subtract(of(rated, step))) <= 0;
            if (free) {
                wanted = power;
            } else if (wanted == null || most.compareTo(wanted.add(of(rated, step))) >= 0) {
                wanted = rated;
            }
        });
    }

    private void withhold(Instant at) {
        BigDecimal more = limited
                ? rated().map(rated -> released(rated).subtract(power())).orElse(BigDecimal.ZERO)
                : BigDecimal.ZERO;
        tally.withhold(Kilowatts.notNegative(more), at);
    }

    private BigDecimal released(BigDecimal rated) {
        return wanted == null ? BigDecimal.ZERO : wanted.min(of(rated, ceiling));
    }

    BigDecimal power() {
        return tally.power().orElse(BigDecimal.ZERO);
    }

    Optional<BigDecimal> rated() {
        return ratedPower();
    }

    /** Whether a car charges, and its connector can be given a share. */
    boolean charges() {
        return wanted != null;
    }

    /** One step more than it was seen to take, so that it can be seen whether it wants more. */
    BigDecimal planned(BigDecimal rated, BigDecimal deviceStep) {
        return wanted == null ? BigDecimal.ZERO : rated.min(wanted.add(of(rated, deviceStep)));
    }

    static BigDecimal of(BigDecimal rated, BigDecimal percent) {
        return rated.multiply(percent).movePointLeft(2);
    }
}
