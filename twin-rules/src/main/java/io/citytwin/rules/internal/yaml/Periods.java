package io.citytwin.rules.internal.yaml;

import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.regulation.Validity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks for days with two values, days with none, and moves that lead nowhere. Safe for use by many threads. */
final class Periods {

    private Periods() {}

    static void checkOrder(FolderReading reading, LocalDate from, LocalDate lastDay, Node.Mapping mapping) {
        if (lastDay.isBefore(from)) {
            Place place = mapping.scalar("last_day").map(Node.Scalar::place).orElse(mapping.place());
            reading.error(
                    RulesError.DATE,
                    place,
                    "`" + lastDay + "` is before the first day `" + from + "`.",
                    "Maybe the two are swapped.");
        }
    }

    /** Checks all values of one parameter, or all rows with the same cells, against each other. */
    static void check(FolderReading reading, String subject, List<Read> values) {
        values.forEach(value -> checkMove(reading, subject, value, values));
        List<Read> standing = new ArrayList<>(values.stream()
                .filter(value ->
                        values.stream().noneMatch(other -> other.validity().movesAway(value.validity())))
                .toList());
        checkTwins(reading, subject, standing);
        standing.sort(Comparator.comparing(read -> read.validity().from()));
        for (int i = 0; i < standing.size(); i++) {
            Read value = standing.get(i);
            Optional<LocalDate> lastDay = value.validity().lastDay();
            Optional<Read> next = standing.stream()
                    .filter(other ->
                            other.validity().from().isAfter(value.validity().from()))
                    .findFirst();
            if (lastDay.isPresent() && next.isPresent()) {
                checkNext(reading, subject, value, next.get());
            }
        }
    }

    /** Two values from the same day, published on the same day. */
    private static void checkTwins(FolderReading reading, String subject, List<Read> values) {
        for (int i = 1; i < values.size(); i++) {
            Validity later = values.get(i).validity();
            boolean twin = values.subList(0, i).stream()
                    .map(Read::validity)
                    .anyMatch(value -> value.from().equals(later.from())
                            && value.publishedBy().equals(later.publishedBy()));
            if (twin) {
                reading.error(
                        RulesError.OVERLAP,
                        values.get(i).fromPlace(),
                        subject + " has two values from `" + later.from() + "`.",
                        "Maybe say which was `published` later, or remove one.");
            }
        }
    }

    private static void checkNext(FolderReading reading, String subject, Read value, Read next) {
        LocalDate lastDay = value.validity().lastDay().orElseThrow();
        LocalDate from = next.validity().from();
        if (!from.isAfter(lastDay)) {
            reading.error(
                    RulesError.OVERLAP,
                    next.fromPlace(),
                    subject + " has two values from `" + from + "` to `" + lastDay + "`.",
                    "Maybe the value before ends on `" + from.minusDays(1)
                            + "`; or this one moves it, then add `moves: "
                            + value.validity().from() + "`.");
        } else if (from.isAfter(lastDay.plusDays(1))) {
            reading.report(new Problem(
                    RulesError.GAP,
                    Problem.Severity.WARNING,
                    next.fromPlace(),
                    subject + " has no value from `" + lastDay.plusDays(1) + "` to `" + from.minusDays(1) + "`.",
                    "Maybe the value before lasts longer; if there was no such law, all is well."));
        }
    }

    private static void checkMove(FolderReading reading, String subject, Read mover, List<Read> values) {
        Optional<LocalDate> moves = mover.validity().moves();
        if (moves.isEmpty()) {
            return;
        }
        List<String> days = values.stream()
                .map(value -> value.validity().from().toString())
                .filter(day -> !day.equals(mover.validity().from().toString()))
                .distinct()
                .toList();
        if (!days.contains(moves.get().toString())) {
            reading.error(
                    RulesError.UNKNOWN_NAME,
                    mover.movesPlace(),
                    subject + " has no other value from `" + moves.get() + "` that could move.",
                    days.isEmpty()
                            ? "Maybe what it moves is written otherwise: all but the dates must be the same."
                            : Words.maybe(moves.get().toString(), days));
        }
    }

    /**
     * What a value or a row says, with the places of its dates.
     *
     * @param validity as read
     * @param fromPlace of its first day
     * @param movesPlace of the day it moves
     */
    record Read(Validity validity, Place fromPlace, Place movesPlace) {}
}
