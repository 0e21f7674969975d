package io.citytwin.core.asset;

import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** A part of a building with one use, that is heated and can be cooled: a flat, a shop, an office. Immutable. */
@Acts({"cool", "openDoor"})
public interface BuildingUnit extends Asset {

    /**
     * Where it stands.
     *
     * @return the municipality
     */
    @Within
    Optional<Municipality> place();

    /**
     * What it is used for.
     *
     * @return its use
     */
    Optional<BuildingUse> use();

    /**
     * Indoor air temperature, the weighted mean of its rooms.
     *
     * @return in degC
     */
    @Personal
    @Desired(resting = "20", safe = "18", follows = false)
    @In("degC")
    Optional<Quantity> indoorTemperature();

    /**
     * What it is a part of.
     *
     * @return the building
     */
    Optional<Building> building();

    /**
     * Heated floor area.
     *
     * @return in m2
     */
    @In("m2")
    Optional<Quantity> floorArea();

    /**
     * Whether a curtain of air that is not heated closes its doorway.
     *
     * @return true if it has one
     */
    Optional<Boolean> airCurtain();
}
