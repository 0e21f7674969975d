package io.citytwin.adapter.airquality.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.adapter.airquality.AirFeed;
import io.citytwin.adapter.airquality.AirQualityAdapter;
import io.citytwin.adapter.airquality.AirQualityAdapterBuilder;
import io.citytwin.adapter.airquality.AirSensors;
import io.citytwin.adapter.airquality.AirSource;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.spi.AdapterSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a file says about an adapter of this module. For one thread at a time. */
public final class AirSettings {

    private static final String PRESET = "/preset";
    private static final String SENSORS = "/sensors";
    private static final String FILE = "/file";
    private static final String URL = "/url";
    private static final int LARGEST = 16 << 20;

    private final AdapterSettings settings;

    /** Settings that are valid under the schema. */
    public AirSettings(AdapterSettings settings) {
        this.settings = settings;
    }

    /** The adapter's builder; empty if something was refused. */
    public Optional<AirQualityAdapterBuilder> read() {
        AirQualityAdapterBuilder adapter = AirQualityAdapter.builder()
                .name(settings.name())
                .sensors(sensors())
                .poll(settings.duration("/poll", Duration.ofMinutes(10)))
                .retry(
                        settings.duration("/retry", Duration.ofSeconds(30)),
                        settings.duration("/retryAtMost", Duration.ofHours(1)))
                .timeout(settings.duration("/timeout", Duration.ofSeconds(30)))
                .silence(settings.duration("/silence", Duration.ofDays(5)))
                .largest(settings.number("/largest", LARGEST));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < settings.values().path("sources").size(); i++) {
            String at = "/sources/" + i;
            String name = settings.text(at + "/name").orElse("");
            if (names.contains(name)) {
                settings.refuse(at + "/name", "Two sources are called `" + name + "`.", "Maybe one was copied.");
            }
            names.add(name);
            source(at, name).ifPresent(adapter::source);
        }
        return settings.isRefused() ? Optional.empty() : Optional.of(adapter);
    }

    private Optional<AirSource> source(String at, String name) {
        Optional<AirFeed> feed = feed(at);
        if (feed.filter(AirFeed::sensors).isPresent()
                && settings.path(SENSORS + FILE).isEmpty()) {
            String problem = "The feed of `" + name + "` speaks of sensors, and no registry is named.";
            settings.refuse(at, problem, "Maybe add `sensors: {file: ...}`.");
        }
        return place(at).flatMap(where -> feed.map(how -> new AirSource(name, where, how)));
    }

    private Optional<AirSource.Place> place(String at) {
        Optional<Path> file = settings.path(at + FILE);
        Optional<String> url = settings.text(at + URL);
        if (file.isPresent() == url.isPresent()) {
            settings.refuse(at, "A source has either a `file` or a `url`.", "Maybe one of both is to go.");
            return Optional.empty();
        }
        if (file.isPresent()) {
            return Optional.of(new AirSource.InFile(file.get()));
        }
        return address(at, url.orElse(""))
                .flatMap(address -> refusing(at + URL, () -> new AirSource.OverHttp(address, header(at))));
    }

    private Optional<AirSource.Header> header(String at) {
        return settings.secret(at + "/header/secret")
                .flatMap(secret -> settings.text(at + "/header/name")
                        .flatMap(name -> refusing(at + "/header", () -> new AirSource.Header(name, secret))));
    }

    private Optional<URI> address(String at, String url) {
        try {
            return Optional.of(URI.create(url));
        } catch (IllegalArgumentException none) {
            // Not said again: a login may stand in it.
            settings.refuse(at + URL, "This is no address.", "Maybe `https://agency.example/air.csv`.");
            return Optional.empty();
        }
    }

    private <V> Optional<V> refusing(String at, Supplier<V> made) {
        try {
            return Optional.of(made.get());
        } catch (CityTwinException mistake) {
            settings.refuse(at, mistake.problem(), mistake.advice());
            return Optional.empty();
        }
    }

    private Optional<AirFeed> feed(String at) {
        JsonNode values = settings.values();
        ObjectNode said = JsonNodeFactory.instance.objectNode();
        settings.text(at + PRESET).or(() -> settings.text(PRESET)).ifPresent(name -> said.put(FeedForm.PRESET, name));
        JsonNode common = values.path("feed");
        JsonNode own = values.at(at + "/feed");
        ObjectNode form = FeedForm.merged(FeedForm.merged(said, common), own);
        return FeedForm.read(form, settings.types(), (pointer, problem, advice) -> {
            String place =
                    own.at(pointer).isMissingNode() && !common.at(pointer).isMissingNode()
                            ? "/feed" + pointer
                            : at + (pointer.equals(PRESET) ? pointer : "/feed" + pointer);
            settings.refuse(place, problem, advice);
        });
    }

    private AirSensors sensors() {
        Optional<Path> file = settings.path(SENSORS + FILE);
        if (file.isEmpty()) {
            return AirSensors.none();
        }
        String name = String.valueOf(file.get().getFileName());
        try {
            return AirSensors.read(name, ByteBuffer.wrap(Files.readAllBytes(file.get())), form(name));
        } catch (IOException unreadable) {
            settings.refuse(
                    SENSORS + FILE, "`" + name + "` cannot be read.", "Maybe the path or its rights are wrong.");
        } catch (CityTwinException whole) {
            settings.refuse(SENSORS + FILE, whole.problem(), whole.advice());
        }
        return AirSensors.none();
    }

    private AirSensors.Form form(String file) {
        boolean json = settings.text(SENSORS + "/format").map("json"::equals).orElseGet(() -> file.endsWith("json"));
        AirSensors.Form usual = AirSensors.Form.lombardy(json ? AirFeed.Format.JSON : AirFeed.Format.CSV);
        AirFeed.Table table = new AirFeed.Table(
                usual.table().format(),
                settings.text(SENSORS + "/delimiter").orElse(",").charAt(0),
                '.',
                false,
                settings.text(SENSORS + "/rows").orElse(""));
        return new AirSensors.Form(
                table,
                settings.text(SENSORS + "/sensor").orElse(usual.sensor()),
                settings.text(SENSORS + "/station").orElse(usual.station()),
                settings.text(SENSORS + "/pollutant").orElse(usual.pollutant()),
                settings.text(SENSORS + "/unit").orElse(usual.unit()));
    }
}
