package io.citytwin.examples.benchmark.law;

import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.regulation.Regulation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

/**
 * What one folder says at a moment, as plain numbers and flags: of seasons and hours, whether the moment lies in them.
 * Immutable.
 */
public final class LawSheet {

    private final Regulation regulation;
    private final Instant moment;
    private final CivilCalendar calendar;
    private final LocalDate day;
    private final SortedMap<String, DatedValue> inForce;

    LawSheet(Regulation regulation, Instant moment, CivilCalendar calendar) {
        this.regulation = regulation;
        this.moment = moment;
        this.calendar = calendar;
        this.day = calendar.dateOf(moment);
        this.inForce = regulation.parameters().at(day, LocalDate.MAX);
    }

    /** Whether a provision is in force. */
    public boolean holds(String provision) {
        return Objects.requireNonNull(regulation.provisions().get(provision)).inForceOn(day);
    }

    /** Whether a parameter or table is in force and was read. */
    public boolean knows(String parameter) {
        DatedValue dated = inForce.get(parameter);
        return dated != null && !(dated.value() instanceof LawValue.NotRead);
    }

    /** Whether a parameter is a number, and no flag. */
    public boolean isNumber(String parameter) {
        return knows(parameter) && value(parameter) instanceof LawValue.OfNumber;
    }

    private LawValue value(String parameter) {
        return Objects.requireNonNull(inForce.get(parameter), parameter).value();
    }

    /** A number, in its own unit. */
    public double number(String parameter) {
        return ((LawValue.OfNumber) value(parameter)).quantity().amount().doubleValue();
    }

    /** Whether a number is in per cent. */
    public boolean isPercent(String parameter) {
        return value(parameter) instanceof LawValue.OfNumber number
                && number.quantity().unit().symbol().equals("%");
    }

    /** A flag, or whether the moment lies in a season, in hours or on certain days; no if it was not read. */
    public boolean flag(String parameter) {
        if (!knows(parameter)) {
            return false;
        }
        LawValue value = value(parameter);
        if (value instanceof LawValue.OfFlag flag) {
            return flag.on();
        } else if (value instanceof LawValue.OfSeason season) {
            return season.season().contains(day);
        } else if (value instanceof LawValue.OfWeekdays weekdays) {
            return weekdays.weekdays().contains(day);
        }
        return ((LawValue.OfHours) value).hours().contains(moment, calendar);
    }

    /** The rows of a table that are in force; none if it was not read. */
    public List<Row> rows(String table) {
        return knows(table) && value(table) instanceof LawValue.OfTable found
                ? found.rowsAt(day, LocalDate.MAX).stream().map(Row::new).toList()
                : List.of();
    }

    /** A row of a table. */
    public final class Row {

        private final LawValue.Row row;

        private Row(LawValue.Row row) {
            this.row = row;
        }

        private LawValue.Cell cell(String column) {
            return Objects.requireNonNull(row.cells().get(column), column);
        }

        /** The places of names in their list; of one name, its place alone. */
        public BitSet names(String column) {
            LawValue.Cell cell = cell(column);
            if (cell instanceof LawValue.NamesCell some) {
                return some.ordinals();
            }
            BitSet one = new BitSet();
            one.set(((LawValue.NameCell) cell).ordinal());
            return one;
        }

        /** The place of a name in its list. */
        public int name(String column) {
            return ((LawValue.NameCell) cell(column)).ordinal();
        }

        /** A number, in its column's unit. */
        public double number(String column) {
            return ((LawValue.NumberCell) cell(column)).quantity().amount().doubleValue();
        }

        /** A flag, or whether the moment lies in a season or in hours. */
        public boolean flag(String column) {
            LawValue.Cell cell = cell(column);
            if (cell instanceof LawValue.FlagCell flag) {
                return flag.on();
            } else if (cell instanceof LawValue.SeasonCell season) {
                return season.season().contains(day);
            }
            return ((LawValue.HoursCell) cell).hours().contains(moment, calendar);
        }
    }
}
