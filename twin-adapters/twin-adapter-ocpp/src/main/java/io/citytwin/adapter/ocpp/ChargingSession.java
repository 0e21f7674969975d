package io.citytwin.adapter.ocpp;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import java.time.Instant;
import java.util.Optional;

/**
 * A vehicle charges, or did. Nothing in it says whose it is. Immutable.
 *
 * @param connector where
 * @param transaction the station's or central system's name for it
 * @param begun since when
 * @param ended until when; empty while it goes on
 * @param first what the meter showed then, in kWh; empty if the station did not say
 * @param last what the meter showed at the end, in kWh; empty while it goes on, or if the station did not say
 */
public record ChargingSession(
        TwinId connector,
        String transaction,
        Instant begun,
        Optional<Instant> ended,
        Optional<Quantity> first,
        Optional<Quantity> last) {

    /**
     * The electricity that was given.
     *
     * @return in kWh; empty while it goes on, or if one of both readings is not known
     */
    public Optional<Quantity> energy() {
        return first.flatMap(from ->
                last.map(to -> new Quantity(to.amount().subtract(from.amount()), Unit.KILOWATT_HOUR)));
    }
}
