package io.citytwin.rules.parameter;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.time.HourWindow;
import io.citytwin.core.time.Season;
import io.citytwin.core.time.Weekdays;
import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.regulation.Validity;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A value that law gives to a parameter. Immutable. */
public sealed interface LawValue {

    /**
     * A number.
     *
     * @param quantity with its unit
     */
    record OfNumber(Quantity quantity) implements LawValue {
        @Override
        public String toString() {
            return quantity.toString();
        }
    }

    /**
     * Yes or no.
     *
     * @param on true for yes
     */
    record OfFlag(boolean on) implements LawValue {
        @Override
        public String toString() {
            return Boolean.toString(on);
        }
    }

    /**
     * A part of the year.
     *
     * @param season inclusive month-days
     */
    record OfSeason(Season season) implements LawValue {
        @Override
        public String toString() {
            return season.toString();
        }
    }

    /**
     * Days of the week.
     *
     * @param weekdays the days
     */
    record OfWeekdays(Weekdays weekdays) implements LawValue {
        @Override
        public String toString() {
            return weekdays.toString();
        }
    }

    /**
     * Hours of days.
     *
     * @param hours half-open
     */
    record OfHours(HourWindow hours) implements LawValue {
        @Override
        public String toString() {
            return hours.toString();
        }
    }

    /**
     * A table.
     *
     * @param file its name inside the folder
     * @param rows in file order; all have dates of their own, or none has
     */
    record OfTable(String file, List<Row> rows) implements LawValue {

        /** Copies the rows. */
        public OfTable {
            rows = List.copyOf(rows);
        }

        /**
         * The rows in force on a day, as the law stood published by another day. Rows with the same cells follow upon
         * each other like the values of a parameter; rows without dates hold as long as their table.
         *
         * @param inForce the day asked about
         * @param published what was published later is not seen
         * @return in file order
         */
        public List<Row> rowsAt(LocalDate inForce, LocalDate published) {
            if (rows.stream().noneMatch(row -> row.validity().isPresent())) {
                return rows;
            }
            return rows.stream().collect(Collectors.groupingBy(Row::cells)).values().stream()
                    .flatMap(series -> Validity.inForce(series, Row::dates, inForce, published).stream())
                    .sorted(Comparator.comparing(Row::place))
                    .toList();
        }

        @Override
        public String toString() {
            return file;
        }
    }

    /** The law exists, but was not read: not the same as no law. */
    record NotRead() implements LawValue {
        @Override
        public String toString() {
            return "unknown";
        }
    }

    /**
     * A row of a table.
     *
     * @param cells column name to cell
     * @param texts column name to the cell as the file writes it
     * @param validity the row's own dates and source; empty if it holds as long as its table
     * @param place of the row
     */
    record Row(
            SortedMap<String, Cell> cells, SortedMap<String, String> texts, Optional<Validity> validity, Place place) {

        /** Copies the maps. */
        public Row {
            cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
            texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        }

        private Validity dates() {
            return validity.orElseThrow();
        }
    }

    /** A cell of a row. */
    sealed interface Cell {}

    /**
     * The position of one name in its list.
     *
     * @param ordinal 0-based
     */
    record NameCell(int ordinal) implements Cell {}

    /**
     * The positions of several names in their list.
     *
     * @param ordinals 0-based; never changed after construction
     */
    record NamesCell(BitSet ordinals) implements Cell {}

    /**
     * Hours of the row.
     *
     * @param hours half-open
     */
    record HoursCell(HourWindow hours) implements Cell {}

    /**
     * A part of the year.
     *
     * @param season inclusive month-days
     */
    record SeasonCell(Season season) implements Cell {}

    /**
     * A number.
     *
     * @param quantity with its unit
     */
    record NumberCell(Quantity quantity) implements Cell {}

    /**
     * Yes or no.
     *
     * @param on true for yes
     */
    record FlagCell(boolean on) implements Cell {}

    /**
     * Words.
     *
     * @param text as in the file
     */
    record TextCell(String text) implements Cell {}
}
