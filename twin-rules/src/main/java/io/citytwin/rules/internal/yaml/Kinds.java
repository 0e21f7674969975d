package io.citytwin.rules.internal.yaml;

import io.citytwin.core.model.Unit;
import io.citytwin.core.model.ValueType;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.parameter.ParameterType;
import io.citytwin.rules.parameter.ParameterType.ColumnKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads what kind of value a parameter or a column holds. For one thread at a time. */
final class Kinds {

    private static final String SEVERAL = "...";
    private static final List<String> UNITS =
            Arrays.stream(Unit.values()).map(Unit::symbol).toList();
    private static final List<String> WORDS = List.of("flag", "season", "weekdays", "hours");

    private final FolderReading reading;
    private final Lists lists;

    Kinds(FolderReading reading, Lists lists) {
        this.reading = reading;
        this.lists = lists;
    }

    Optional<ParameterType> read(Node.Mapping body) {
        return body.get("columns").isPresent()
                ? table(body.mapping("columns"))
                : body.scalar("unit").flatMap(this::single);
    }

    private Optional<ParameterType> single(Node.Scalar unit) {
        return switch (unit.text()) {
            case "flag" -> Optional.of(new ParameterType.YesNo());
            case "season" -> Optional.of(new ParameterType.OfSeason());
            case "weekdays" -> Optional.of(new ParameterType.OfWeekdays());
            case "hours" -> Optional.of(new ParameterType.OfHours());
            default -> unit(unit, WORDS).map(ParameterType.Number::new);
        };
    }

    /** A unit and nothing else. */
    Optional<Unit> unit(Node.Scalar symbol) {
        return unit(symbol, List.of());
    }

    private Optional<Unit> unit(Node.Scalar symbol, List<String> others) {
        if (Unit.isKnown(symbol.text())) {
            return Optional.of(Unit.of(symbol.text()));
        }
        reading.error(
                RulesError.UNIT,
                symbol.place(),
                Words.quoted(symbol.text()) + " is not a known unit.",
                Words.maybe(
                        symbol.text(),
                        Stream.concat(UNITS.stream(), others.stream()).toList()));
        return Optional.empty();
    }

    private Optional<ParameterType> table(Node.Mapping declared) {
        List<ParameterType.Column> columns = new ArrayList<>();
        for (Node.Entry entry : declared.entries()) {
            if (Names.check(reading, entry.key()) && isFree(entry.key()) && entry.value() instanceof Node.Scalar kind) {
                column(kind)
                        .ifPresent(read ->
                                columns.add(new ParameterType.Column(entry.key().text(), read)));
            }
        }
        boolean whole =
                !columns.isEmpty() && columns.size() == declared.entries().size();
        return whole ? Optional.of(new ParameterType.Table(columns)) : Optional.empty();
    }

    private boolean isFree(Node.Scalar column) {
        boolean taken = TableHeader.isTaken(column.text());
        if (taken) {
            reading.error(
                    RulesError.RESERVED,
                    column.place(),
                    Words.quoted(column.text()) + " is the name of a column that dates the rows.",
                    "Maybe `" + column.text() + "Value`; a table can have the column without declaring it.");
        }
        return !taken;
    }

    private Optional<ColumnKind> column(Node.Scalar kind) {
        String text = kind.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (text) {
            case "hours" -> Optional.of(new ParameterType.RowHours());
            case "season" -> Optional.of(new ParameterType.RowSeason());
            case "flag" -> Optional.of(new ParameterType.RowFlag());
            case "text" -> Optional.of(new ParameterType.RowText());
            default -> Unit.isKnown(text) ? Optional.of(new ParameterType.RowNumber(Unit.of(text))) : list(kind);
        };
    }

    private Optional<ColumnKind> list(Node.Scalar kind) {
        boolean several = kind.text().endsWith(SEVERAL);
        String name = several ? kind.text().substring(0, kind.text().length() - SEVERAL.length()) : kind.text();
        Optional<ValueType.Names> list = lists.find(name);
        if (list.isEmpty() && lists.isWhole() && !reading.isSpoilt(name)) {
            reading.error(
                    RulesError.UNKNOWN_NAME,
                    kind.place(),
                    Words.quoted(kind.text()) + " is no list of names, no unit, and none of hours, season, flag, text.",
                    Words.maybe(
                            name,
                            Stream.concat(
                                            lists.names().stream(),
                                            Stream.concat(UNITS.stream(), Stream.of("hours", "season", "flag", "text")))
                                    .toList()));
        }
        return list.map(names -> several ? new ParameterType.SomeNames(names) : new ParameterType.OneName(names));
    }
}
