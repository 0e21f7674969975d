package io.citytwin.rules.parameter;

import io.citytwin.core.model.Unit;
import io.citytwin.core.model.ValueType;
import java.util.List;

/** What kind of value a parameter has. Immutable. */
public sealed interface ParameterType {

    /**
     * A number.
     *
     * @param unit its unit
     */
    @SuppressWarnings("JavaLangClash") // always written ParameterType.Number, as one reads it aloud
    record Number(Unit unit) implements ParameterType {}

    /** Yes or no; the word in files is {@code flag}. */
    record YesNo() implements ParameterType {}

    /** A part of the year; a rule sees whether the moment lies in it. The word in files is {@code season}. */
    record OfSeason() implements ParameterType {}

    /** Days of the week; a rule sees whether the moment lies in them. The word in files is {@code weekdays}. */
    record OfWeekdays() implements ParameterType {}

    /** Hours of days; a rule sees whether the moment lies in them. The word in files is {@code hours}. */
    record OfHours() implements ParameterType {}

    /**
     * A table with declared columns; its rows reach rules as facts.
     *
     * @param columns in declared order
     */
    record Table(List<Column> columns) implements ParameterType {

        /** Copies the columns. */
        public Table {
            columns = List.copyOf(columns);
        }
    }

    /**
     * A column of a table.
     *
     * @param name what rules call it
     * @param kind what its cells hold
     */
    record Column(String name, ColumnKind kind) {}

    /** What the cells of a column hold. */
    sealed interface ColumnKind {}

    /**
     * One name of a list, such as a level's state.
     *
     * @param of the list
     */
    record OneName(ValueType.Names of) implements ColumnKind {}

    /**
     * Several names of a list, written with blanks between them, or a range {@code a-b} of an ordered list. Rules ask
     * with {@code in}.
     *
     * @param of the list
     */
    record SomeNames(ValueType.Names of) implements ColumnKind {}

    /** Hours; a row matches only within them. */
    record RowHours() implements ColumnKind {}

    /** A part of the year; a rule sees whether the moment lies in it. */
    record RowSeason() implements ColumnKind {}

    /**
     * A number.
     *
     * @param unit its unit
     */
    record RowNumber(Unit unit) implements ColumnKind {}

    /** Yes or no. */
    record RowFlag() implements ColumnKind {}

    /** Words that rules cannot compare, only explanations show. */
    record RowText() implements ColumnKind {}
}
