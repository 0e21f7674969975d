package io.citytwin.rules.internal.check;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.internal.grammar.FactType.Origin;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.regulation.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Rows of tables that no case meets. Immutable. */
record RowBoundaries(Checked folder, Sides sides) {

    private static final int MOST_SHOWN = 10;

    void report(Consumer<Problem> problems) {
        Map<String, SortedSet<Place>> files = new LinkedHashMap<>();
        for (Rule rule : folder.rules()) {
            List<LawSlice> slices = LawSlice.today(folder, rule);
            rule.conditions().stream()
                    .map(Rule.Condition::type)
                    .filter(type -> type.origin() == Origin.TABLE)
                    .flatMap(type -> folder.regulation().parameters().find(type.name()).stream())
                    .forEach(table -> slices.forEach(slice -> rows(table, slice)
                            .forEach(row -> files.computeIfAbsent(row.place().file(), key -> new TreeSet<>())
                                    .add(row.place()))));
        }
        files.values().forEach(rows -> report(rows, problems));
    }

    private static List<LawValue.Row> rows(Parameter table, LawSlice slice) {
        Optional<LawValue> value = slice.value(table).map(DatedValue::value);
        return value.isPresent() && value.get() instanceof LawValue.OfTable read ? slice.rows(read) : List.of();
    }

    private void report(SortedSet<Place> rows, Consumer<Problem> problems) {
        List<Place> missing =
                rows.stream().filter(row -> !sides.rows().contains(row)).toList();
        if (!missing.isEmpty()) {
            String lines = missing.stream()
                    .limit(MOST_SHOWN)
                    .map(row -> String.valueOf(row.line()))
                    .collect(Collectors.joining(", "));
            problems.accept(BoundaryCheck.oneSided(
                    missing.get(0),
                    "No case meets `" + missing.size() + "` of the `" + rows.size() + "` rows of this table: line `"
                            + lines + "`" + (missing.size() > MOST_SHOWN ? " and others." : "."),
                    "Maybe add a variant for each: a row that no case meets can be wrong unseen."));
        }
    }
}
