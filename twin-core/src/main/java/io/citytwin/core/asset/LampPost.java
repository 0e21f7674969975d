package io.citytwin.core.asset;

import io.citytwin.core.model.Location;
import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** A street lamp with its sensors. Immutable. */
public interface LampPost extends Asset {

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
     * How bright its road must be.
     *
     * @return such as M4
     */
    Optional<LightingClass> lightingClass();

    /**
     * Power at full light.
     *
     * @return in W
     */
    @In("W")
    Optional<Quantity> ratedPower();

    /**
     * The share of its full light.
     *
     * @return in %
     */
    @Desired(resting = "100")
    @In("%")
    Optional<Quantity> dimming();

    /**
     * Power drawn.
     *
     * @return in W
     */
    @Reported
    @In("W")
    Optional<Quantity> power();

    /**
     * Electricity drawn since it was installed.
     *
     * @return in kWh
     */
    @Reported
    @In("kWh")
    Optional<Quantity> energy();

    /**
     * Whether it measures the air.
     *
     * @return true if it does
     */
    Optional<Boolean> airSensor();

    /**
     * Whether it offers a network.
     *
     * @return true if it does
     */
    Optional<Boolean> wifi();
}
