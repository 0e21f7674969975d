package io.citytwin.adapter.ocpp;

import io.citytwin.core.error.ErrorCode;
import io.citytwin.core.spi.ErrorCatalog;
import java.util.List;

/** The error codes of a central system. Immutable. */
public final class OcppErrorCatalog implements ErrorCatalog {

    @Override
    public List<ErrorCode> codes() {
        return List.of(OcppError.values());
    }
}
