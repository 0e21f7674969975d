package io.citytwin.adapter.config;

import io.citytwin.core.model.Twin;
import io.citytwin.core.privacy.Secret;
import io.citytwin.core.spi.AdapterContext;
import io.citytwin.core.spi.AdapterFactory;
import io.citytwin.core.spi.AdapterSettings;
import io.citytwin.core.spi.DeviceAdapter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Makes adapters for bells. */
public final class BellFactory implements AdapterFactory {

    /** A bell that serves one type of twins. */
    record Bell(
            String name, String type, int loudness, boolean mute, Duration every, Optional<Path> tune, String password)
            implements DeviceAdapter {
        @Override
        public boolean serves(Twin twin) {
            return twin.type().name().equals(type);
        }

        @Override
        public void start(AdapterContext context) {
            // a bell tells nothing
        }
    }

    @Override
    public String kind() {
        return "bell";
    }

    @Override
    public String schema() {
        return """
                {"type": "object", "required": ["type"], "additionalProperties": false,
                 "properties": {
                   "type": {"type": "string"},
                   "loudness": {"type": "integer", "maximum": 10},
                   "mute": {"type": "boolean"},
                   "every": {"type": "string"},
                   "tune": {"type": "string"},
                   "tone": {"enum": ["high", "low"]},
                   "password": {"type": "object"}}}
                """;
    }

    @Override
    public Optional<DeviceAdapter> create(AdapterSettings settings) {
        String type = settings.text("/type").orElseThrow();
        if (settings.types().all().stream().noneMatch(known -> known.name().equals(type))) {
            settings.refuse("/type", "There is no type `" + type + "`.", "Maybe `LampPost`.");
        }
        Bell bell = new Bell(
                settings.name(),
                type,
                settings.number("/loudness", 3),
                settings.flag("/mute", false),
                settings.duration("/every", Duration.ofHours(1)),
                settings.path("/tune"),
                settings.secret("/password").map(Secret::reveal).orElse(""));
        return settings.isRefused() ? Optional.empty() : Optional.of(bell);
    }
}
