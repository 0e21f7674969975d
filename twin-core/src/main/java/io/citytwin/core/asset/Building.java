package io.citytwin.core.asset;

import io.citytwin.core.model.Location;
import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** A building with its envelope and use. Immutable. */
public interface Building extends Asset {

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
     * Who owns it.
     *
     * @return private or public
     */
    Optional<Ownership> owner();

    /**
     * What it is mostly used for.
     *
     * @return its use
     */
    Optional<BuildingUse> use();

    /**
     * Heated floor area.
     *
     * @return in m2
     */
    @In("m2")
    Optional<Quantity> floorArea();

    /**
     * How much heat its walls let through.
     *
     * @return the U-value in W/m2K
     */
    @In("W/m2K")
    Optional<Quantity> wallTransmittance();

    /**
     * How much heat its roof lets through.
     *
     * @return the U-value in W/m2K
     */
    @In("W/m2K")
    Optional<Quantity> roofTransmittance();

    /**
     * How much heat its windows let through.
     *
     * @return the U-value in W/m2K
     */
    @In("W/m2K")
    Optional<Quantity> windowTransmittance();

    /**
     * Class of its energy performance certificate.
     *
     * @return such as A2
     */
    Optional<EnergyClass> energyClass();

    /**
     * Climate zone that its heating season follows.
     *
     * @return such as E
     */
    Optional<HeatingZone> heatingZone();

    /**
     * Whether its envelope was renewed.
     *
     * @return true if it was
     */
    Optional<Boolean> retrofitted();
}
