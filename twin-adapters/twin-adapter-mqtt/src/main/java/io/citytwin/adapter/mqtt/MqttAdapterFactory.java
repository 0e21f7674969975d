package io.citytwin.adapter.mqtt;

import io.citytwin.adapter.mqtt.internal.settings.PlanMaker;
import io.citytwin.adapter.mqtt.internal.settings.SettingsReader;
import io.citytwin.core.spi.AdapterFactory;
import io.citytwin.core.spi.AdapterSettings;
import io.citytwin.core.spi.DeviceAdapter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** Makes MQTT adapters from a file: {@code kind: mqtt}. Safe for use by many threads. */
public final class MqttAdapterFactory implements AdapterFactory {

    private static final String SCHEMA = "mqtt.schema.json";

    @Override
    public String kind() {
        return "mqtt";
    }

    @Override
    public String schema() {
        try (InputStream in = Objects.requireNonNull(MqttAdapterFactory.class.getResourceAsStream(SCHEMA))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public Optional<DeviceAdapter> create(AdapterSettings settings) {
        MqttConfig config = new SettingsReader(settings).read();
        return new PlanMaker(
                        settings.name(), settings.types(), MqttAdapter.builder().codecs(), settings::refuse)
                .make(config)
                .filter(plan -> !settings.isRefused())
                .map(MqttAdapter::new);
    }
}
