package io.citytwin.adapter.mqtt.internal.settings;

import com.fasterxml.jackson.databind.JsonNode;
import io.citytwin.adapter.mqtt.MqttBroker;
import io.citytwin.adapter.mqtt.MqttCommand;
import io.citytwin.adapter.mqtt.MqttConfig;
import io.citytwin.adapter.mqtt.MqttReport;
import io.citytwin.adapter.mqtt.MqttReport.Envelope;
import io.citytwin.core.privacy.Secret;
import io.citytwin.core.spi.AdapterSettings;
import io.citytwin.core.spi.ClockSkew;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads settings that are valid under the schema. Immutable.
 *
 * @param settings what the file says
 */
public record SettingsReader(AdapterSettings settings) {

    private static final int LARGEST = 64 * 1024;
    private static final Map<String, Envelope> PRESETS = Map.of(
            "sparkplug-b", Envelope.SPARKPLUG_B,
            "chirpstack-v4", Envelope.CHIRPSTACK_V4,
            "things-stack-v3", Envelope.THINGS_STACK_V3);
    private static final Map<Envelope, String> TOPICS = Map.of(
            Envelope.SPARKPLUG_B, "spBv1.0/{group}/+/{node}/#",
            Envelope.CHIRPSTACK_V4, "application/{application}/device/{device}/event/up",
            Envelope.THINGS_STACK_V3, "v3/{application}/devices/{device}/up");

    /**
     * Reads them.
     *
     * @return what is asked, where nothing was refused
     */
    public MqttConfig read() {
        List<MqttReport> reports = new ArrayList<>();
        for (int i = 0; i < settings.values().path("reports").size(); i++) {
            reports.add(report("/reports/" + i));
        }
        List<MqttCommand> commands = new ArrayList<>();
        for (int i = 0; i < settings.values().path("commands").size(); i++) {
            commands.add(command("/commands/" + i));
        }
        return new MqttConfig(broker("/broker"), reports, commands);
    }

    private MqttBroker broker(String at) {
        MqttBroker.Session usual = MqttBroker.Session.USUAL;
        int most = settings.number(at + "/receive-maximum", 0);
        MqttBroker.Session session = new MqttBroker.Session(
                settings.duration(at + "/session-expiry", usual.expiry()),
                most == 0 ? OptionalInt.empty() : OptionalInt.of(most),
                settings.number(at + "/largest-packet", usual.largestPacket()),
                settings.duration(at + "/keep-alive", usual.keepAlive()),
                settings.duration(at + "/connect-timeout", usual.connectTimeout()),
                settings.duration(at + "/reconnect/first", usual.firstRetry()),
                settings.duration(at + "/reconnect/longest", usual.longestRetry()));
        Optional<Secret> password = settings.secret(at + "/password");
        if (password.isPresent() && settings.text(at + "/user").isEmpty()) {
            settings.refuse(at + "/password", "A password needs a `user`.", "Maybe add `user:`.");
        }
        boolean v3 = settings.text(at + "/version").filter("3.1.1"::equals).isPresent();
        Optional<MqttBroker.Tls> tls = settings.values().at(at + "/tls").isObject()
                ? Optional.of(new MqttBroker.Tls(
                        settings.path(at + "/tls/trust"),
                        settings.secret(at + "/tls/trust-password"),
                        settings.path(at + "/tls/key"),
                        settings.secret(at + "/tls/key-password")))
                : Optional.empty();
        return new MqttBroker(
                settings.text(at + "/host").orElse(""),
                settings.number(at + "/port", tls.isPresent() ? 8883 : 1883),
                v3 ? MqttBroker.Version.V3 : MqttBroker.Version.V5,
                settings.text(at + "/client").orElse(""),
                settings.text(at + "/user").map(user -> new MqttBroker.Login(user, password.orElse(Secret.of("")))),
                tls,
                session,
                settings.text(at + "/status"));
    }

    private MqttReport report(String at) {
        Envelope envelope = settings.text(at + "/preset").map(PRESETS::get).orElse(Envelope.NONE);
        if (envelope != Envelope.NONE && settings.text(at + "/format").isPresent()) {
            settings.refuse(at + "/format", "A preset says itself what payloads are.", "Maybe leave `format` out.");
        }
        Optional<String> format = settings.text(at + "/format").map(word -> word.toUpperCase(Locale.ROOT));
        SortedMap<String, MqttReport.Reading> values = new TreeMap<>();
        settings.values()
                .at(at + "/values")
                .properties()
                .forEach(entry -> values.put(entry.getKey(), reading(entry.getValue())));
        return new MqttReport(
                envelope,
                settings.text(at + "/topic").orElse(TOPICS.getOrDefault(envelope, "")),
                settings.text(at + "/share"),
                settings.number(at + "/qos", 1),
                format.map(MqttReport.Format::valueOf).orElse(MqttReport.Format.JSON),
                settings.number(at + "/largest", LARGEST),
                new MqttReport.About(
                        settings.text(at + "/type").orElse(""),
                        settings.text(at + "/twin"),
                        new TreeMap<>(words(settings.values().at(at + "/devices"))),
                        settings.text(at + "/codec")),
                time(at, envelope),
                quality(at),
                values);
    }

    private MqttReport.Time time(String at, Envelope envelope) {
        JsonNode told = settings.values().at(at + "/time");
        if (told.isMissingNode() && envelope == Envelope.NONE) {
            settings.refuse(
                    at + "/time",
                    "The mapping has no `time`.",
                    "Maybe `time: {at: /at, as: iso}` or `time: received`.");
        } else if (told.isTextual() && !told.asText().equals("received")) {
            settings.refuse(at + "/time", "`" + told.asText() + "` is no time.", "Maybe `received`.");
        }
        Optional<String> as = settings.text(at + "/time/as")
                .map(word -> word.toUpperCase(Locale.ROOT).replace('-', '_'));
        ClockSkew skew = new ClockSkew(
                settings.duration(at + "/skew/ahead", ClockSkew.USUAL.ahead()),
                settings.duration(at + "/skew/behind", ClockSkew.USUAL.behind()));
        return new MqttReport.Time(
                settings.text(at + "/time/at"),
                as.map(MqttReport.Clock::valueOf).orElse(MqttReport.Clock.ISO),
                skew);
    }

    private MqttReport.Grade quality(String at) {
        JsonNode told = settings.values().at(at + "/quality");
        if (told.isMissingNode()) {
            return MqttReport.Grade.GOOD;
        }
        return told.isObject()
                ? new MqttReport.Grade(Optional.empty(), settings.text(at + "/quality/at"), words(told.path("map")))
                : new MqttReport.Grade(Optional.of(told.asText()), Optional.empty(), Map.of());
    }

    private static MqttReport.Reading reading(JsonNode told) {
        JsonNode scale = told.path("scale");
        return new MqttReport.Reading(
                told.has("metric")
                        ? told.path("metric").asText()
                        : told.path("at").asText(),
                text(told, "unit"),
                scale.isNumber() ? scale.decimalValue() : BigDecimal.ONE,
                words(told.path("map")),
                told.path("quoted").asBoolean(),
                told.path("optional").asBoolean());
    }

    private MqttCommand command(String at) {
        JsonNode told = settings.values().at(at);
        JsonNode answer = told.path("answer");
        boolean byDevice = told.path("acknowledge").asText().equals("device");
        if (byDevice && answer.isMissingNode()) {
            settings.refuse(
                    at + "/answer", "The mapping has no `answer` of the device.", "Maybe `acknowledge: broker`.");
        } else if (!byDevice && !answer.isMissingNode()) {
            settings.refuse(at + "/answer", "Nobody waits for an `answer`.", "Maybe `acknowledge: device`.");
        }
        List<String> done = new ArrayList<>();
        answer.path("done").forEach(word -> done.add(word.asText()));
        return new MqttCommand(
                told.path("type").asText(),
                told.path("property").asText(),
                told.path("twin").asText(),
                told.path("topic").asText(),
                told.path("payload"),
                text(told, "unit"),
                words(told.path("map")),
                byDevice && answer.isObject()
                        ? Optional.of(new MqttCommand.Answer(
                                answer.path("topic").asText(),
                                text(answer, "id"),
                                text(answer, "status"),
                                done,
                                text(answer, "reason")))
                        : Optional.empty());
    }

    private static Optional<String> text(JsonNode told, String key) {
        return told.has(key) ? Optional.of(told.path(key).asText()) : Optional.empty();
    }

    private static Map<String, String> words(JsonNode told) {
        Map<String, String> words = new TreeMap<>();
        told.properties()
                .forEach(entry -> words.put(entry.getKey(), entry.getValue().asText()));
        return words;
    }
}
