package io.citytwin.rules.internal.mutate;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.model.ValueType;
import io.citytwin.core.time.HourWindow;
import io.citytwin.core.time.Season;
import io.citytwin.core.time.Weekdays;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The values next to a value, as files write them; none for a text that is no such value. Safe for use by many threads. */
final class Neighbours {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final int LEAP_YEAR = 2024;

    private Neighbours() {}

    /** One unit of the last place to both sides, and half of the number. */
    static List<Change> number(String text) {
        if (!text.matches("-?\\d{1,18}(\\.\\d{1,12})?")) {
            return List.of();
        }
        BigDecimal number = new BigDecimal(text);
        BigDecimal unit = number.ulp();
        BigDecimal half =
                number.abs().divide(TWO, number.scale(), RoundingMode.DOWN).max(unit.multiply(TWO));
        return Stream.of(unit.negate(), unit, half.negate(), half)
                .map(step -> number.add(step).toPlainString())
                .map(now -> new Change(now, "no case tells " + quoted(text) + " from " + quoted(now)))
                .toList();
    }

    /** The day before and the day after. */
    static List<Change> firstDay(String text) {
        return day(text, 0);
    }

    /** The day before and the day after. */
    static List<Change> lastDay(String text) {
        return day(text, 1);
    }

    private static List<Change> day(String text, int last) {
        LocalDate day;
        try {
            day = LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            return List.of();
        }
        return List.of(
                new Change(day.minusDays(1).toString(), "no case asks on " + day.minusDays(1 - last)),
                new Change(day.plusDays(1).toString(), "no case asks on " + day.plusDays(last)));
    }

    static List<Change> flag(String text) {
        return switch (text) {
            case "true" -> List.of(new Change("false", "no case needs it"));
            case "false" -> List.of(new Change("true", "no case needs it"));
            default -> List.of();
        };
    }

    /** Both ends, a day to both sides. */
    static List<Change> season(String text) {
        return reading(() -> Season.parse(text), season -> {
            MonthDay first = season.first();
            MonthDay last = season.last();
            return List.of(
                    season(plus(first, -1), last, plus(first, -1)),
                    season(plus(first, 1), last, first),
                    season(first, plus(last, -1), last),
                    season(first, plus(last, 1), plus(last, 1)));
        });
    }

    private static Change season(MonthDay first, MonthDay last, MonthDay other) {
        return new Change(new Season(first, last).toString(), "no case asks on " + written(other));
    }

    private static MonthDay plus(MonthDay day, int days) {
        return MonthDay.from(day.atYear(LEAP_YEAR).plusDays(days));
    }

    private static String written(MonthDay day) {
        return day.toString().substring(2);
    }

    /** The day of every year on which something starts. */
    static List<Change> yearly(String text) {
        if (!text.matches("\\d{2}-\\d{2}")) {
            return List.of();
        }
        return season(text + ".." + text).stream()
                .limit(2)
                .map(change -> new Change(change.now().substring(0, text.length()), change.lacks()))
                .toList();
    }

    /** Each day of the week taken away, or added. */
    static List<Change> weekdays(String text) {
        return reading(
                () -> Weekdays.parse(text),
                days -> Stream.of(DayOfWeek.values())
                        .flatMap(day -> toggled(days, day).stream())
                        .toList());
    }

    private static List<Change> toggled(Weekdays days, DayOfWeek day) {
        Set<DayOfWeek> other = EnumSet.copyOf(days.days());
        boolean removed = other.remove(day);
        if (!removed) {
            other.add(day);
        }
        String name = new Weekdays(EnumSet.of(day)).toString();
        return other.isEmpty()
                ? List.of()
                : List.of(new Change(new Weekdays(other).toString(), "no case asks on a " + name));
    }

    /** Both ends, a minute to both sides; the days; and whether holidays count. */
    static List<Change> hours(String text) {
        return reading(() -> HourWindow.parse(text), window -> {
            List<Change> changes = new ArrayList<>();
            for (int minutes : new int[] {-1, 1}) {
                LocalTime from = window.from().plusMinutes(minutes);
                changes.add(hours(window, from, window.to(), span(window.from(), from)));
                LocalTime to = window.to().plusMinutes(minutes);
                if (!to.equals(LocalTime.MIDNIGHT.plusMinutes(1))) {
                    changes.add(hours(window, window.from(), to, span(window.to(), to)));
                }
            }
            weekdays(window.days().toString()).stream()
                    .map(days -> new Change(
                            new HourWindow(
                                            Weekdays.parse(days.now()),
                                            window.from(),
                                            window.to(),
                                            window.exceptHolidays())
                                    .toString(),
                            days.lacks()))
                    .forEach(changes::add);
            changes.add(new Change(
                    new HourWindow(window.days(), window.from(), window.to(), !window.exceptHolidays()).toString(),
                    "no case asks on a holiday"));
            return changes;
        });
    }

    private static Change hours(HourWindow window, LocalTime from, LocalTime to, String lacks) {
        return new Change(new HourWindow(window.days(), from, to, window.exceptHolidays()).toString(), lacks);
    }

    private static String span(LocalTime one, LocalTime other) {
        boolean later = other.equals(one.plusMinutes(1));
        return "no case asks from " + (later ? one : other) + " to " + (later ? other : one);
    }

    /** The minute before and the minute after. */
    static List<Change> time(String text) {
        if (!text.matches("([01]\\d|2[0-3]):[0-5]\\d")) {
            return List.of();
        }
        LocalTime time = LocalTime.parse(text);
        return Stream.of(-1, 1)
                .map(time::plusMinutes)
                .map(now -> new Change(now.toString(), span(time, now)))
                .toList();
    }

    /** The names before and after it in its list. */
    static List<Change> name(ValueType.Names of, String text) {
        int position = of.names().indexOf(text);
        return position < 0
                ? List.of()
                : Stream.of(position - 1, position + 1)
                        .filter(next -> next >= 0 && next < of.names().size())
                        .map(of.names()::get)
                        .map(now -> new Change(now, "no case tells " + quoted(text) + " from " + quoted(now)))
                        .toList();
    }

    /** Any other word of a few. */
    static List<Change> word(List<String> words, String text) {
        return words.contains(text)
                ? words.stream()
                        .filter(word -> !word.equals(text))
                        .map(word -> new Change(word, "no case tells " + quoted(text) + " from " + quoted(word)))
                        .toList()
                : List.of();
    }

    /** One name less, or one more next to those of the cell; of an ordered list, at the ends of its stretches. */
    static List<Change> names(ValueType.Names of, BitSet covered) {
        List<Change> changes = new ArrayList<>();
        for (int position = 0; position < of.names().size(); position++) {
            boolean inside = covered.get(position);
            boolean beforeToo = position > 0 && covered.get(position - 1) == inside;
            boolean afterToo = position + 1 < of.names().size() && covered.get(position + 1) == inside;
            boolean end = !(beforeToo || position == 0)
                    || !(afterToo || position + 1 == of.names().size());
            BitSet other = (BitSet) covered.clone();
            other.flip(position);
            if ((end || (inside && !of.ordered()))
                    && !other.isEmpty()
                    && !covers(of, other).equals(covered)) {
                String name = of.names().get(position);
                changes.add(new Change(spelt(of, other), "no case has " + quoted(name) + " here"));
            }
        }
        return changes;
    }

    /** A name of an ordered list covers those after it that begin with it, and cannot be written without them. */
    private static BitSet covers(ValueType.Names of, BitSet names) {
        BitSet covered = (BitSet) names.clone();
        for (int position = 1; of.ordered() && position < of.names().size(); position++) {
            String name = of.names().get(position);
            boolean drawn = names.stream()
                    .mapToObj(of.names()::get)
                    .anyMatch(before -> name.startsWith(before)
                            && of.names().indexOf(before) < of.names().indexOf(name));
            if (drawn) {
                covered.set(position);
            }
        }
        return covered;
    }

    private static String spelt(ValueType.Names of, BitSet names) {
        return names.stream().mapToObj(of.names()::get).collect(Collectors.joining(" "));
    }

    static String quoted(String text) {
        return "`" + text.replaceAll("[\\p{Cntrl}`]+", " ").strip() + "`";
    }

    private interface From<T> {
        List<Change> changes(T value);
    }

    private static <T> List<Change> reading(Supplier<T> reader, From<T> from) {
        try {
            return from.changes(reader.get());
        } catch (CityTwinException noSuchValue) {
            return List.of();
        }
    }
}
