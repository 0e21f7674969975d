package io.citytwin.examples.benchmark.city;

import com.google.common.base.Splitter;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import io.citytwin.core.model.Values;
import io.citytwin.examples.benchmark.Resources;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/** Reads the properties of the city from its table. For one thread at a time. */
final class Columns {

    private static final int TOWNS = ReferenceCity.TOWNS;

    private final Map<Kind, List<Column>> byKind = new EnumMap<>(Kind.class);

    private Columns() {
        Arrays.stream(Kind.values()).forEach(kind -> byKind.put(kind, new ArrayList<>()));
    }

    static Map<Kind, List<Column>> read() {
        Columns columns = new Columns();
        Resources.text("city.csv").lines().skip(1).forEach(columns::add);
        return columns.byKind;
    }

    private List<Column> of(Kind kind) {
        return Objects.requireNonNull(byKind.get(kind));
    }

    private void add(String line) {
        List<String> cells = Splitter.on(',').splitToList(line);
        Kind kind = Arrays.stream(Kind.values())
                .filter(one -> one.type().equals(cells.get(0)))
                .findFirst()
                .orElseThrow();
        String property = cells.get(1);
        double rate = Double.parseDouble(cells.get(2));
        List<String> words = words(cells.get(4));
        of(kind).add(
                        switch (cells.get(3)) {
                            case "pick" -> column(kind, property, names(words), habit(rate, false, weights(words)));
                            case "walk" -> column(kind, property, words, habit(rate, true, ImmutableIntArray.of()));
                            default -> follower(kind, property, new Follow(rate, cells.get(3), cells.get(4)));
                        });
    }

    private static List<String> words(String cell) {
        if (cell.equals("towns")) {
            return java.util.stream.IntStream.range(0, TOWNS)
                    .mapToObj(Integer::toString)
                    .toList();
        }
        return cell.contains("..") ? steps(cell) : Splitter.on(' ').splitToList(cell);
    }

    private static List<String> steps(String range) {
        List<String> parts = Splitter.onPattern("\\.\\.|/").splitToList(range);
        BigDecimal last = new BigDecimal(parts.get(1));
        BigDecimal step = new BigDecimal(parts.get(2));
        List<String> all = new ArrayList<>();
        for (BigDecimal at = new BigDecimal(parts.get(0)); at.compareTo(last) <= 0; at = at.add(step)) {
            all.add(at.toPlainString());
        }
        return all;
    }

    private static List<String> names(List<String> words) {
        return words.stream()
                .map(word -> Splitter.on(':').splitToList(word).get(0))
                .toList();
    }

    private static ImmutableIntArray weights(List<String> words) {
        int[] sums = new int[words.size()];
        int sum = 0;
        for (int i = 0; i < sums.length; i++) {
            List<String> parts = Splitter.on(':').splitToList(words.get(i));
            sum += parts.size() == 1 ? 1 : Integer.parseInt(parts.get(1));
            sums[i] = sum;
        }
        return ImmutableIntArray.copyOf(sums);
    }

    private static Column.Habit habit(double rate, boolean walks, ImmutableIntArray weights) {
        return new Column.Habit(rate, walks, weights, OptionalInt.empty(), ImmutableIntArray.of());
    }

    private record Follow(double rate, String property, String pairs) {}

    private Column follower(Kind kind, String property, Follow follow) {
        Column followed = of(kind).stream()
                .filter(column -> column.property().equals(follow.property()))
                .findFirst()
                .orElseThrow();
        Map<String, String> pairs = Splitter.on(' ').withKeyValueSeparator('=').split(follow.pairs());
        List<String> words = pairs.values().stream().distinct().toList();
        ImmutableIntArray values = ImmutableIntArray.copyOf(followed.values().stream()
                .mapToInt(value -> words.indexOf(Objects.requireNonNull(pairs.get(value.toString())))));
        return column(
                kind,
                property,
                words,
                new Column.Habit(
                        follow.rate(), false, ImmutableIntArray.of(), OptionalInt.of(followed.index()), values));
    }

    private Column column(Kind kind, String property, List<String> words, Column.Habit habit) {
        ValueType type = Objects.requireNonNull(
                AssetTypes.builtIn().get(kind.type()).properties().get(property));
        List<Value> values = words.stream().map(word -> value(type, word)).toList();
        ImmutableDoubleArray codes =
                ImmutableDoubleArray.copyOf(values.stream().mapToDouble(value -> Codes.of(type, value)));
        return new Column(kind, of(kind).size(), property, values, codes, habit);
    }

    private static Value value(ValueType type, String word) {
        return type instanceof ValueType.Relation
                ? new Value.Ref(ReferenceCity.town(Integer.parseInt(word)))
                : Values.read(type, word);
    }
}
