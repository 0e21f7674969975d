package io.citytwin.core.asset;

import java.util.Optional;

/** A part of a region; the key of many air-quality registers. Immutable. */
public interface Province extends Area {

    /**
     * Where it lies.
     *
     * @return the region
     */
    @Within
    Optional<Region> region();
}
