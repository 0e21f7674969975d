package io.citytwin.rules.energy;

import io.citytwin.core.model.Quantity;
import io.citytwin.rules.directive.ActuatorId;
import java.math.BigDecimal;

/**
 * A lamp that is on, as {@link FairShares} sees it: its power goes with its share of full light. Numbers below 0 count as
 * 0. Immutable.
 *
 * @param lamp the actuator that dims it, in % of its full light
 * @param full its power at full light, in kW or W
 * @param wanted its share of full light if no budget limited it, in %
 * @param least its least share of full light, such as what its lighting class needs, in %; if it wants less, it keeps that
 */
public record LitLamp(ActuatorId lamp, Quantity full, Quantity wanted, Quantity least) {

    /**
     * Checks the units.
     *
     * @throws io.citytwin.core.error.CityTwinException {@code C102} if the power is not in kW or W, or a share not in %
     */
    public LitLamp {
        Kilowatts.of(full);
        Kilowatts.percent(wanted);
        Kilowatts.percent(least);
    }

    /** What it would draw. */
    BigDecimal released() {
        return Kilowatts.notNegative(
                Kilowatts.of(full).multiply(Kilowatts.percent(wanted)).movePointLeft(2));
    }
}
