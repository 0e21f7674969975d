package io.citytwin.rules.energy;

import io.citytwin.core.asset.LightingClass;
import io.citytwin.core.model.Twin;
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

    StreetLight(Twin twin, PowerTally tally) {
        super(Kind.LAMPS, twin, tally);
        this.tally = tally;
    }

    ActuatorId actuator() {
        return new ActuatorId(id(), ACTUATOR);
    }

    boolean shines() {
        return power().signum() > 0;
    }

    BigDecimal power() {
        return tally.power().orElse(BigDecimal.ZERO);
    }

    /** Power at full light, in kW; empty if it cannot be told. */
    Optional<BigDecimal> full() {
        return number("ratedPower").filter(rated -> rated.signum() > 0).map(rated -> rated.movePointLeft(3));
    }

    Optional<LightingClass> lightingClass() {
        return twin().value("lightingClass")
                .flatMap(name -> Arrays.stream(LightingClass.values())
                        .filter(one -> one.code().equals(name.toString()))
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
