package io.citytwin.core.asset;

import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** A domestic generator that burns wood or pellets. Immutable. */
@Acts({"operate", "install"})
public interface Stove extends Asset {

    /**
     * Where it stands.
     *
     * @return the municipality
     */
    @Within
    Optional<Municipality> place();

    /**
     * Environmental class of the generator.
     *
     * @return in stars, 0 to 5
     */
    @In("stars")
    Optional<Quantity> stars();

    /**
     * Rated heat output.
     *
     * @return in kW
     */
    @In("kW")
    Optional<Quantity> power();

    /**
     * Where it stands.
     *
     * @return in m above the sea
     */
    @In("m")
    Optional<Quantity> altitude();

    /**
     * Particles that it emits, in dry flue gas at normal conditions.
     *
     * @return in mg/m3
     */
    @In("mg/m3")
    Optional<Quantity> particles();

    /**
     * Organic carbon that it emits, in dry flue gas at normal conditions.
     *
     * @return in mg/m3
     */
    @In("mg/m3")
    Optional<Quantity> organicCarbon();

    /**
     * What it burns.
     *
     * @return such as logs
     */
    Optional<StoveFuel> burns();

    /**
     * Whether the home has no other heating.
     *
     * @return true if it is the only one
     */
    @Personal
    Optional<Boolean> onlyHeating();
}
