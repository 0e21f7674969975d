package io.citytwin.core.asset;

import io.citytwin.core.model.Location;
import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** A place with charge points and one connection to the grid. Immutable. */
public interface ChargingStation extends Asset {

    /**
     * Where it stands.
     *
     * @return the point
     */
    Optional<Location> location();

    /**
     * Where it stands.
     *
     * @return the municipality
     */
    @Within
    Optional<Municipality> place();

    /**
     * Who runs it.
     *
     * @return a name, never compared by rules
     */
    Optional<String> operator();

    /**
     * The power contracted with the grid.
     *
     * @return in kW
     */
    @In("kW")
    Optional<Quantity> contractedPower();
}
