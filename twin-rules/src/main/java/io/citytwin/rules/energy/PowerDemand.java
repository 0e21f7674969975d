package io.citytwin.rules.energy;

import io.citytwin.core.model.Quantity;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is to be shared, and by whom. Immutable.
 *
 * @param cap the most that all may draw, in kW
 * @param uncontrolled what is drawn anyway, in kW; below 0 where panels give more than buildings use
 * @param sessions cars that charge
 * @param lamps lamps that are on
 * @param step the least by which a device can be limited, in % and above 0
 */
public record PowerDemand(
        Quantity cap, Quantity uncontrolled, List<ChargingSession> sessions, List<LitLamp> lamps, Quantity step) {

    /**
     * Checks the units and copies the lists.
     *
     * @throws io.citytwin.core.error.CityTwinException {@code C102} if a power is not in kW or W, or the step not in %
     */
    public PowerDemand {
        Kilowatts.of(cap);
        Kilowatts.of(uncontrolled);
        Kilowatts.percent(step);
        sessions = List.copyOf(sessions);
        lamps = List.copyOf(lamps);
    }

    /**
     * What would be drawn if the budget limited nobody.
     *
     * @return in kW
     */
    public Quantity released() {
        Stream<BigDecimal> wanted = Stream.concat(
                sessions.stream().map(ChargingSession::released), lamps.stream().map(LitLamp::released));
        return Kilowatts.quantity(wanted.reduce(Kilowatts.of(uncontrolled), BigDecimal::add));
    }
}
