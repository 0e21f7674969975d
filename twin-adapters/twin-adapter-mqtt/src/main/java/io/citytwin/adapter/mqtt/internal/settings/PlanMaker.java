package io.citytwin.adapter.mqtt.internal.settings;

import com.hivemq.client.mqtt.MqttClientSslConfig;
import io.citytwin.adapter.mqtt.MqttBroker;
import io.citytwin.adapter.mqtt.MqttConfig;
import io.citytwin.adapter.mqtt.MqttReport;
import io.citytwin.adapter.mqtt.PayloadCodec;
import io.citytwin.adapter.mqtt.internal.Plan;
import io.citytwin.adapter.mqtt.internal.command.CommandRule;
import io.citytwin.adapter.mqtt.internal.link.Filter;
import io.citytwin.adapter.mqtt.internal.link.TlsFiles;
import io.citytwin.adapter.mqtt.internal.map.Letters;
import io.citytwin.adapter.mqtt.internal.map.MessageReader;
import io.citytwin.adapter.mqtt.internal.map.TopicPattern;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.privacy.Redaction;
import io.citytwin.core.privacy.Secret;
import io.citytwin.core.spi.AdapterSettings.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks all that an adapter is asked to do, and says all that is wrong at once. Immutable. */
public final class PlanMaker {

    private final String name;
    private final AssetTypes types;
    private final Map<String, PayloadCodec> codecs;
    private final Refusals refusals;

    /**
     * A maker.
     *
     * @param name of the adapter
     * @param types that twins may have
     * @param codecs by name
     * @param refusals told of everything wrong
     */
    public PlanMaker(String name, AssetTypes types, Map<String, PayloadCodec> codecs, Refusals refusals) {
        this.name = name;
        this.types = types;
        this.codecs = Map.copyOf(codecs);
        this.refusals = refusals;
    }

    /**
     * Makes a plan.
     *
     * @param config what is asked
     * @return empty if anything was refused
     */
    public Optional<Plan> make(MqttConfig config) {
        Spot top = new Spot(refusals, "");
        Letters letters = new Letters(name, Redaction.standard().hiding(secrets(config.broker())));
        ReportPlans reports = new ReportPlans(letters, types, codecs);
        CommandPlans commands = new CommandPlans(types, config.broker().version());
        List<Filter> filters = new ArrayList<>();
        List<MessageReader> readers = new ArrayList<>();
        List<CommandRule> rules = new ArrayList<>();
        for (int i = 0; i < config.reports().size(); i++) {
            Spot spot = top.at("reports").at(i);
            MqttReport report = config.reports().get(i);
            reports.reader(spot, report)
                    .filter(any -> fits(spot, report, config))
                    .ifPresent(readers::add);
            ReportPlans.filter(spot, report).ifPresent(filters::add);
        }
        for (int i = 0; i < config.commands().size(); i++) {
            commands.rule(top.at("commands").at(i), config.commands().get(i)).ifPresent(rules::add);
        }
        rules.stream()
                .flatMap(rule -> rule.answer().stream())
                .map(answer -> new Filter(answer.topics().filter(), 1))
                .filter(filter -> !filters.contains(filter))
                .forEach(filters::add);
        Optional<MqttClientSslConfig> tls = config.broker()
                .tls()
                .flatMap(files -> top.at("broker").at("tls").made(() -> TlsFiles.read(files)));
        boolean whole = isBrokerFine(top.at("broker"), config)
                && readers.size() == config.reports().size()
                && filters.size() >= readers.size()
                && rules.size() == config.commands().size()
                && tls.isPresent() == config.broker().tls().isPresent();
        return whole ? Optional.of(new Plan(config.broker(), tls, letters, filters, readers, rules)) : Optional.empty();
    }

    private static boolean fits(Spot spot, MqttReport report, MqttConfig config) {
        int packet = config.broker().session().largestPacket();
        if (report.largest() > packet) {
            spot.at("largest")
                    .refuse(
                            "A payload of `" + report.largest() + "` bytes fits in no packet of `" + packet + "`.",
                            "Maybe a larger `largest-packet` of the broker.");
            return false;
        }
        return true;
    }

    private static boolean isBrokerFine(Spot spot, MqttConfig config) {
        Optional<String> status = config.broker().status();
        boolean plain = status.filter(text -> !isTopic(text)).isEmpty();
        if (!plain) {
            spot.at("status").refuse("`" + status.orElse("") + "` is no single topic.", "Maybe `city/status`.");
        }
        return plain;
    }

    private static boolean isTopic(String text) {
        return TopicPattern.of(text)
                .filter(topic -> topic.isTopic() && topic.names().isEmpty())
                .isPresent();
    }

    private static List<Secret> secrets(MqttBroker broker) {
        Stream<Secret> tls = broker.tls().stream()
                .flatMap(files -> Stream.concat(files.trustPassword().stream(), files.keyPassword().stream()));
        return Stream.concat(broker.login().map(MqttBroker.Login::password).stream(), tls)
                .toList();
    }
}
