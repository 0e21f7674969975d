package io.citytwin.rules.error;

import io.citytwin.core.error.ErrorCode;
import io.citytwin.core.spi.ErrorCatalog;
import java.util.List;

/** The error codes of regulation folders, cases and questions. Immutable. */
public final class RulesErrorCatalog implements ErrorCatalog {

    @Override
    public List<ErrorCode> codes() {
        return List.of(RulesError.values());
    }
}
