package io.citytwin.core.asset;

import io.citytwin.core.model.TwinId;
import java.util.Optional;

/**
 * What every asset of a city has. A getter that answers empty says that the property is unknown. Immutable.
 */
public interface Asset {

    /**
     * The asset's twin.
     *
     * @return its id
     */
    TwinId id();

    /**
     * What people call it.
     *
     * @return a name for reports, never compared by rules
     */
    Optional<String> label();
}
