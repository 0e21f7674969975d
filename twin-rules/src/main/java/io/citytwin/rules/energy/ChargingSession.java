package io.citytwin.rules.energy;

import io.citytwin.core.model.Quantity;
import io.citytwin.rules.directive.ActuatorId;
import java.math.BigDecimal;

/**
 * A car that charges, as {@link FairShares} sees it. Numbers below 0 count as 0. Immutable.
 *
 * @param connector the actuator that limits it, in % of the rated power
 * @param rated the most power that the connector gives, in kW
 * @param wanted what the car would take now if nothing limited it, in kW
 * @param floor the least that it gets however little there is, in kW; a car that wants less gets no more than it wants
 * @param ceiling the most that it may get for other reasons, in % of the rated power
 */
public record ChargingSession(ActuatorId connector, Quantity rated, Quantity wanted, Quantity floor, Quantity ceiling) {

    /**
     * Checks the units.
     *
     * @throws io.citytwin.core.error.CityTwinException {@code C102} if a power is not in kW or W, or the ceiling not in %
     */
    public ChargingSession {
        Kilowatts.of(rated);
        Kilowatts.of(wanted);
        Kilowatts.of(floor);
        Kilowatts.percent(ceiling);
    }

    /** What it would take under its ceiling. */
    BigDecimal released() {
        BigDecimal allowed = Kilowatts.of(rated)
                .multiply(Kilowatts.percent(ceiling).min(Kilowatts.HUNDRED))
                .movePointLeft(2);
        return Kilowatts.notNegative(Kilowatts.of(wanted).min(allowed));
    }
}
