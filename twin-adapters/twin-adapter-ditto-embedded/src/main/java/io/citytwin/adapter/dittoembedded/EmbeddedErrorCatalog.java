package io.citytwin.adapter.dittoembedded;

import io.citytwin.core.error.ErrorCode;
import io.citytwin.core.spi.ErrorCatalog;
import java.util.List;

/** The error codes of the embedded endpoint. Immutable. */
public final class EmbeddedErrorCatalog implements ErrorCatalog {

    @Override
    public List<ErrorCode> codes() {
        return List.of(EmbeddedError.values());
    }
}
