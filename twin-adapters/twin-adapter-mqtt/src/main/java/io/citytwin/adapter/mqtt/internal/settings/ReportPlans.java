package io.citytwin.adapter.mqtt.internal.settings;

import com.fasterxml.jackson.core.JsonPointer;
import io.citytwin.adapter.mqtt.MqttReport;
import io.citytwin.adapter.mqtt.MqttReport.Envelope;
import io.citytwin.adapter.mqtt.MqttReport.Format;
import io.citytwin.adapter.mqtt.PayloadCodec;
import io.citytwin.adapter.mqtt.internal.link.Filter;
import io.citytwin.adapter.mqtt.internal.map.Letters;
import io.citytwin.adapter.mqtt.internal.map.MessageReader;
import io.citytwin.adapter.mqtt.internal.map.QualityReader;
import io.citytwin.adapter.mqtt.internal.map.ReportMapper;
import io.citytwin.adapter.mqtt.internal.map.TimeReader;
import io.citytwin.adapter.mqtt.internal.map.TopicPattern;
import io.citytwin.adapter.mqtt.internal.map.TwinFinder;
import io.citytwin.adapter.mqtt.internal.map.TwinTemplate;
import io.citytwin.adapter.mqtt.internal.map.Uplink;
import io.citytwin.adapter.mqtt.internal.map.ValueReader;
import io.citytwin.adapter.mqtt.internal.sparkplug.SparkplugReader;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.TwinId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks how messages are read. Immutable.
 *
 * @param letters write down what cannot be read
 * @param types that twins may have
 * @param codecs by name
 */
record ReportPlans(Letters letters, AssetTypes types, Map<String, PayloadCodec> codecs) {

    private static final Set<String> SPARKPLUG = Set.of("group", "node", "device");
    private static final String TRUST = "good, uncertain, bad";

    /** What is subscribed to for a mapping. */
    static Optional<Filter> filter(Spot spot, MqttReport report) {
        Optional<TopicPattern> topic = TopicPattern.of(report.topic());
        if (report.share().filter(group -> !group.matches("[^/+#\\x00]+")).isPresent()) {
            spot.at("share")
                    .refuse("`" + report.share().get() + "` is no group.", "Maybe a word without `/`, `+` and `#`.");
            return Optional.empty();
        }
        String before = report.share().map(group -> "$share/" + group + "/").orElse("");
        return topic.map(pattern -> new Filter(before + pattern.filter(), report.qos()));
    }

    /** Who reads the messages; empty after something was refused. */
    Optional<MessageReader> reader(Spot spot, MqttReport report) {
        Optional<TopicPattern> topic = spot.at("topic").topic(report.topic());
        Optional<TwinFinder> twins = twins(spot, report, topic);
        String name = report.about().type();
        List<String> names = types.all().stream().map(AssetType::name).toList();
        if (!spot.at("type").isOneOf(name, names, "an asset type")) {
            return Optional.empty();
        }
        Draft draft = new Draft(spot, report, types.get(name), topic, twins);
        return report.envelope() == Envelope.SPARKPLUG_B ? sparkplug(draft) : mapper(draft);
    }

    /** What is known of a mapping while it is checked. */
    private record Draft(
            Spot spot, MqttReport report, AssetType type, Optional<TopicPattern> topic, Optional<TwinFinder> twins) {}

    private Optional<TwinFinder> twins(Spot spot, MqttReport report, Optional<TopicPattern> topic) {
        MqttReport.About about = report.about();
        Map<String, TwinId> devices = new HashMap<>();
        about.devices()
                .forEach((device, twin) -> spot.at("devices")
                        .at(device)
                        .made(() -> TwinId.of(twin))
                        .ifPresent(id -> devices.put(device.toLowerCase(Locale.ROOT), id)));
        if (about.template().isEmpty() && devices.isEmpty() && about.devices().isEmpty()) {
            spot.refuse(
                    "Nothing says which twins the messages are about.", "Maybe `twin: milano:{lamp}`, or `devices`.");
            return Optional.empty();
        }
        Set<String> names = report.envelope() == Envelope.SPARKPLUG_B
                ? SPARKPLUG
                : topic.map(TopicPattern::names).orElse(Set.of());
        Optional<TwinTemplate> template = about.template()
                .flatMap(text ->
                        topic.isEmpty() ? Optional.empty() : spot.at("twin").template(text, names));
        boolean well = template.isPresent() == about.template().isPresent()
                && devices.size() == about.devices().size();
        return well ? Optional.of(new TwinFinder(about.type(), template, devices)) : Optional.empty();
    }

    private Optional<MessageReader> mapper(Draft draft) {
        Spot spot = draft.spot();
        MqttReport report = draft.report();
        List<ReportMapper.Place> places = new ArrayList<>();
        report.values().forEach((property, reading) -> {
            Spot here = spot.at("values").at(property);
            Optional<ValueReader> reader = ValuePlans.reader(here, draft.type(), property, reading, report.format());
            Optional<JsonPointer> at = here.at("at").pointer(reading.at());
            if (reader.isPresent() && at.isPresent()) {
                places.add(new ReportMapper.Place(at.get(), reader.get(), reading.optional()));
            }
        });
        Optional<QualityReader> quality = quality(spot.at("quality"), report.quality());
        Optional<JsonPointer> time =
                report.time().at().flatMap(text -> spot.at("time").at("at").pointer(text));
        Optional<PayloadCodec> codec = report.about().codec().map(codecs::get);
        boolean coded = report.about()
                .codec()
                .map(name -> spot.at("codec").isOneOf(name, codecs.keySet(), "a codec on the class path"))
                .orElse(true);
        boolean well = coded
                && places.size() == report.values().size()
                && time.isPresent() == report.time().at().isPresent();
        if (!well
                || quality.isEmpty()
                || draft.twins().isEmpty()
                || draft.topic().isEmpty()) {
            return Optional.empty();
        }
        ReportMapper.Shape shape = new ReportMapper.Shape(
                report.format(),
                report.largest(),
                uplink(report.envelope()),
                codec,
                time,
                new TimeReader(report.time().as(), report.time().skew()),
                quality.get());
        return Optional.of(new ReportMapper(
                letters, draft.topic().get(), shape, draft.twins().get(), places));
    }

    private Optional<MessageReader> sparkplug(Draft draft) {
        Spot spot = draft.spot();
        MqttReport report = draft.report();
        if (report.share().isPresent()) {
            spot.at("share")
                    .refuse(
                            "Sparkplug cannot be shared: who reads a message needs those before it.",
                            "Maybe leave it out.");
            return Optional.empty();
        }
        Map<String, ValueReader> values = new HashMap<>();
        report.values().forEach((property, reading) -> {
            Spot here = spot.at("values").at(property);
            Optional<ValueReader> reader = ValuePlans.reader(here, draft.type(), property, reading, Format.JSON);
            reader.ifPresent(found -> values.put(reading.at(), found));
        });
        if (values.size() < report.values().size()
                || draft.twins().isEmpty()
                || draft.topic().isEmpty()) {
            return Optional.empty();
        }
        TimeReader time =
                new TimeReader(MqttReport.Clock.EPOCH_MILLIS, report.time().skew());
        return Optional.of(new SparkplugReader(
                letters,
                new SparkplugReader.Mapping(
                        draft.topic().get(), report.largest(), draft.twins().get(), time, values)));
    }

    private static Optional<Uplink> uplink(Envelope envelope) {
        return switch (envelope) {
            case CHIRPSTACK_V4 -> Optional.of(Uplink.CHIRPSTACK);
            case THINGS_STACK_V3 -> Optional.of(Uplink.THINGS_STACK);
            default -> Optional.empty();
        };
    }

    private Optional<QualityReader> quality(Spot spot, MqttReport.Grade grade) {
        Map<String, Quality> words = new HashMap<>();
        grade.words()
                .forEach((word, name) ->
                        grade(spot.at("map").at(word), name).ifPresent(found -> words.put(word, found)));
        Optional<Quality> always = grade.always().flatMap(name -> grade(spot, name));
        Optional<JsonPointer> at = grade.at().flatMap(spot.at("at")::pointer);
        boolean well = words.size() == grade.words().size()
                && always.isPresent() == grade.always().isPresent()
                && at.isPresent() == grade.at().isPresent();
        return well ? Optional.of(new QualityReader(always.orElse(Quality.GOOD), at, words)) : Optional.empty();
    }

    private static Optional<Quality> grade(Spot spot, String name) {
        Optional<Quality> found = switch (name) {
            case "good" -> Optional.of(Quality.GOOD);
            case "uncertain" -> Optional.of(Quality.UNCERTAIN);
            case "bad" -> Optional.of(Quality.BAD);
            default -> Optional.empty();
        };
        if (found.isEmpty()) {
            spot.refuse("`" + name + "` is no quality.", "Maybe one of " + TRUST + ".");
        }
        return found;
    }
}
