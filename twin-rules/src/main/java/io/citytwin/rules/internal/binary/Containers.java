package io.citytwin.rules.internal.binary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The shapes of what holds several values. Immutable. */
final class Containers {

    private Containers() {}

    /** A value or none. */
    record Perhaps(Shape of) implements Shape {
        @Override
        public void write(Object value, ByteWriter to) {
            Optional<?> perhaps = (Optional<?>) value;
            to.number(perhaps.isPresent() ? 1 : 0);
            perhaps.ifPresent(one -> of.write(one, to));
        }

        @Override
        public Object read(ByteReader from) {
            return from.count() == 0 ? Optional.empty() : Optional.of(of.read(from));
        }
    }

    /** A list. */
    record Listed(Shape of) implements Shape {
        @Override
        public void write(Object value, ByteWriter to) {
            Collection<?> all = (Collection<?>) value;
            to.number(all.size());
            all.forEach(one -> of.write(one, to));
        }

        @Override
        public Object read(ByteReader from) {
            int count = from.count();
            List<Object> all = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                all.add(of.read(from));
            }
            return all;
        }
    }

    /** A set, in the order of its values: the same set gives the same bytes. */
    record Sorted(Shape of) implements Shape {
        @Override
        public void write(Object value, ByteWriter to) {
            SortedSet<Object> all = new TreeSet<>((Collection<?>) value);
            to.number(all.size());
            all.forEach(one -> of.write(one, to));
        }

        @Override
        public Object read(ByteReader from) {
            SortedSet<Object> all = new TreeSet<>();
            for (int left = from.count(); left > 0; left--) {
                all.add(of.read(from));
            }
            return all;
        }
    }

    /** A map by text. */
    record ByText(Shape key, Shape of) implements Shape {
        @Override
        public void write(Object value, ByteWriter to) {
            Map<?, ?> all = (Map<?, ?>) value;
            to.number(all.size());
            all.forEach((name, one) -> {
                key.write(name, to);
                of.write(one, to);
            });
        }

        @Override
        public Object read(ByteReader from) {
            SortedMap<Object, Object> all = new TreeMap<>();
            for (int left = from.count(); left > 0; left--) {
                all.put(key.read(from), of.read(from));
            }
            return all;
        }
    }
}
