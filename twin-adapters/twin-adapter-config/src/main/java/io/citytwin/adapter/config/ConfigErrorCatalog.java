package io.citytwin.adapter.config;

import io.citytwin.core.error.ErrorCode;
import io.citytwin.core.spi.ErrorCatalog;
import java.util.List;

/** The error codes of files of adapters. Immutable. */
public final class ConfigErrorCatalog implements ErrorCatalog {

    @Override
    public List<ErrorCode> codes() {
        return List.of(ConfigError.values());
    }
}
