package io.citytwin.core.asset;

import io.citytwin.core.model.Location;
import java.util.Optional;

/** An electronic gate at the edge of a zone. Immutable. */
public interface Gate extends Asset {

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
     * What it guards.
     *
     * @return the zone, also if the gate stands a few metres outside
     */
    @Within
    Optional<Zone> zone();

    /**
     * Whether only public transport may pass.
     *
     * @return true if its lane is reserved
     */
    Optional<Boolean> reserved();

    /**
     * Whether it reads who passes.
     *
     * @return true while its zone has its hours
     */
    @Desired(resting = "false")
    Optional<Boolean> active();
}
