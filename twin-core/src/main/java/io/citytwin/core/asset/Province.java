package io.citytwin.core.asset;

import java.util.Optional;

/** A part of a region and the key of many air-quality registers, that can end its inspections of a year. Immutable. */
@Acts("endInspections")
public interface Province extends Area {

    /**
     * Where it lies.
     *
     * @return the region
     */
    @Within
    Optional<Region> region();
}
