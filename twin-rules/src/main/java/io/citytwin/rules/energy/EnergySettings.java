package io.citytwin.rules.energy;

import io.citytwin.core.asset.LightingClass;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;

/**
 * What a builder was told. Immutable.
 *
 * @param forecast how demand is predicted
 * @param step of devices, in %
 * @param floor of a session, in kW or in % of its rated power
 * @param lamps least share of full light by class, in %
 * @param hysteresis how far demand must fall below the cap before it is let go, in % of the cap
 * @param rest how long it must stay there first
 * @param trusted how long a power stands that was told once
 */
record EnergySettings(
        ForecastPlan forecast,
        BigDecimal step,
        Quantity floor,
        Map<LightingClass, Quantity> lamps,
        BigDecimal hysteresis,
        Duration rest,
        Duration trusted) {

    EnergySettings {
        lamps = Map.copyOf(lamps);
    }

    BigDecimal floorOf(BigDecimal rated) {
        return floor.unit() == Unit.PERCENT ? Charger.of(rated, floor.amount()) : Kilowatts.of(floor);
    }

    /** A lamp of which nobody said how dark its class may be is not dimmed. */
    BigDecimal leastOf(StreetLight light) {
        return light.lightingClass().map(lamps::get).map(Quantity::amount).orElse(Kilowatts.HUNDRED);
    }
}
