package io.citytwin.examples.benchmark.drools;

import io.citytwin.examples.benchmark.law.ChosenLaw;
import io.citytwin.examples.benchmark.law.LawSheet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The law of a moment as facts: parameters as one fact for each folder, table rows as facts. */
final class LawFacts {

    private LawFacts() {}

    /**
     * A fact to be. Immutable.
     *
     * @param type its class
     * @param cells what is in its fields
     */
    record Row(String type, Map<String, Object> cells) {}

    static Set<Row> at(ChosenLaw law, Drl drl, Style style, Instant moment) {
        Set<Row> rows = new LinkedHashSet<>();
        for (Schema.Type type : drl.types().values()) {
            if (type.origin() == Schema.Origin.LAW) {
                rows.add(sheet(type, law.sheet(type.regulation(), moment)));
            } else if (type.origin() == Schema.Origin.TABLE) {
                List<LawSheet.Row> found = law.sheet(type.regulation(), moment).rows(type.source());
                found.forEach(row -> rows.addAll(rows(type, row, style)));
            }
        }
        return rows;
    }

    private static Row sheet(Schema.Type type, LawSheet sheet) {
        Map<String, Object> cells = new TreeMap<>();
        type.fields()
                .forEach((name, field) ->
                        cells.put(name, field == Schema.Field.NUMBER ? (Object) sheet.number(name) : sheet.flag(name)));
        return new Row(type.name(), cells);
    }

    /** One row, or one for each combination of names where sets are split. */
    private static List<Row> rows(Schema.Type type, LawSheet.Row row, Style style) {
        List<Map<String, Object>> combinations = new ArrayList<>(List.of(new TreeMap<>()));
        type.fields().forEach((name, field) -> {
            List<Object> values = type.splits(name, style)
                    ? row.names(name).stream()
                            .<Object>mapToObj(Integer::valueOf)
                            .toList()
                    : List.of(cell(row, name, field, style));
            List<Map<String, Object>> longer = new ArrayList<>();
            for (Map<String, Object> begun : combinations) {
                for (Object value : values) {
                    Map<String, Object> more = new TreeMap<>(begun);
                    more.put(name, value);
                    longer.add(more);
                }
            }
            combinations.clear();
            combinations.addAll(longer);
        });
        return combinations.stream().map(cells -> new Row(type.name(), cells)).toList();
    }

    private static Object cell(LawSheet.Row row, String name, Schema.Field field, Style style) {
        return switch (field) {
            case NUMBER -> row.number(name);
            case FLAG -> row.flag(name);
            case NAME -> row.name(name);
            case NAMES -> style == Style.NAIVE ? set(row.names(name)) : (Object) bits(row.names(name));
        };
    }

    private static Set<Integer> set(BitSet names) {
        return names.stream().boxed().collect(Collectors.toUnmodifiableSet());
    }

    private static long bits(BitSet names) {
        return names.isEmpty() ? 0 : names.toLongArray()[0];
    }
}
