package io.citytwin.examples.milan;

import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Input;
import io.citytwin.examples.milan.city.City;
import io.citytwin.rules.directive.ActuatorId;
import io.citytwin.rules.directive.Allotter;
import io.citytwin.rules.directive.Award;
import io.citytwin.rules.energy.DistrictEnergy;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Districts whose devices report once a day: what they may draw is known and stands in the ledger, and nobody is held, since nobody
 * can keep a limit of a quarter of an hour by readings of last midnight. Immutable.
 *
 * @param districts whose load is a budget, and nothing that a device could be asked for
 */
record Unmeasured(Set<TwinId> districts) implements Allotter {

    static Unmeasured of(City city) {
        return new Unmeasured(city.all("District").stream().map(Twin::id).collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public void accept(Input input) {
        // Nothing is counted.
    }

    @Override
    public boolean splits(ActuatorId actuator) {
        return actuator.property().equals(DistrictEnergy.BUDGET) && districts.contains(actuator.twin());
    }

    @Override
    public List<Share> split(SortedMap<ActuatorId, Award> awards, Instant moment) {
        return List.of();
    }
}
