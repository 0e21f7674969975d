package io.citytwin.adapter.mqtt.internal.settings;

import com.fasterxml.jackson.core.JsonPointer;
import io.citytwin.adapter.mqtt.MqttBroker.Version;
import io.citytwin.adapter.mqtt.MqttCommand;
import io.citytwin.adapter.mqtt.internal.command.AnswerRule;
import io.citytwin.adapter.mqtt.internal.command.CommandRule;
import io.citytwin.adapter.mqtt.internal.map.Conversion;
import io.citytwin.adapter.mqtt.internal.map.TopicPattern;
import io.citytwin.adapter.mqtt.internal.map.TwinTemplate;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.ValueType;
import io.citytwin.core.model.Values;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks how devices are asked. Immutable.
 *
 * @param types that twins may have
 * @param version which MQTT is spoken
 */
record CommandPlans(AssetTypes types, Version version) {

    /** How a property is asked for; empty after something was refused. */
    Optional<CommandRule> rule(Spot spot, MqttCommand command) {
        List<String> names = types.all().stream().map(AssetType::name).toList();
        if (!spot.at("type").isOneOf(command.type(), names, "an asset type")) {
            return Optional.empty();
        }
        AssetType type = types.get(command.type());
        String what = "a property of `" + type.name() + "` that can be desired";
        boolean desired =
                spot.at("property").isOneOf(command.property(), type.actuators().keySet(), what);
        Optional<TopicPattern> topic = topic(spot.at("topic"), command.topic());
        Optional<TwinTemplate> template = template(spot.at("twin"), command.template());
        ValueType held = type.properties().get(command.property());
        if (!desired || held == null || topic.isEmpty() || template.isEmpty()) {
            return Optional.empty();
        }
        Set<String> parts = template.get().names();
        boolean filled = topic.get().names().stream()
                .allMatch(name -> spot.at("topic").isOneOf(name, parts, "a part of the twin's id"));
        Optional<CommandRule.Dialect> dialect = dialect(spot, command, held);
        Optional<AnswerRule> answer = command.answer().flatMap(one -> answer(spot.at("answer"), one, parts));
        if (!filled
                || dialect.isEmpty()
                || answer.isPresent() != command.answer().isPresent()) {
            return Optional.empty();
        }
        CommandRule rule = new CommandRule(
                type.name(), command.property(), template.get(), topic.get(), command.payload(), dialect.get(), answer);
        boolean whole = rule.unknownHoles().stream()
                .peek(hole -> spot.at("payload")
                        .refuse("Nothing fills `{" + hole + "}`.", "Maybe `{id}`, `{value}`, `{unit}` or `{until}`."))
                .findAny()
                .isEmpty();
        return whole ? Optional.of(rule) : Optional.empty();
    }

    private static Optional<TopicPattern> topic(Spot spot, String text) {
        Optional<TopicPattern> topic = spot.topic(text);
        if (topic.isPresent() && !topic.get().isTopic()) {
            spot.refuse("Nothing can be sent to `" + text + "`.", "Maybe a `{name}` in the place of the wildcard.");
            return Optional.empty();
        }
        return topic;
    }

    private static Optional<TwinTemplate> template(Spot spot, String text) {
        Optional<TwinTemplate> template = TwinTemplate.of(text);
        if (template.isEmpty() || template.get().hasPointers()) {
            spot.refuse("`" + text + "` is no template that gives topics their parts.", "Maybe `milano:{lamp}`.");
            return Optional.empty();
        }
        return template;
    }

    private static Optional<CommandRule.Dialect> dialect(Spot spot, MqttCommand command, ValueType type) {
        boolean known = command.words().keySet().stream()
                .allMatch(held -> spot.at("map")
                        .at(held)
                        .made(() -> Values.read(type, held))
                        .isPresent());
        if (!known) {
            return Optional.empty();
        }
        if (!(type instanceof ValueType.Number number)) {
            if (command.unit().isPresent()) {
                spot.at("unit").refuse("`" + command.property() + "` has no unit.", "Maybe leave it out.");
                return Optional.empty();
            }
            return Optional.of(new CommandRule.Dialect(Optional.empty(), Optional.empty(), command.words()));
        }
        Optional<Unit> unit = command.unit().isEmpty()
                ? Optional.of(number.unit())
                : spot.at("unit").unit(command.unit().get());
        Optional<Conversion> conversion =
                unit.flatMap(to -> ValuePlans.conversion(spot.at("unit"), number.unit(), to, command.property()));
        return conversion.map(found -> new CommandRule.Dialect(unit, conversion, command.words()));
    }

    private Optional<AnswerRule> answer(Spot spot, MqttCommand.Answer answer, Set<String> parts) {
        Optional<TopicPattern> topic = topic(spot.at("topic"), answer.topic());
        boolean filled = topic.isPresent()
                && topic.get().names().stream()
                        .allMatch(name -> spot.at("topic").isOneOf(name, parts, "a part of the twin's id"));
        Optional<JsonPointer> id = answer.id().flatMap(text -> spot.at("id").pointer(text));
        Optional<JsonPointer> status =
                answer.status().flatMap(text -> spot.at("status").pointer(text));
        Optional<JsonPointer> reason =
                answer.reason().flatMap(text -> spot.at("reason").pointer(text));
        boolean pointed = id.isPresent() == answer.id().isPresent()
                && status.isPresent() == answer.status().isPresent()
                && reason.isPresent() == answer.reason().isPresent();
        if (version == Version.V3 && answer.id().isEmpty()) {
            spot.refuse("MQTT 3.1.1 has no correlation data that an answer could carry.", "Maybe `id: /id`.");
            return Optional.empty();
        } else if (answer.status().isPresent() && answer.done().isEmpty()) {
            spot.refuse("No word of `status` is a yes.", "Maybe `done: [ok]`.");
            return Optional.empty();
        }
        return filled && pointed
                ? topic.map(found -> new AnswerRule(found, id, status, Set.copyOf(answer.done()), reason))
                : Optional.empty();
    }
}
