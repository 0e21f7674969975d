package io.citytwin.core.asset;

import java.util.Optional;

/** A vehicle that can stand or drive in a municipality. Immutable. */
@Acts({"circulate", "enter"})
public interface Vehicle extends Asset {

    /**
     * Where it is.
     *
     * @return the municipality
     */
    Optional<Municipality> place();

    /**
     * Category on the registration document.
     *
     * @return such as M1
     */
    Optional<VehicleCategory> category();

    /**
     * What it runs on.
     *
     * @return such as diesel
     */
    Optional<Fuel> fuel();

    /**
     * Emission class.
     *
     * @return such as Euro 4
     */
    Optional<EuroClass> euro();

    /**
     * Particle filter.
     *
     * @return none, from the factory or retrofitted
     */
    Optional<Dpf> dpf();

    /**
     * Whether it takes part in a scheme that counts its kilometres instead of banning its hours.
     *
     * @return true if it is registered there
     */
    Optional<Boolean> kilometreScheme();
}
