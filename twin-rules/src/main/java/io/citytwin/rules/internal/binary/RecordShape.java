package io.citytwin.rules.internal.binary;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** A record: its components, one behind the other; read again through its constructor, which guards what it guards. */
final class RecordShape implements Shape {

    private final RecordComponent[] components;
    private final Shape[] parts;
    private final Constructor<?> canonical;

    RecordShape(Class<?> type) {
        components = type.getRecordComponents();
        parts = new Shape[components.length];
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            canonical = type.getDeclaredConstructor(types);
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException("`" + type + "` has no canonical constructor", impossible);
        }
        canonical.setAccessible(true);
    }

    void complete(Shapes shapes) {
        for (int i = 0; i < parts.length; i++) {
            parts[i] = shapes.of(components[i].getGenericType());
        }
    }

    @Override
    public void write(Object value, ByteWriter to) {
        to.shared(this, value, () -> {
            for (int i = 0; i < parts.length; i++) {
                parts[i].write(component(value, i), to);
            }
        });
    }

    private Object component(Object value, int at) {
        try {
            components[at].getAccessor().setAccessible(true);
            return components[at].getAccessor().invoke(value);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("`" + components[at] + "` cannot be read", impossible);
        }
    }

    @Override
    public Object read(ByteReader from) {
        int place = from.integer();
        List<Object> before = from.before(this);
        if (place != 0) {
            return before.get(place - 1);
        }
        Object[] values = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            values[i] = parts[i].read(from);
        }
        Object value = made(values);
        before.add(value);
        return value;
    }

    private Object made(Object[] values) {
        try {
            return canonical.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException("refused by `" + canonical + "`", refused);
        } catch (InstantiationException | IllegalAccessException impossible) {
            throw new IllegalStateException("`" + canonical + "` cannot be called", impossible);
        }
    }
}
