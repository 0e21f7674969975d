package io.citytwin.core.asset;

import io.citytwin.core.model.Quantity;
import java.util.Optional;

/** A fire in the open: plant residues, bonfires, barbecues, fireworks. Immutable. */
@Acts("burn")
public interface OpenFire extends Asset {

    /**
     * Where it burns.
     *
     * @return the municipality
     */
    @Within
    Optional<Municipality> place();

    /**
     * Where it burns.
     *
     * @return in m above the sea
     */
    @In("m")
    Optional<Quantity> altitude();

    /**
     * What is lit.
     *
     * @return such as barbecue
     */
    Optional<FireKind> kind();

    /**
     * Whether residues of plants are burnt where they grew.
     *
     * @return false for any other fire
     */
    Optional<Boolean> residues();

    /**
     * Whether the authority recognised it as a ritual bonfire.
     *
     * @return true if recognised
     */
    Optional<Boolean> ritual();
}
