package io.citytwin.core.asset;

import io.citytwin.core.model.Location;
import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** A place at which noise is measured. Immutable. */
@Acts("reachQuality")
public interface NoiseMeter extends Asset {

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
     * How quiet its surroundings must be.
     *
     * @return the class that the municipality gave them
     */
    Optional<AcousticClass> acousticClass();

    /**
     * What its level tells.
     *
     * @return such as immission
     */
    Optional<NoiseKind> noiseKind();

    /**
     * What makes the noise that it is there for.
     *
     * @return such as a business
     */
    Optional<NoiseSource> noiseSource();

    /**
     * Whether it stands in the strip along a road that has limits of its own.
     *
     * @return true if it does
     */
    Optional<Boolean> roadStrip();

    /**
     * The equivalent continuous level of the day or the night so far.
     *
     * @return in dB(A)
     */
    @Reported
    @In("dB(A)")
    Optional<Quantity> soundLevel();

    /**
     * By how much the level with the source is above the level without it, in a room.
     *
     * @return in dB(A)
     */
    @Reported
    @In("dB(A)")
    Optional<Quantity> soundDifference();

    /**
     * Whether the windows are open while it measures.
     *
     * @return true if they are
     */
    @Reported
    Optional<Boolean> windowsOpen();
}
