package io.citytwin.adapter.ditto;

import io.citytwin.core.error.ErrorCode;
import io.citytwin.core.spi.ErrorCatalog;
import java.util.List;

/** The error codes of the Ditto adapter. Immutable. */
public final class DittoErrorCatalog implements ErrorCatalog {

    @Override
    public List<ErrorCode> codes() {
        return List.of(DittoError.values());
    }
}
