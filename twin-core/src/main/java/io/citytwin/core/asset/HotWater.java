package io.citytwin.core.asset;

import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** The tank that keeps a building's hot water. Immutable. */
public interface HotWater extends Asset {

    /**
     * What it serves.
     *
     * @return the building
     */
    @Within
    Optional<Building> building();

    /**
     * How much it holds.
     *
     * @return in litres
     */
    @In("l")
    Optional<Quantity> volume();

    /**
     * Temperature of the water.
     *
     * @return in degC
     */
    @Desired(resting = "60", follows = false)
    @In("degC")
    Optional<Quantity> temperature();
}
