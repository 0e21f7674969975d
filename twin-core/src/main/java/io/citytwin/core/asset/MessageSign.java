package io.citytwin.core.asset;

import io.citytwin.core.model.Location;
import java.util.Optional;

/** A sign beside the road that can show one of several texts. Immutable. */
public interface MessageSign extends Asset {

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
     * What it tells of.
     *
     * @return the zone, also if the sign stands outside
     */
    @Within
    Optional<Zone> zone();

    /**
     * What it shows.
     *
     * @return such as smog
     */
    @Desired(resting = "blank")
    Optional<SignText> text();
}
