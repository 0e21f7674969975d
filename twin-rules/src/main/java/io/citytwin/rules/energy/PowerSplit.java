package io.citytwin.rules.energy;

import io.citytwin.core.model.Quantity;
import io.citytwin.rules.directive.ActuatorId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who gets how much of a budget. Immutable.
 *
 * @param grants what each session and lamp gets, sorted by actuator
 * @param charging power of all sessions together, in kW
 * @param lighting power of all lamps together, in kW
 * @param unused what is left of the cap, in kW; 0 if it is not enough
 * @param unmet by how much the cap is passed though all are at their floors, in kW
 */
public record PowerSplit(
        SortedMap<ActuatorId, Grant> grants, Quantity charging, Quantity lighting, Quantity unused, Quantity unmet) {

    /** Copies the map. */
    public PowerSplit {
        grants = Collections.unmodifiableSortedMap(new TreeMap<>(grants));
    }

    static PowerSplit of(EnergyState.Split known) {
        SortedMap<ActuatorId, Grant> grants = new TreeMap<>();
        known.grants().forEach(one -> grants.put(one.actuator(), one.grant()));
        return new PowerSplit(grants, known.charging(), known.lighting(), known.unused(), known.unmet());
    }

    EnergyState.Split state() {
        List<EnergyState.Granted> all = grants.entrySet().stream()
                .map(one -> new EnergyState.Granted(one.getKey(), one.getValue()))
                .toList();
        return new EnergyState.Split(all, charging, lighting, unused, unmet);
    }

    /**
     * What one device gets. Immutable.
     *
     * @param share in %, a whole number of steps, or what it wants
     * @param power what it can draw with that share, in kW
     * @param curtailed whether it wants more
     */
    public record Grant(Quantity share, Quantity power, boolean curtailed) {}

    /**
     * Whether the budget limits anybody.
     *
     * @return true if one gets less than it wants
     */
    public boolean curtails() {
        return grants.values().stream().anyMatch(Grant::curtailed);
    }
}
