package io.citytwin.rules.internal.binary;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The shapes of all types that can be met from one type on. For one thread at a time while they are found. */
final class Shapes {

    private final Map<Type, Shape> known = new HashMap<>(Leaves.ALL);
    private final SortedMap<String, String> layout = new TreeMap<>();

    /** What records are made of, in the order of their names. */
    String layout() {
        StringBuilder text = new StringBuilder();
        layout.forEach((type, parts) -> text.append(type).append(parts).append('\n'));
        return text.toString();
    }

    Shape of(Type type) {
        Shape before = known.get(type);
        if (before != null) {
            return before;
        } else if (type instanceof ParameterizedType of) {
            Shape generic = generic(of);
            known.put(type, generic);
            return generic;
        }
        return declared((Class<?>) type);
    }

    private Shape generic(ParameterizedType type) {
        Shape last = of(type.getActualTypeArguments()[type.getActualTypeArguments().length - 1]);
        Type raw = type.getRawType();
        if (raw == Optional.class) {
            return new Containers.Perhaps(last);
        } else if (raw == List.class) {
            return new Containers.Listed(last);
        } else if (raw == Set.class || raw == SortedSet.class) {
            return new Containers.Sorted(last);
        } else if (raw == SortedMap.class && type.getActualTypeArguments()[0] == String.class) {
            return new Containers.ByText(of(String.class), last);
        }
        throw unknown(type);
    }

    private Shape declared(Class<?> type) {
        if (type.isRecord()) {
            RecordShape shape = new RecordShape(type);
            // Before its parts: a record can hold others of its type.
            known.put(type, shape);
            layout.put(type.getName(), components(type.getRecordComponents()));
            shape.complete(this);
            return shape;
        } else if (type.isEnum()) {
            List<?> constants = List.of(type.getEnumConstants());
            layout.put(type.getName(), constants.toString());
            Shape shape = new Leaves.Constant(constants);
            known.put(type, shape);
            return shape;
        } else if (type.isSealed()) {
            OneOf shape = new OneOf();
            known.put(type, shape);
            List<Class<?>> parts = parts(type).toList();
            layout.put(type.getName(), parts.toString());
            parts.forEach(part -> shape.add(part, of(part)));
            return shape;
        }
        throw unknown(type);
    }

    private static String components(RecordComponent[] components) {
        StringBuilder text = new StringBuilder();
        for (RecordComponent part : components) {
            text.append(' ').append(part.getName()).append(' ');
            text.append(Objects.requireNonNullElseGet(
                    part.getGenericSignature(), () -> part.getType().getName()));
        }
        return text.toString();
    }

    /** The records of a sealed interface, in the order of their declaration. */
    private static Stream<Class<?>> parts(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Shapes::parts) : Stream.of(type);
    }

    private static IllegalArgumentException unknown(Type type) {
        return new IllegalArgumentException("Nothing says how `" + type.getTypeName() + "` is written as bytes.");
    }
}
