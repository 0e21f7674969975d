package io.citytwin.rules.internal.diff;

import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.verify.LawDiffEntry.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A parameter's values in force in two versions, day by day, with all that was ever published. Immutable. */
final class Timeline {

    private final Optional<Parameter> before;
    private final Optional<Parameter> after;
    private final List<Stretch> stretches;

    Timeline(Optional<Parameter> before, Optional<Parameter> after) {
        this.before = before;
        this.after = after;
        this.stretches = stretches();
    }

    /** Days on which nothing turns in either version. */
    record Stretch(Period days, Optional<DatedValue> before, Optional<DatedValue> after) {

        boolean differs() {
            return !before.map(value -> LawText.key(value.value()))
                    .equals(after.map(value -> LawText.key(value.value())));
        }
    }

    private List<Stretch> stretches() {
        NavigableSet<LocalDate> turns = new TreeSet<>();
        Stream.of(before, after)
                .flatMap(Optional::stream)
                .forEach(parameter -> parameter.values().forEach(value -> {
                    turns.add(value.from());
                    value.lastDay().ifPresent(last -> turns.add(last.plusDays(1)));
                }));
        List<Stretch> found = new ArrayList<>();
        for (LocalDate first : turns) {
            Optional<LocalDate> last = Optional.ofNullable(turns.higher(first)).map(next -> next.minusDays(1));
            found.add(new Stretch(new Period(first, last), at(before, first), at(after, first)));
        }
        return found;
    }

    private static Optional<DatedValue> at(Optional<Parameter> parameter, LocalDate day) {
        return parameter.flatMap(found -> found.at(day, LocalDate.MAX));
    }

    Optional<DatedValue> before(LocalDate day) {
        return at(before, day);
    }

    Optional<DatedValue> after(LocalDate day) {
        return at(after, day);
    }

    /** From the first to the last of those days on which something else holds. */
    Optional<Period> differing(Predicate<Stretch> wanted) {
        List<Period> days = stretches.stream()
                .filter(Stretch::differs)
                .filter(wanted)
                .map(Stretch::days)
                .toList();
        return days.isEmpty()
                ? Optional.empty()
                : Optional.of(new Period(
                        days.get(0).first(), days.get(days.size() - 1).last()));
    }
}
