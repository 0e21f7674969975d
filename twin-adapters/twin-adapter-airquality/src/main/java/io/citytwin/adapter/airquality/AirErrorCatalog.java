package io.citytwin.adapter.airquality;

import io.citytwin.core.error.ErrorCode;
import io.citytwin.core.spi.ErrorCatalog;
import java.util.List;

/** The error codes of air quality files. Immutable. */
public final class AirErrorCatalog implements ErrorCatalog {

    @Override
    public List<ErrorCode> codes() {
        return List.of(AirError.values());
    }
}
