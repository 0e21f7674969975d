package io.citytwin.rules.internal.diff;

import io.citytwin.rules.internal.diff.Notebook.Reach;
import io.citytwin.rules.internal.diff.Notebook.Sides;
import io.citytwin.rules.internal.diff.Notebook.Thing;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.parameter.ParameterType;
import io.citytwin.rules.verify.LawDiffEntry.Kind;
import io.citytwin.rules.verify.LawDiffEntry.Period;
import io.citytwin.rules.verify.LawDiffEntry.Topic;
import io.citytwin.rules.verify.LawDiffEntry.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Compares dated values: those of the same first day with each other, else with what held in their place. */
final class ValueDiff {

    private final Versions versions;
    private final Notebook notes;

    ValueDiff(Versions versions, Notebook notes) {
        this.versions = versions;
        this.notes = notes;
    }

    void compare() {
        SortedSet<String> names =
                new TreeSet<>(versions.before().parameters().byName().keySet());
        names.addAll(versions.after().parameters().byName().keySet());
        names.forEach(name -> new One(name).compare());
    }

    /** One parameter. */
    private final class One {

        private final String name;
        private final Optional<Parameter> before;
        private final Optional<Parameter> after;
        private final Timeline timeline;
        private final SortedSet<String> readBy;

        One(String name) {
            this.name = name;
            this.before = versions.before().parameters().find(name);
            this.after = versions.after().parameters().find(name);
            this.timeline = new Timeline(before, after);
            this.readBy = versions.readers().of(name);
        }

        void compare() {
            if (before.isPresent() && after.isPresent()) {
                type(before.get().type(), after.get().type());
            }
            List<DatedValue> removed = new ArrayList<>(values(before));
            for (DatedValue newer : values(after)) {
                Optional<DatedValue> older = removed.stream()
                        .filter(one -> one.from().equals(newer.from()))
                        .findFirst();
                older.ifPresent(removed::remove);
                older.ifPresentOrElse(same -> both(same, newer), () -> added(newer));
            }
            removed.forEach(this::removed);
        }

        private List<DatedValue> values(Optional<Parameter> parameter) {
            return parameter.map(Parameter::values).orElse(List.of());
        }

        private void type(ParameterType older, ParameterType newer) {
            String was = LawText.of(older);
            String is = LawText.of(newer);
            if (!was.equals(is)) {
                note(Kind.CORRECTION, Sides.of(was, is), Optional.empty(), List.of("kind of value"));
            }
        }

        private void both(DatedValue older, DatedValue newer) {
            boolean same = LawText.key(older.value()).equals(LawText.key(newer.value()));
            if (!same
                    && older.value() instanceof LawValue.OfTable was
                    && newer.value() instanceof LawValue.OfTable is) {
                new RowDiff(versions, notes, new RowDiff.Table(name, days(newer), readBy))
                        .compare(rows(was, before), rows(is, after));
            } else if (!same) {
                boolean unread = older.value() instanceof LawValue.NotRead;
                note(
                        unread ? Kind.COVERAGE : Kind.CORRECTION,
                        new Sides(version(older), version(newer)),
                        days(newer),
                        LawText.differences(older.validity(), newer.validity()));
                return;
            }
            List<String> differences = LawText.differences(older.validity(), newer.validity());
            if (!differences.isEmpty()) {
                note(
                        versions.ofSame(older.validity(), newer.validity()),
                        new Sides(version(older), version(newer)),
                        either(older, newer),
                        differences);
            }
        }

        private Optional<Period> either(DatedValue older, DatedValue newer) {
            return timeline.differing(stretch -> stretch.before().equals(Optional.of(older))
                    || stretch.after().equals(Optional.of(newer)));
        }

        private void added(DatedValue newer) {
            Optional<DatedValue> moved = newer.validity().moves().flatMap(this::startedOn);
            Optional<DatedValue> held = moved.or(() -> timeline.before(newer.from()));
            note(
                    moved.isPresent() ? Kind.LAW : kind(held, newer),
                    new Sides(held.flatMap(this::version), version(newer)),
                    timeline.differing(stretch -> stretch.after().equals(Optional.of(newer))
                            || moved.isPresent() && stretch.before().equals(moved)),
                    rows(held, Optional.of(newer)));
        }

        private Optional<DatedValue> startedOn(LocalDate day) {
            return values(before).stream().filter(one -> one.from().equals(day)).findFirst();
        }

        private Kind kind(Optional<DatedValue> held, DatedValue newer) {
            if (held.isEmpty()) {
                return versions.ofNew(newer.from());
            } else if (held.get().value() instanceof LawValue.NotRead) {
                return Kind.COVERAGE;
            }
            boolean last = values(before).stream().allMatch(one -> one.from().isBefore(newer.from()));
            return last ? Kind.LAW : Kind.CORRECTION;
        }

        private void removed(DatedValue older) {
            boolean moved = values(after).stream()
                    .anyMatch(one -> one.validity().moves().equals(Optional.of(older.from())));
            Optional<DatedValue> holds = timeline.after(older.from());
            note(
                    moved ? Kind.LAW : Kind.CORRECTION,
                    new Sides(version(older), holds.flatMap(this::version)),
                    timeline.differing(stretch -> stretch.before().equals(Optional.of(older))),
                    rows(Optional.of(older), holds));
        }

        private Optional<Period> days(DatedValue newer) {
            return timeline.differing(stretch -> stretch.after().equals(Optional.of(newer)));
        }

        /** The rows by which one table differs from another that takes its place. */
        private List<String> rows(Optional<DatedValue> older, Optional<DatedValue> newer) {
            List<String> was = rows(older);
            List<String> is = rows(newer);
            return Stream.concat(
                            LawText.without(was, is, row -> row).stream().map(row -> "- " + row),
                            LawText.without(is, was, row -> row).stream().map(row -> "+ " + row))
                    .toList();
        }

        private List<String> rows(Optional<DatedValue> dated) {
            return dated.map(DatedValue::value)
                    .filter(LawValue.OfTable.class::isInstance)
                    .map(LawValue.OfTable.class::cast)
                    .map(table -> rows(table, after.or(() -> before)))
                    .map(typed -> typed.rows().stream()
                            .map(row -> LawText.of(row, typed.type()))
                            .toList())
                    .orElse(List.of());
        }

        private RowDiff.Rows rows(LawValue.OfTable table, Optional<Parameter> parameter) {
            return new RowDiff.Rows(table.rows(), parameter.orElseThrow().type());
        }

        private Optional<Version> version(DatedValue dated) {
            return Optional.of(new Version(LawText.of(dated.value()), Optional.of(dated.validity())));
        }

        private void note(Kind kind, Sides sides, Optional<Period> period, List<String> details) {
            notes.note(kind, new Thing(Topic.VALUE, name), sides, new Reach(period, details, readBy));
        }
    }
}
