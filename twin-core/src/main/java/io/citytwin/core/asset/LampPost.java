package io.citytwin.core.asset;

import io.citytwin.core.model.Location;
import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** A street lamp with its sensors. Immutable. */
@Acts({"install", "operate"})
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

    /**
     * What it is there for.
     *
     * @return such as street
     */
    Optional<LightPurpose> purpose();

    /**
     * Who owns it.
     *
     * @return public or private
     */
    Optional<Ownership> owner();

    /**
     * What its light follows.
     *
     * @return none if it follows the clock only
     */
    Optional<LightingControl> lightControl();

    /**
     * Whether what controls its light works.
     *
     * @return false if a sensor or the control has failed
     */
    @Reported
    Optional<Boolean> controlWorks();

    /**
     * Traffic of its road: the busiest lane in the busiest of the samples that its control looks back on, as a flow in an hour.
     *
     * @return in % of the flow that its class is made for
     */
    @Reported
    @In("%")
    Optional<Quantity> traffic();

    /**
     * How long its control counts traffic for one sample.
     *
     * @return in minutes
     */
    @In("minutes")
    Optional<Quantity> trafficSample();

    /**
     * How many samples must show less traffic before its control dims it.
     *
     * @return how many
     */
    @In("1")
    Optional<Quantity> trafficSamples();

    /**
     * How long its control holds it at more light once traffic has grown.
     *
     * @return in minutes
     */
    @In("minutes")
    Optional<Quantity> holdTime();

    /**
     * Whether the designer has found that its class may fall further than by one.
     *
     * @return true if the risks were assessed
     */
    Optional<Boolean> riskAssessed();

    /**
     * Mean luminance of its road at full light.
     *
     * @return in cd/m2
     */
    @In("cd/m2")
    Optional<Quantity> luminance();

    /**
     * Mean illuminance of its ground at full light.
     *
     * @return in lx
     */
    @In("lx")
    Optional<Quantity> illuminance();

    /**
     * Illuminance of the darkest point of its ground at full light.
     *
     * @return in lx
     */
    @In("lx")
    Optional<Quantity> leastIlluminance();

    /**
     * Whether it sends light above the horizontal.
     *
     * @return true if it does
     */
    Optional<Boolean> upwardLight();
}
