package io.citytwin.rules.internal.binary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A sealed interface: which of its records it is, and that one. Immutable once all shapes are known. */
final class OneOf implements Shape {

    private final Map<Class<?>, Integer> places = new HashMap<>();
    private final List<Shape> shapes = new ArrayList<>();

    void add(Class<?> part, Shape shape) {
        places.put(part, shapes.size());
        shapes.add(shape);
    }

    @Override
    public void write(Object value, ByteWriter to) {
        Integer place = places.get(value.getClass());
        if (place == null) {
            throw new IllegalArgumentException("Nothing says how `" + value.getClass() + "` is written as bytes.");
        }
        to.number(place);
        shapes.get(place).write(value, to);
    }

    @Override
    public Object read(ByteReader from) {
        return shapes.get(from.integer()).read(from);
    }
}
