package io.citytwin.rules.energy;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a district used and made in a quarter of an hour, as mean power in kW. Each part is rounded once, half up to a
 * milliwatt; sums of parts are exact. Electricity meters count what buildings use without their heat pumps and panels, which
 * tell their own. Immutable.
 *
 * @param district whose
 * @param from when the quarter began
 * @param buildings what meters of electricity counted
 * @param heatPumps what heat pumps drew
 * @param panels what photovoltaic panels gave
 * @param charging what connectors gave to cars
 * @param lamps what lamps drew
 * @param withheld what cars and lamps would have drawn more if the budget had not limited them; what a car wants that was
 *     never seen unlimited counts as its connector's rated power
 * @param estimated how much of the parts was carried on from earlier readings, since newer ones are missing or bad; the sum
 *     without signs
 * @param missing devices that never told anything, so no part holds them
 */
public record EnergyBalance(
        TwinId district,
        Instant from,
        Quantity buildings,
        Quantity heatPumps,
        Quantity panels,
        Quantity charging,
        Quantity lamps,
        Quantity withheld,
        Quantity estimated,
        SortedSet<TwinId> missing) {

    /** Copies the set. */
    public EnergyBalance {
        missing = Collections.unmodifiableSortedSet(new TreeSet<>(missing));
    }

    /**
     * What no budget limits: buildings and heat pumps, less what panels gave.
     *
     * @return in kW; below 0 if panels gave more
     */
    public Quantity base() {
        return Kilowatts.quantity(buildings.amount().add(heatPumps.amount()).subtract(panels.amount()));
    }

    /**
     * What came from the grid.
     *
     * @return in kW; below 0 if the district gave to it
     */
    public Quantity load() {
        return Kilowatts.quantity(base().amount().add(charging.amount()).add(lamps.amount()));
    }

    /**
     * What would have come from the grid without any budget.
     *
     * @return in kW
     */
    public Quantity demand() {
        return Kilowatts.quantity(load().amount().add(withheld.amount()));
    }
}
