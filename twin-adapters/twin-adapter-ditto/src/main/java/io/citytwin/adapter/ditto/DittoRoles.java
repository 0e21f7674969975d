package io.citytwin.adapter.ditto;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who may do what with the Things of a city, by Ditto's names of subjects such as {@code nginx:anna}. Immutable.
 *
 * @param operators may read and write everything
 * @param integrators, such as field gateways, read all but what is personal, write what devices report, and exchange
 *     messages
 * @param citizens read all but what is personal
 */
public record DittoRoles(Set<String> operators, Set<String> integrators, Set<String> citizens) {

    /** Copies the sets. */
    public DittoRoles {
        operators = Set.copyOf(operators);
        integrators = Set.copyOf(integrators);
        citizens = Set.copyOf(citizens);
    }

    /**
     * Some roles.
     *
     * @param operators may do everything
     * @param integrators speak for devices
     * @param citizens may look
     * @return the roles
     */
    public static DittoRoles of(Set<String> operators, Set<String> integrators, Set<String> citizens) {
        return new DittoRoles(operators, integrators, citizens);
    }

    /**
     * Nobody but the city itself.
     *
     * @return empty roles
     */
    public static DittoRoles none() {
        return new DittoRoles(Set.of(), Set.of(), Set.of());
    }

    Map<String, Set<String>> byLabel() {
        return new TreeMap<>(Map.of("operator", operators, "integrator", integrators, "citizen", citizens));
    }
}
