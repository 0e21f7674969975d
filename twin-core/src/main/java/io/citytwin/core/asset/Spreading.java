package io.citytwin.core.asset;

import java.util.Optional;

/** A spreading of slurry, manure or nitrogen fertiliser on a field. Immutable. */
@Acts("spread")
public interface Spreading extends Asset {

    /**
     * Where the field lies.
     *
     * @return the municipality
     */
    @Within
    Optional<Municipality> place();

    /**
     * Whether it goes straight into the soil.
     *
     * @return true for injection or immediate burial
     */
    Optional<Boolean> injected();
}
