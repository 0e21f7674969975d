package io.citytwin.core.asset;

import java.util.Optional;

/** A part of the country with its own authority. Immutable. */
public interface Area extends Asset {

    /**
     * The code by which regulations name their jurisdiction.
     *
     * @return such as the ISO 3166-2 code {@code IT-25}
     */
    Optional<String> code();
}
