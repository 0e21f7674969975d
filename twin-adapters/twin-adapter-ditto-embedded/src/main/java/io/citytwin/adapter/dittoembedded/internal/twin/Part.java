package io.citytwin.adapter.dittoembedded.internal.twin;

import org.eclipse.ditto.base.model.exceptions.DittoRuntimeException;
import org.eclipse.ditto.base.model.headers.DittoHeaders;
import org.eclipse.ditto.json.JsonKey;
import org.eclipse.ditto.json.JsonPointer;
import org.eclipse.ditto.protocol.UnknownPathException;
import org.eclipse.ditto.things.model.ThingId;
import org.eclipse.ditto.things.model.signals.commands.exceptions.AttributeNotAccessibleException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.AttributeNotModifiableException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.AttributesNotAccessibleException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.AttributesNotModifiableException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.FeatureDefinitionNotAccessibleException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.FeatureDefinitionNotModifiableException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.FeatureDesiredPropertiesNotAccessibleException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.FeatureDesiredPropertiesNotModifiableException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.FeatureDesiredPropertyNotAccessibleException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.FeatureDesiredPropertyNotModifiableException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.FeatureNotAccessibleException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.FeatureNotModifiableException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.FeaturePropertiesNotAccessibleException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.FeaturePropertiesNotModifiableException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.FeaturePropertyNotAccessibleException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.FeaturePropertyNotModifiableException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.FeaturesNotAccessibleException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.FeaturesNotModifiableException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.PolicyIdNotAccessibleException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.PolicyIdNotModifiableException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.ThingDefinitionNotAccessibleException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.ThingDefinitionNotModifiableException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.ThingNotAccessibleException;
import org.eclipse.ditto.things.model.signals.commands.exceptions.ThingNotModifiableException;

/**
 * A path of a Thing, understood: what kind of part it leads to, and how Ditto refuses access to it.
 *
 * @param thing whose part
 * @param path as the protocol writes it
 * @param kind of part
 */
record Part(ThingId thing, JsonPointer path, Kind kind) {

    /** What a path can lead to. */
    enum Kind {
        THING,
        POLICY_ID,
        DEFINITION,
        ATTRIBUTES,
        ATTRIBUTE,
        FEATURES,
        FEATURE,
        FEATURE_DEFINITION,
        PROPERTIES,
        PROPERTY,
        DESIRED_PROPERTIES,
        DESIRED_PROPERTY
    }

    static Part of(ThingId thing, JsonPointer path, DittoHeaders echo) {
        int levels = path.getLevelCount();
        String root = path.getRoot().map(JsonKey::toString).orElse("");
        return switch (root) {
            case "" -> new Part(thing, path, Kind.THING);
            case "policyId", "definition" -> {
                if (levels > 1) {
                    throw unknown(path, echo);
                }
                yield new Part(thing, path, root.equals("policyId") ? Kind.POLICY_ID : Kind.DEFINITION);
            }
            case "attributes" -> new Part(thing, path, levels == 1 ? Kind.ATTRIBUTES : Kind.ATTRIBUTE);
            case "features" -> new Part(thing, path, feature(path, echo));
            default -> throw unknown(path, echo);
        };
    }

    private static Kind feature(JsonPointer path, DittoHeaders echo) {
        int levels = path.getLevelCount();
        if (levels < 3) {
            return levels == 1 ? Kind.FEATURES : Kind.FEATURE;
        }
        String section = path.get(2).map(JsonKey::toString).orElse("");
        if (section.equals("properties")) {
            return levels == 3 ? Kind.PROPERTIES : Kind.PROPERTY;
        } else if (section.equals("desiredProperties")) {
            return levels == 3 ? Kind.DESIRED_PROPERTIES : Kind.DESIRED_PROPERTY;
        } else if (section.equals("definition") && levels == 3) {
            return Kind.FEATURE_DEFINITION;
        }
        throw unknown(path, echo);
    }

    static DittoRuntimeException unknown(JsonPointer path, DittoHeaders echo) {
        return UnknownPathException.newBuilder(path).dittoHeaders(echo).build();
    }

    boolean isThing() {
        return kind == Kind.THING;
    }

    /** Whether the part belongs to one feature, which must be there before it. */
    boolean isInFeature() {
        return path.getLevelCount() > 2 && kind != Kind.ATTRIBUTE;
    }

    Part feature() {
        return new Part(thing, path.getPrefixPointer(2).orElse(path), Kind.FEATURE);
    }

    private String featureId() {
        return path.get(1).map(JsonKey::toString).orElse("");
    }

    /** The pointer below {@code attributes}, {@code properties} or {@code desiredProperties}. */
    private JsonPointer below() {
        return path.getSubPointer(kind == Kind.ATTRIBUTE ? 1 : 3).orElse(path);
    }

    /** The same words whether it is not there or not to be seen. */
    DittoRuntimeException notFound(DittoHeaders echo) {
        return (switch (kind) {
                    case THING -> ThingNotAccessibleException.newBuilder(thing);
                    case POLICY_ID -> PolicyIdNotAccessibleException.newBuilder(thing);
                    case DEFINITION -> ThingDefinitionNotAccessibleException.newBuilder(thing);
                    case ATTRIBUTES -> AttributesNotAccessibleException.newBuilder(thing);
                    case ATTRIBUTE -> AttributeNotAccessibleException.newBuilder(thing, below());
                    case FEATURES -> FeaturesNotAccessibleException.newBuilder(thing);
                    case FEATURE -> FeatureNotAccessibleException.newBuilder(thing, featureId());
                    case FEATURE_DEFINITION -> FeatureDefinitionNotAccessibleException.newBuilder(thing, featureId());
                    case PROPERTIES -> FeaturePropertiesNotAccessibleException.newBuilder(thing, featureId());
                    case PROPERTY -> FeaturePropertyNotAccessibleException.newBuilder(thing, featureId(), below());
                    case DESIRED_PROPERTIES ->
                        FeatureDesiredPropertiesNotAccessibleException.newBuilder(thing, featureId());
                    case DESIRED_PROPERTY ->
                        FeatureDesiredPropertyNotAccessibleException.newBuilder(thing, featureId(), below());
                })
                .dittoHeaders(echo)
                .build();
    }

    DittoRuntimeException notModifiable(DittoHeaders echo) {
        return (switch (kind) {
                    case THING -> ThingNotModifiableException.newBuilder(thing);
                    case POLICY_ID -> PolicyIdNotModifiableException.newBuilder(thing);
                    case DEFINITION -> ThingDefinitionNotModifiableException.newBuilder(thing);
                    case ATTRIBUTES -> AttributesNotModifiableException.newBuilder(thing);
                    case ATTRIBUTE -> AttributeNotModifiableException.newBuilder(thing, below());
                    case FEATURES -> FeaturesNotModifiableException.newBuilder(thing);
                    case FEATURE -> FeatureNotModifiableException.newBuilder(thing, featureId());
                    case FEATURE_DEFINITION -> FeatureDefinitionNotModifiableException.newBuilder(thing, featureId());
                    case PROPERTIES -> FeaturePropertiesNotModifiableException.newBuilder(thing, featureId());
                    case PROPERTY -> FeaturePropertyNotModifiableException.newBuilder(thing, featureId(), below());
                    case DESIRED_PROPERTIES ->
                        FeatureDesiredPropertiesNotModifiableException.newBuilder(thing, featureId());
                    case DESIRED_PROPERTY ->
                        FeatureDesiredPropertyNotModifiableException.newBuilder(thing, featureId(), below());
                })
                .dittoHeaders(echo)
                .build();
    }
}
