package io.citytwin.rules.energy;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.rules.directive.ActuatorId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * All that {@link DistrictEnergy} must know to go on after a restart, at a step's end. Immutable.
 *
 * @param open when the open quarter began; empty before the first input
 * @param districts that are known
 * @param places by twin
 * @param devices sorted by id
 * @param books of districts, sorted by id
 */
record EnergyState(
        Optional<Instant> open,
        SortedSet<TwinId> districts,
        List<Placed> places,
        List<Device> devices,
        List<Book> books) {

    /** Where a twin is. */
    record Placed(TwinId twin, SortedSet<TwinId> zones, List<TwinId> within) {}

    /** A device and its open quarter; {@code charger} and {@code light} for those only. */
    record Device(
            TwinId id,
            Source.Kind kind,
            Source.Traits traits,
            Tally.State tally,
            Optional<Charger.State> charger,
            Optional<BigDecimal> released) {}

    /** What is remembered of a district. */
    record Book(
            TwinId district,
            LoadForecast.State demand,
            LoadForecast.State base,
            List<PastQuarter> past,
            Optional<Quantity> cap,
            Optional<Split> split,
            Optional<Instant> calmSince) {}

    /** A {@link PowerSplit}. */
    record Split(List<Granted> grants, Quantity charging, Quantity lighting, Quantity unused, Quantity unmet) {}

    /** What one device gets. */
    record Granted(ActuatorId actuator, PowerSplit.Grant grant) {}
}
