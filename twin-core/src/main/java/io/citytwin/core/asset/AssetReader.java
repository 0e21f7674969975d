package io.citytwin.core.asset;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.Actuator;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Outline;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import io.citytwin.core.model.Values;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads asset interfaces into their descriptions. Safe for use by many threads. */
final class AssetReader {

    private static final Set<String> NOT_PROPERTIES = Set.of("id");
    // The Thing form writes them beside the properties.
    private static final Set<String> TAKEN = Set.of("observed", "directive", "answered", "zones");

    private AssetReader() {}

    static AssetType read(Class<? extends Asset> asset) {
        SortedMap<String, ValueType> properties = new TreeMap<>();
        for (Method method : asset.getMethods()) {
            if (!NOT_PROPERTIES.contains(method.getName()) && Modifier.isAbstract(method.getModifiers())) {
                refuseTaken(asset, method.getName());
                properties.put(method.getName(), typeOf(asset, method));
            }
        }
        Acts acts = asset.getAnnotation(Acts.class);
        return new AssetType(
                asset.getSimpleName(),
                properties,
                acts == null ? new TreeSet<>() : new TreeSet<>(List.of(acts.value())),
                actuators(asset, properties),
                within(asset, properties),
                marked(asset, Reported.class, properties),
                marked(asset, Personal.class, properties));
    }

    private static void refuseTaken(Class<?> asset, String property) {
        if (TAKEN.contains(property)) {
            throw new CityTwinException(
                    CoreError.ASSET_TYPE,
                    "`" + asset.getSimpleName() + "." + property + "` has a name that the Thing form needs itself.",
                    "Maybe another name; taken are " + String.join(", ", new TreeSet<>(TAKEN)) + ".");
        }
    }

    private static SortedSet<String> marked(
            Class<? extends Asset> asset, Class<? extends Annotation> mark, SortedMap<String, ValueType> properties) {
        SortedSet<String> marked = new TreeSet<>();
        for (Method method : asset.getMethods()) {
            if (method.isAnnotationPresent(mark) && properties.containsKey(method.getName())) {
                marked.add(method.getName());
            }
        }
        return marked;
    }

    private static SortedMap<String, Actuator> actuators(
            Class<? extends Asset> asset, SortedMap<String, ValueType> properties) {
        SortedMap<String, Actuator> actuators = new TreeMap<>();
        for (Method method : asset.getMethods()) {
            Desired desired = method.getAnnotation(Desired.class);
            ValueType type = properties.get(method.getName());
            if (desired != null && type != null) {
                String name = asset.getSimpleName() + "." + method.getName();
                Value resting = value("resting", name, type, desired.resting());
                Value safe = desired.safe().isEmpty() ? resting : value("safe", name, type, desired.safe());
                actuators.put(method.getName(), actuator(name, desired, resting, safe));
            }
        }
        return actuators;
    }

    private static Actuator actuator(String property, Desired desired, Value resting, Value safe) {
        try {
            return new Actuator(
                    resting,
                    safe,
                    desired.irreversible(),
                    desired.follows(),
                    Duration.parse(desired.calm()),
                    new BigDecimal(desired.band()));
        } catch (DateTimeParseException | NumberFormatException malformed) {
            throw new CityTwinException(
                    CoreError.ASSET_TYPE,
                    "`" + property + "` is calm for `" + desired.calm() + "` in a band of `" + desired.band() + "`.",
                    "Maybe `PT5M` and `5`.",
                    malformed);
        }
    }

    private static Value value(String which, String property, ValueType type, String text) {
        try {
            return Values.read(type, text);
        } catch (CityTwinException refused) {
            throw new CityTwinException(
                    refused.code(),
                    "The " + which + " value of `" + property + "` cannot be used: " + refused.problem(),
                    refused.advice(),
                    refused);
        }
    }

    private static SortedSet<String> within(Class<? extends Asset> asset, SortedMap<String, ValueType> properties) {
        SortedSet<String> within = new TreeSet<>();
        for (Method method : asset.getMethods()) {
            if (method.isAnnotationPresent(Within.class)) {
                if (!(properties.get(method.getName()) instanceof ValueType.Relation)) {
                    throw new CityTwinException(
                            CoreError.ASSET_TYPE,
                            "`" + asset.getSimpleName() + "." + method.getName()
                                    + "` is marked @Within, but leads to no other asset.",
                            "Maybe return Optional of the asset that it is in.");
                }
                within.add(method.getName());
            }
        }
        return within;
    }

    private static ValueType typeOf(Class<?> asset, Method method) {
        if (method.getParameterCount() == 0
                && method.getGenericReturnType() instanceof ParameterizedType returned
                && returned.getRawType() == Optional.class) {
            Type held = returned.getActualTypeArguments()[0];
            if (held == Quantity.class && method.isAnnotationPresent(In.class)) {
                return new ValueType.Number(
                        Unit.of(method.getAnnotation(In.class).value()));
            } else if (held == Boolean.class) {
                return new ValueType.YesNo();
            } else if (held == Location.class) {
                return new ValueType.Point();
            } else if (held == Outline.class) {
                return new ValueType.Ground();
            } else if (held == String.class) {
                return new ValueType.Words();
            } else if (held instanceof Class<?> type && type.isEnum() && Coded.class.isAssignableFrom(type)) {
                return namesOf(type);
            } else if (held instanceof Class<?> type && Asset.class.isAssignableFrom(type)) {
                return new ValueType.Relation(type.getSimpleName());
            }
        }
        throw new CityTwinException(
                CoreError.ASSET_TYPE,
                "`" + asset.getSimpleName() + "." + method.getName() + "` does not describe a property.",
                "Maybe return Optional of Boolean, String, Location, Outline, a Coded enum, an Asset, or a Quantity with"
                        + " @In(unit).");
    }

    private static ValueType namesOf(Class<?> type) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Coded) constant).code())
                .toList();
        return new ValueType.Names(type.getSimpleName(), names, type.isAnnotationPresent(Ordered.class));
    }
}
