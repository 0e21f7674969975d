package io.citytwin.adapter.ocpp;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.spi.AdapterFactory;
import io.citytwin.core.spi.AdapterSettings;
import io.citytwin.core.spi.DeviceAdapter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Makes central systems from what a file says under {@code kind: ocpp}. Safe for use by many threads. */
public final class OcppAdapterFactory implements AdapterFactory {

    private static final String STATIONS = "/stations";
    private static final String TEMPLATE = "/template";
    private static final Duration LONGEST_HEARTBEAT = Duration.ofDays(1);

    @Override
    public String kind() {
        return "ocpp";
    }

    @Override
    public String schema() {
        try (InputStream file = OcppAdapterFactory.class.getResourceAsStream("settings.schema.json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public Optional<DeviceAdapter> create(AdapterSettings settings) {
        OcppAdapterBuilder builder = OcppAdapter.builder().name(settings.name());
        builder.listen(settings.text("/listen/host").orElse("127.0.0.1"), settings.number("/listen/port", 0));
        settings.text("/listen/path").ifPresent(builder::path);
        settings.text("/security").ifPresent(word -> builder.security(security(word)));
        settings.path("/tls/certificate").ifPresent(certificate -> builder.tls(tls(settings, certificate)));
        settings.secret("/password").ifPresent(builder::password);
        settings.text("/template/connector").ifPresent(connector -> builder.template(template(settings, connector)));
        if (settings.text("/strangers").filter("accept"::equals).isPresent()) {
            builder.strangers();
        }
        if (settings.text("/charging").filter("nobody"::equals).isPresent()) {
            builder.authorization((station, token) -> false);
        }
        settings.text("/output/unit").ifPresent(unit -> builder.output(output(settings, unit)));
        settings.values()
                .path("stations")
                .properties()
                .forEach(entry -> builder.station(station(settings, entry.getKey(), entry.getValue())));
        builder.limits(limits(settings));
        if (!settings.isRefused()) {
            builder.check(settings::refuse);
        }
        return settings.isRefused() ? Optional.empty() : Optional.of(builder.build());
    }

    private static SecurityProfile security(String word) {
        return Arrays.stream(SecurityProfile.values())
                .filter(profile -> profile.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static TlsFiles tls(AdapterSettings settings, Path certificate) {
        return new TlsFiles(
                certificate,
                settings.path("/tls/key").orElseThrow(),
                settings.secret("/tls/keyPassword"),
                settings.path("/tls/clientCa"));
    }

    private static OcppTemplate template(AdapterSettings settings, String connector) {
        return new OcppTemplate(connector, settings.text(TEMPLATE + "/evse"), settings.text(TEMPLATE + "/station"));
    }

    private static OutputLimit output(AdapterSettings settings, String unit) {
        OutputLimit form = new OutputLimit(
                unit.equals("A"),
                settings.number("/output/voltage", OutputLimit.WATTS.voltage()),
                settings.number("/output/phases", OutputLimit.WATTS.phases()),
                false);
        return settings.text("/output/bounds").filter("station"::equals).isPresent() ? form.ofWholeStation() : form;
    }

    private static OcppStation station(AdapterSettings settings, String identity, JsonNode said) {
        String at = STATIONS + "/" + identity.replace("~", "~0").replace("/", "~1");
        OcppStation station =
                new OcppStation(identity, settings.secret(at + "/password"), twin(settings, at + "/twin"), List.of());
        int count = said.path("plugs").size();
        for (int i = 0; i < count; i++) {
            String here = at + "/plugs/" + i;
            Optional<TwinId> connector = twin(settings, here + "/connector");
            Optional<TwinId> evse = twin(settings, here + "/evse");
            if (connector.isPresent()) {
                station = station.plug(new OcppPlug(
                        settings.number(here + "/number", 1),
                        settings.number(here + "/cable", 1),
                        connector.get(),
                        evse));
            }
        }
        return station;
    }

    private static Optional<TwinId> twin(AdapterSettings settings, String at) {
        return settings.text(at).flatMap(text -> {
            try {
                return Optional.of(TwinId.of(text));
            } catch (CityTwinException none) {
                settings.refuse(at, none.problem(), none.advice());
                return Optional.empty();
            }
        });
    }

    private static OcppLimits limits(AdapterSettings settings) {
        OcppLimits usual = OcppLimits.USUAL;
        Duration heartbeat = settings.duration("/heartbeat", usual.heartbeat());
        if (!heartbeat.equals(Duration.ofSeconds(heartbeat.toSeconds()))
                || heartbeat.compareTo(LONGEST_HEARTBEAT) > 0) {
            settings.refuse(
                    "/heartbeat", "`" + heartbeat + "` is no whole number of seconds of a day.", "Maybe `PT5M`.");
        }
        return new OcppLimits(
                usual.handshake(),
                usual.first(),
                heartbeat,
                settings.duration("/answer", usual.answer()),
                settings.duration("/absence", usual.absence()),
                settings.number("/messageBytes", usual.messageBytes()),
                settings.number("/connections", usual.connections()),
                settings.number("/callsPerSecond", usual.callsPerSecond()));
    }
}
