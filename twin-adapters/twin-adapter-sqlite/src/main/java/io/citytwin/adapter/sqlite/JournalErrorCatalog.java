package io.citytwin.adapter.sqlite;

import io.citytwin.core.error.ErrorCode;
import io.citytwin.core.spi.ErrorCatalog;
import java.util.List;

/** The error codes of a journal in a file. Immutable. */
public final class JournalErrorCatalog implements ErrorCatalog {

    @Override
    public List<ErrorCode> codes() {
        return List.of(JournalError.values());
    }
}
