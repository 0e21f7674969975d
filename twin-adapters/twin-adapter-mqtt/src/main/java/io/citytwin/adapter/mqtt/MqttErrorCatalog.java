package io.citytwin.adapter.mqtt;

import io.citytwin.core.error.ErrorCode;
import io.citytwin.core.spi.ErrorCatalog;
import java.util.List;

/** The error codes of MQTT adapters. Immutable. */
public final class MqttErrorCatalog implements ErrorCatalog {

    @Override
    public List<ErrorCode> codes() {
        return List.of(MqttError.values());
    }
}
