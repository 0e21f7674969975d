package io.citytwin.core.asset;

import java.util.Optional;

/** An oven in which a pizzeria bakes. Immutable. */
@Acts("operate")
public interface Oven extends Asset {

    /**
     * Where it stands.
     *
     * @return the municipality
     */
    @Within
    Optional<Municipality> place();

    /**
     * What it burns.
     *
     * @return such as woodA1
     */
    Optional<OvenFuel> burns();
}
