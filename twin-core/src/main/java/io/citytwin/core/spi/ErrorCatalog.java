package io.citytwin.core.spi;

import io.citytwin.core.error.ErrorCode;
import java.util.List;

/** The error codes of one jar, found by {@link java.util.ServiceLoader}. Immutable. */
public interface ErrorCatalog {

    /**
     * The codes, so that {@code citytwin help CODE} can explain each of them.
     *
     * @return in the order of their ids
     */
    List<ErrorCode> codes();
}
