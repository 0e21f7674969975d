package io.citytwin.rules.energy;

import io.citytwin.core.asset.LightingClass;
import io.citytwin.core.model.TwinId;
import io.citytwin.rules.directive.ActuatorId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** A lamp: while it is on, its power goes with its share of full light. For one thread at a time. */
final class StreetLight extends Source {

    static final String ACTUATOR = "dimming";

    private final PowerTally tally;
    private BigDecimal released = BigDecimal.ZERO;

    StreetLight(TwinId id, Traits traits, PowerTally tally) {
        super(Kind.LAMPS, id, traits, tally);
        this.tally = tally;
    }

    StreetLight resume(BigDecimal known) {
        released = known;
        return this;
    }

    @Override
    EnergyState.Device state() {
        return new EnergyState.Device(id(), kind(), traits(), tally.state(), Optional.empty(), Optional.of(released));
    }

    ActuatorId actuator() {
        return new ActuatorId(id(), ACTUATOR);
    }

    @Override
    Optional<ActuatorId> limits() {
        return Optional.of(actuator());
    }

    boolean shines() {
        return power().signum() > 0;
    }

    BigDecimal power() {
        return tally.power().orElse(BigDecimal.ZERO);
    }

    /** Power at full light, in kW; empty if it cannot be told. */
    Optional<BigDecimal> full() {
        return ratedPower().map(rated -> rated.movePointLeft(3));
    }

    Optional<LightingClass> lightingClass() {
        return traits().lightingClass()
                .flatMap(name -> Arrays.stream(LightingClass.values())
                        .filter(one -> one.code().equals(name))
                        .findFirst());
    }

    /** From now on it would draw this much if no budget limited it, in kW; 0 if none does. */
    void limit(BigDecimal kilowatts, Instant at) {
        released = kilowatts;
        told(at);
    }

    @Override
    void told(Instant at) {
        tally.withhold(shines() ? Kilowatts.notNegative(released.subtract(power())) : BigDecimal.ZERO, at);
    }
}
