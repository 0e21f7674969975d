package io.citytwin.adapter.ditto.internal.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.core.model.Actuator;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.ValueType;
import io.citytwin.core.thing.ThingForm;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * The two models of an asset type: its own data, which a Thing has as attributes, and its state, which a Thing has as
 * the properties of a feature. Immutable.
 *
 * @param type to describe
 * @param link where the model of a name is
 */
public record ThingModel(AssetType type, UnaryOperator<String> link) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String MEDIA_TYPE = "application/tm+json";

    /**
     * What the model of the state is called.
     *
     * @return such as {@code LampPost.State}
     */
    public String stateName() {
        return type.name() + ".State";
    }

    /**
     * Its own data.
     *
     * @return a Thing Model
     */
    public ObjectNode own() {
        ObjectNode model = head(Meanings.of(type), Sentences.title(type.name()), Sentences.own(type));
        ArrayNode links = model.putArray("links");
        if (!type.reported().isEmpty()) {
            link(links, "tm:submodel", stateName()).put("instanceName", ThingForm.STATE);
        }
        ObjectNode properties = JSON.objectNode();
        type.properties().forEach((name, held) -> {
            if (!type.reported().contains(name)) {
                properties.set(name, property(name, held).put("readOnly", false));
            }
            if (held instanceof ValueType.Relation relation) {
                link(links, "related", relation.assetType()).put("citytwin:relation", name);
            }
        });
        properties.set("zones", zones());
        TreeSet<String> observed = new TreeSet<>(type.properties().keySet());
        observed.removeAll(type.reported());
        properties.set("observed", beside("Observed", observed, Schemas.observation()));
        return finished(model, properties);
    }

    /**
     * What devices report and take.
     *
     * @return a Thing Model
     */
    public ObjectNode state() {
        ObjectNode model = head(
                List.of("citytwin:" + stateName()), Sentences.title(type.name()) + " state", Sentences.state(type));
        ObjectNode properties = JSON.objectNode();
        type.reported().forEach(name -> {
            ObjectNode property = property(name, held(name));
            Actuator actuator = type.actuators().get(name);
            property.put("readOnly", actuator == null).put("observable", true);
            if (actuator != null) {
                property.set("citytwin:resting", ThingForm.json(actuator.resting()));
                property.set("citytwin:safe", ThingForm.json(actuator.safe()));
            }
            properties.set(name, property);
        });
        properties.set("observed", beside("Observed", type.reported(), Schemas.observation()));
        if (!type.actuators().isEmpty()) {
            Collection<String> actuators = type.actuators().keySet();
            properties.set("directive", beside("Directive", actuators, Schemas.directive()));
            properties.set("answered", beside("Answered", actuators, Schemas.answer()));
            model.putObject("actions").set("directive", action());
        }
        return finished(model, properties);
    }

    private ValueType held(String property) {
        ValueType held = type.properties().get(property);
        if (held == null) {
            throw new IllegalArgumentException(type.name() + " has no property " + property + ".");
        }
        return held;
    }

    private static ObjectNode head(List<String> meanings, String title, String description) {
        ObjectNode model = JSON.objectNode();
        ObjectNode prefixes = JSON.objectNode();
        new TreeMap<>(Meanings.PREFIXES).forEach(prefixes::put);
        // The old context first, as TD 1.1 demands where consumers of 1.0 are served, too.
        model.putArray("@context")
                .add("https://www.w3.org/2019/wot/td/v1")
                .add("https://www.w3.org/2022/wot/td/v1.1")
                .add(prefixes);
        ArrayNode types = model.putArray("@type").add("tm:ThingModel");
        meanings.forEach(types::add);
        described(model, title, description).putObject("version").put("model", "1.0.0");
        return model;
    }

    private static ObjectNode finished(ObjectNode model, ObjectNode properties) {
        model.set("properties", properties);
        // Every property of a twin may be unknown.
        ArrayNode optional = model.putArray("tm:optional");
        properties.fieldNames().forEachRemaining(name -> optional.add("/properties/" + name));
        return model;
    }

    private ObjectNode link(ArrayNode links, String relation, String model) {
        return links.addObject()
                .put("rel", relation)
                .put("href", link.apply(model))
                .put("type", MEDIA_TYPE);
    }

    // Who knows the zones knows where the point is.
    private ObjectNode zones() {
        ObjectNode zones = described(Schemas.ids(), "Zones", "The zones whose ground it is on.");
        if (type.personal().contains("location")) {
            zones.put("citytwin:personal", true);
        }
        return zones.put("readOnly", true);
    }

    private ObjectNode property(String name, ValueType held) {
        ObjectNode property = JSON.objectNode();
        ArrayNode meanings = property.putArray("@type");
        Meanings.of(type, name, held).forEach(meanings::add);
        described(property, Sentences.title(name), Sentences.property(type, name, held));
        Schemas.value(property, held);
        if (held instanceof ValueType.Relation relation) {
            property.put("citytwin:target", Meanings.target(relation));
        }
        if (type.personal().contains(name)) {
            property.put("citytwin:personal", true);
        }
        return property;
    }

    private static ObjectNode beside(String title, Collection<String> names, ObjectNode entry) {
        ObjectNode entries = JSON.objectNode();
        names.forEach(name -> entries.set(name, entry));
        return described(Schemas.object(entries), title, Sentences.beside(title))
                .put("readOnly", true)
                .put("observable", true);
    }

    private ObjectNode action() {
        ObjectNode fields = JSON.objectNode();
        Schemas.names(
                fields.putObject("property").put("description", "What to take the value for."),
                type.actuators().keySet().stream().toList());
        fields.set("value", anyOf(type.actuators().keySet()));
        Schemas.directive()
                .path("properties")
                .properties()
                .forEach(field -> fields.set(field.getKey(), field.getValue()));
        ObjectNode input = Schemas.object(fields);
        input.putArray("required").add("id").add("property").add("value");
        ObjectNode action = described(JSON.objectNode(), "Directive", "Asks the device to take a value, and says why.");
        action.put("safe", false).put("idempotent", true);
        action.set("input", input);
        action.set("output", Schemas.answer());
        return action;
    }

    private ObjectNode anyOf(Collection<String> properties) {
        List<ObjectNode> values = properties.stream()
                .map(name -> Schemas.value(JSON.objectNode(), held(name)))
                .distinct()
                .toList();
        ObjectNode value = values.size() == 1 ? values.get(0) : JSON.objectNode();
        if (values.size() > 1) {
            value.putArray("oneOf").addAll(values);
        }
        return value.put("description", "What to take, in the property's unit.");
    }

    private static ObjectNode described(ObjectNode node, String title, String description) {
        return node.put("title", title).put("description", description);
    }
}
