package io.citytwin.core.spi;

import io.citytwin.core.error.CoreError;
import io.citytwin.core.error.ErrorCode;
import java.util.List;

/** The error codes of the core itself. Immutable. */
public final class CoreErrorCatalog implements ErrorCatalog {

    @Override
    public List<ErrorCode> codes() {
        return List.of(CoreError.values());
    }
}
