package io.citytwin.core.asset;

import io.citytwin.core.model.Outline;
import java.util.Optional;

/** An area inside a municipality with rules of its own, such as a low-emission zone, that can be established. Immutable. */
@Acts("establish")
public interface Zone extends Area {

    /**
     * Where it lies.
     *
     * @return the municipality
     */
    @Within
    Optional<Municipality> place();

    /**
     * The ground that it covers.
     *
     * @return the ground
     */
    Optional<Outline> outline();

    /**
     * What it limits.
     *
     * @return such as vehicles
     */
    Optional<ZoneLimit> limits();

    /**
     * Whose act makes it.
     *
     * @return such as executive
     */
    Optional<ZoneOrder> orderedBy();
}
