package io.citytwin.rules.internal.diff;

import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.parameter.LawValue.OfTable;
import io.citytwin.rules.parameter.LawValue.Row;
import io.citytwin.rules.parameter.ParameterType;
import io.citytwin.rules.regulation.Confidence;
import io.citytwin.rules.regulation.Validity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Law as text, and what of it makes two pieces of law the same. Immutable. */
final class LawText {

    private LawText() {}

    /** Equal for values that say the same, wherever they stand; the order of rows says nothing. */
    static Object key(LawValue value) {
        return value instanceof OfTable table
                ? table.rows().stream()
                        .collect(Collectors.groupingBy(
                                row -> List.of(row.cells(), row.validity().map(LawText::days)), Collectors.counting()))
                : value;
    }

    private static List<Object> days(Validity validity) {
        return List.of(validity.from(), validity.lastDay(), validity.published(), validity.moves());
    }

    /** Such as {@code 4 days}, or {@code stopped.csv, 3 rows}. */
    static String of(LawValue value) {
        return value instanceof OfTable table
                ? table.file() + ", " + table.rows().size() + " rows"
                : value.toString();
    }

    /** The cells of a row in the order of the columns. */
    static String of(Row row, ParameterType type) {
        return type instanceof ParameterType.Table table
                ? table.columns().stream()
                        .map(column -> row.texts().get(column.name()))
                        .filter(Objects::nonNull)
                        .filter(cell -> !cell.isEmpty())
                        .collect(Collectors.joining(", "))
                : String.join(", ", row.texts().values());
    }

    /** Such as {@code stars}, {@code season} or the columns of a table. */
    static String of(ParameterType type) {
        if (type instanceof ParameterType.Number number) {
            return number.unit().symbol();
        } else if (type instanceof ParameterType.Table table) {
            return table.columns().stream()
                    .map(column -> column.name() + " " + kind(column.kind()))
                    .collect(Collectors.joining(", "));
        } else if (type instanceof ParameterType.YesNo) {
            return "flag";
        } else if (type instanceof ParameterType.OfSeason) {
            return "season";
        }
        return type instanceof ParameterType.OfWeekdays ? "weekdays" : "hours";
    }

    private static String kind(ParameterType.ColumnKind kind) {
        if (kind instanceof ParameterType.OneName one) {
            return one.of().list();
        } else if (kind instanceof ParameterType.SomeNames some) {
            return some.of().list() + "...";
        } else if (kind instanceof ParameterType.RowNumber number) {
            return number.unit().symbol();
        } else if (kind instanceof ParameterType.RowHours) {
            return "hours";
        } else if (kind instanceof ParameterType.RowSeason) {
            return "season";
        }
        return kind instanceof ParameterType.RowFlag ? "flag" : "text";
    }

    /** Where it stands and how it was read, such as {@code Act 2 of 2024-06-24, published 2024-06-24, VERIFIED/A}. */
    static String of(Validity validity) {
        return validity.source()
                + validity.published().map(day -> ", published " + day).orElse("")
                + ", " + validity.sureness().shown();
    }

    /** What differs between the dates and sources of two that hold from the same day on. */
    static List<String> differences(Validity before, Validity after) {
        List<String> found = new ArrayList<>(told(before, after));
        difference("how it was read", before, after, one -> one.confidence().label(), found);
        difference("rows", before, after, one -> String.join(" ", one.rows()), found);
        difference("note", before, after, one -> one.note().orElse("none"), found);
        difference("conflict", before, after, one -> one.conflict().orElse("none"), found);
        return found;
    }

    /** What of it is told with an answer as law: dates and source. */
    static List<String> told(Validity before, Validity after) {
        List<String> found = new ArrayList<>();
        difference("first day", before, after, one -> one.from().toString(), found);
        difference("last day", before, after, one -> day(one.lastDay()), found);
        difference("published", before, after, one -> day(one.published()), found);
        difference("moves", before, after, one -> day(one.moves()), found);
        difference("source", before, after, one -> one.source().toString(), found);
        return found;
    }

    static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("none");
    }

    static String read(Optional<Confidence> confidence) {
        return confidence.map(Confidence::label).orElse("by its values");
    }

    static <T> void difference(String what, T before, T after, Function<T, String> said, List<String> found) {
        String older = said.apply(before);
        String newer = said.apply(after);
        if (!older.equals(newer)) {
            found.add(what + " " + older + " -> " + newer);
        }
    }

    /** How often each of some things is there more often than among others. */
    static <T> List<T> without(List<T> some, List<T> others, Function<T, Object> key) {
        Map<Object, Long> left =
                others.stream().map(key).collect(Collectors.groupingBy(one -> one, Collectors.counting()));
        List<T> found = new ArrayList<>();
        for (T one : some) {
            if (left.merge(key.apply(one), -1L, Long::sum) < 0) {
                found.add(one);
            }
        }
        return found;
    }
}
