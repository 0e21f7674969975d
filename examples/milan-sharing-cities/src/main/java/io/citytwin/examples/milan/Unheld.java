package io.citytwin.examples.milan;

import io.citytwin.core.signal.Input;
import io.citytwin.rules.directive.ActuatorId;
import io.citytwin.rules.directive.Allotter;
import io.citytwin.rules.directive.Award;
import io.citytwin.rules.energy.DistrictEnergy;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts what districts draw, and holds nobody whatever rules allow them. For one thread at a time.
 *
 * @param energy that counts
 */
record Unheld(DistrictEnergy energy) implements Allotter {

    @Override
    public void accept(Input input) {
        energy.accept(input);
    }

    @Override
    public boolean splits(ActuatorId actuator) {
        return energy.splits(actuator);
    }

    @Override
    public List<Share> split(SortedMap<ActuatorId, Award> awards, Instant moment) {
        return energy.split(new TreeMap<>(), moment);
    }
}
