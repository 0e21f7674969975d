package io.citytwin.core.asset;

import java.util.Optional;

/** A place that sells fuel for vehicles. Immutable. */
@Acts({"deferProject", "deferCharging"})
public interface FuelStation extends Asset {

    /**
     * Where it stands.
     *
     * @return the municipality
     */
    @Within
    Optional<Municipality> place();

    /**
     * Whether a project for charge points was filed.
     *
     * @return true once it was
     */
    Optional<Boolean> chargingProject();

    /**
     * Whether vehicles can be charged there.
     *
     * @return true once charge points are installed
     */
    Optional<Boolean> charging();
}
