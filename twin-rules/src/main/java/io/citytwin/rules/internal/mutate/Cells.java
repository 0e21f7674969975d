package io.citytwin.rules.internal.mutate;

import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.parameter.ParameterType;
import io.citytwin.rules.parameter.ParameterType.Column;
import java.util.List;

/** The values next to those of parameters and of cells, by their kind. Safe for use by many threads. */
final class Cells {

    private Cells() {}

    /** Of a parameter's value. */
    static List<Change> of(ParameterType type, String text) {
        if (type instanceof ParameterType.Number) {
            return Neighbours.number(text);
        } else if (type instanceof ParameterType.YesNo) {
            return Neighbours.flag(text);
        } else if (type instanceof ParameterType.OfSeason) {
            return Neighbours.season(text);
        } else if (type instanceof ParameterType.OfWeekdays) {
            return Neighbours.weekdays(text);
        }
        return type instanceof ParameterType.OfHours ? Neighbours.hours(text) : List.of();
    }

    /** Of a cell in a table. */
    static List<Change> of(Column column, LawValue.Row row, String text) {
        if (column.kind() instanceof ParameterType.OneName one) {
            return Neighbours.name(one.of(), text);
        } else if (column.kind() instanceof ParameterType.SomeNames some
                && row.cells().get(column.name()) instanceof LawValue.NamesCell cell) {
            return Neighbours.names(some.of(), cell.ordinals());
        } else if (column.kind() instanceof ParameterType.RowNumber) {
            return Neighbours.number(text);
        } else if (column.kind() instanceof ParameterType.RowFlag) {
            return Neighbours.flag(text);
        } else if (column.kind() instanceof ParameterType.RowSeason) {
            return Neighbours.season(text);
        }
        return column.kind() instanceof ParameterType.RowHours ? Neighbours.hours(text) : List.of();
    }
}
