package io.citytwin.core.asset;

import io.citytwin.core.model.Location;
import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** A car park, maybe of a building or at a station of public transport, that can be built and kept. Immutable. */
@Acts({"build", "keep"})
public interface CarPark extends Asset {

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
     * Whether public transport leaves from it.
     *
     * @return true if it does
     */
    Optional<Boolean> parkAndRide();

    /**
     * How many vehicles it holds.
     *
     * @return a number
     */
    @In("1")
    Optional<Quantity> spaces();

    /**
     * What it belongs to, if to a building.
     *
     * @return the building
     */
    Optional<Building> building();

    /**
     * How many of its spaces have a charge point.
     *
     * @return a number
     */
    @In("1")
    Optional<Quantity> chargePoints();

    /**
     * The part of its spaces that have a charge point.
     *
     * @return in %
     */
    @In("%")
    Optional<Quantity> chargeShare();

    /**
     * The part of its spaces that are cabled for one, or have one.
     *
     * @return in %
     */
    @In("%")
    Optional<Quantity> cabledShare();

    /**
     * The part of its spaces that have ducts for cables, or more.
     *
     * @return in %
     */
    @In("%")
    Optional<Quantity> ductedShare();
}
