package io.citytwin.rules.internal.diff;

import io.citytwin.rules.internal.diff.Notebook.Reach;
import io.citytwin.rules.internal.diff.Notebook.Sides;
import io.citytwin.rules.internal.diff.Notebook.Thing;
import io.citytwin.rules.parameter.LawValue.Row;
import io.citytwin.rules.parameter.ParameterType;
import io.citytwin.rules.regulation.Validity;
import io.citytwin.rules.verify.LawDiffEntry.Kind;
import io.citytwin.rules.verify.LawDiffEntry.Period;
import io.citytwin.rules.verify.LawDiffEntry.Topic;
import io.citytwin.rules.verify.LawDiffEntry.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Compares the rows of a table that holds from the same day on in both versions. */
final class RowDiff {

    private final Versions versions;
    private final Notebook notes;
    private final Table table;

    RowDiff(Versions versions, Notebook notes, Table table) {
        this.versions = versions;
        this.notes = notes;
        this.table = table;
    }

    /** The table, the days on which its rows differ, and who reads it. */
    record Table(String name, Optional<Period> days, SortedSet<String> readBy) {}

    /** Rows and what their columns are. */
    record Rows(List<Row> rows, ParameterType type) {}

    void compare(Rows before, Rows after) {
        List<Row> removed = new ArrayList<>(LawText.without(before.rows(), after.rows(), RowDiff::key));
        for (Row added : LawText.without(after.rows(), before.rows(), RowDiff::key)) {
            Optional<Row> near = removed.stream()
                    .filter(row -> alike(row, added) * 2 > added.cells().size())
                    .max(Comparator.comparingLong(row -> alike(row, added)));
            near.ifPresent(removed::remove);
            near.ifPresentOrElse(
                    row -> changed(version(row, before.type()), version(added, after.type())),
                    () -> added(version(added, after.type())));
        }
        removed.forEach(row -> removed(version(row, before.type())));
    }

    private static Object key(Row row) {
        return List.of(row.cells(), row.validity());
    }

    private static long alike(Row one, Row other) {
        return one.cells().entrySet().stream()
                .filter(cell -> cell.getValue().equals(other.cells().get(cell.getKey())))
                .count();
    }

    private static Version version(Row row, ParameterType type) {
        return new Version(LawText.of(row, type), row.validity());
    }

    private void added(Version row) {
        Kind kind = row.validity().map(Validity::from).map(versions::ofNew).orElse(Kind.CORRECTION);
        note(kind, Sides.added(row), List.of());
    }

    private void removed(Version row) {
        note(Kind.CORRECTION, Sides.removed(row), List.of());
    }

    private void changed(Version older, Version newer) {
        List<String> differences = older.validity().isPresent()
                        && newer.validity().isPresent()
                ? LawText.differences(older.validity().get(), newer.validity().get())
                : List.of();
        Kind kind = older.text().equals(newer.text()) && !differences.isEmpty()
                ? versions.ofSame(
                        older.validity().orElseThrow(), newer.validity().orElseThrow())
                : Kind.CORRECTION;
        note(kind, new Sides(Optional.of(older), Optional.of(newer)), differences);
    }

    private void note(Kind kind, Sides sides, List<String> details) {
        Optional<Period> own = sides.after()
                .or(sides::before)
                .flatMap(Version::validity)
                .map(validity -> new Period(validity.from(), validity.lastDay()));
        notes.note(
                kind,
                new Thing(Topic.ROW, table.name()),
                sides,
                new Reach(own.or(table::days), details, table.readBy()));
    }
}
