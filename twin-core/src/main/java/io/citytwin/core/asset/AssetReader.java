package io.citytwin.core.asset;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Unit;
import io.citytwin.core.model.ValueType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads asset interfaces into their descriptions. Safe for use by many threads. */
final class AssetReader {

    private static final Set<String> NOT_PROPERTIES = Set.of("id");

    private AssetReader() {}

    static AssetType read(Class<? extends Asset> asset) {
        SortedMap<String, ValueType> properties = new TreeMap<>();
        for (Method method : asset.getMethods()) {
            if (!NOT_PROPERTIES.contains(method.getName()) && Modifier.isAbstract(method.getModifiers())) {
                properties.put(method.getName(), typeOf(asset, method));
            }
        }
        Acts acts = asset.getAnnotation(Acts.class);
        return new AssetType(
                asset.getSimpleName(),
                properties,
                acts == null ? new TreeSet<>() : new TreeSet<>(List.of(acts.value())));
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
                "Maybe return Optional of Boolean, String, a Coded enum, an Asset, or a Quantity with @In(unit).");
    }

    private static ValueType namesOf(Class<?> type) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Coded) constant).code())
                .toList();
        return new ValueType.Names(type.getSimpleName(), names, type.isAnnotationPresent(Ordered.class));
    }
}
