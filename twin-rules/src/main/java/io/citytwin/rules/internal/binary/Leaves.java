package io.citytwin.rules.internal.binary;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The shapes of what holds no other values. Immutable. */
final class Leaves {

    private static final int MONTH = 100;

    private static final Shape INTEGER =
            new Leaf<>(Integer.class, (number, to) -> to.number(number), ByteReader::integer);

    /** By type; each text is written once. */
    static final Map<Type, Shape> ALL = Map.ofEntries(
            Map.entry(String.class, new Text()),
            Map.entry(int.class, INTEGER),
            Map.entry(Integer.class, INTEGER),
            Map.entry(long.class, new Leaf<>(Long.class, (number, to) -> to.number(number), ByteReader::number)),
            Map.entry(
                    boolean.class,
                    new Leaf<>(Boolean.class, (flag, to) -> to.number(flag ? 1 : 0), from -> from.number() != 0)),
            Map.entry(
                    BigDecimal.class,
                    new Leaf<>(
                            BigDecimal.class,
                            (number, to) -> to.text(number.toString()),
                            from -> new BigDecimal(from.text()))),
            Map.entry(Instant.class, new Leaf<>(Instant.class, Leaves::instant, Leaves::instant)),
            Map.entry(
                    ZoneId.class,
                    new Leaf<>(ZoneId.class, (zone, to) -> to.text(zone.getId()), from -> ZoneId.of(from.text()))),
            Map.entry(
                    LocalDate.class,
                    new Leaf<>(
                            LocalDate.class,
                            (day, to) -> to.number(day.toEpochDay()),
                            from -> LocalDate.ofEpochDay(from.number()))),
            Map.entry(
                    LocalTime.class,
                    new Leaf<>(
                            LocalTime.class,
                            (time, to) -> to.number(time.toNanoOfDay()),
                            from -> LocalTime.ofNanoOfDay(from.number()))),
            Map.entry(
                    MonthDay.class,
                    new Leaf<>(
                            MonthDay.class,
                            (day, to) -> to.number((long) day.getMonthValue() * MONTH + day.getDayOfMonth()),
                            from -> monthDay(from.integer()))),
            Map.entry(BitSet.class, new Leaf<>(BitSet.class, Leaves::bits, Leaves::bits)),
            Map.entry(Object.class, new Leaf<>(Object.class, Leaves::any, Leaves::any)));

    private Leaves() {}

    private static MonthDay monthDay(int number) {
        return MonthDay.of(number / MONTH, number % MONTH);
    }

    private static void instant(Instant at, ByteWriter to) {
        to.number(at.getEpochSecond());
        to.number(at.getNano());
    }

    private static Instant instant(ByteReader from) {
        return Instant.ofEpochSecond(from.number(), from.number());
    }

    private static void bits(BitSet set, ByteWriter to) {
        long[] words = set.toLongArray();
        to.number(words.length);
        Arrays.stream(words).forEach(to::number);
    }

    private static BitSet bits(ByteReader from) {
        long[] words = new long[from.count()];
        for (int i = 0; i < words.length; i++) {
            words[i] = from.number();
        }
        return BitSet.valueOf(words);
    }

    /** A value of one of four types, where a record leaves open which of them it holds. */
    private static void any(Object value, ByteWriter to) {
        if (value instanceof Boolean flag) {
            to.number(flag ? 1 : 0);
        } else if (value instanceof BigDecimal number) {
            to.number(2);
            to.text(number.toString());
        } else if (value instanceof Integer position) {
            to.number(3);
            to.number(position);
        } else if (value instanceof BitSet positions) {
            to.number(4);
            bits(positions, to);
        } else {
            throw new IllegalArgumentException("Nothing says how `" + value.getClass() + "` is written as bytes.");
        }
    }

    private static Object any(ByteReader from) {
        return switch (from.integer()) {
            case 0 -> false;
            case 1 -> true;
            case 2 -> new BigDecimal(from.text());
            case 3 -> from.integer();
            case 4 -> bits(from);
            default -> throw new IllegalArgumentException("a value of no known type");
        };
    }

    /** A value of the Java library. */
    private record Leaf<T>(Class<T> type, BiConsumer<T, ByteWriter> writing, Function<ByteReader, T> reading)
            implements Shape {
        @Override
        public void write(Object value, ByteWriter to) {
            writing.accept(type.cast(value), to);
        }

        @Override
        public Object read(ByteReader from) {
            return reading.apply(from);
        }
    }

    /** A text, which mostly was there before. */
    private static final class Text implements Shape {
        @Override
        public void write(Object value, ByteWriter to) {
            to.shared(this, value, () -> to.text((String) value));
        }

        @Override
        public Object read(ByteReader from) {
            int place = from.integer();
            List<Object> before = from.before(this);
            if (place == 0) {
                before.add(from.text());
            }
            return before.get(place == 0 ? before.size() - 1 : place - 1);
        }
    }

    /** A constant of an enum, by its place: the layout names all of them. */
    record Constant(List<?> all) implements Shape {
        @Override
        public void write(Object value, ByteWriter to) {
            to.number(all.indexOf(value));
        }

        @Override
        public Object read(ByteReader from) {
            return all.get(from.integer());
        }
    }
}
