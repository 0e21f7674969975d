package io.citytwin.rules.directive;

import io.citytwin.core.model.TwinId;
import java.util.Comparator;

/**
 * Names an actuator: a property that the device of a twin can be asked to take. Immutable.
 *
 * @param twin whose
 * @param property the desired property
 */
public record ActuatorId(TwinId twin, String property) implements Comparable<ActuatorId> {

    private static final Comparator<ActuatorId> ORDER =
            Comparator.comparing(ActuatorId::twin).thenComparing(ActuatorId::property);

    @Override
    public int compareTo(ActuatorId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return twin + "/" + property;
    }
}
