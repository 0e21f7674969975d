package io.citytwin.core.asset;

import io.citytwin.core.model.Outline;
import java.util.Optional;

/** A neighbourhood of a municipality. Immutable. */
public interface District extends Area {

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
}
