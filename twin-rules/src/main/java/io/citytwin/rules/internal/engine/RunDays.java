package io.citytwin.rules.internal.engine;

import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.internal.grammar.Reads;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Validity;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which days of a run rules look at: on a day in force they see days before it, so that the last day of a provision sees
 * no later limit, nor that of its own day. Immutable.
 *
 * @param law whose rules look at runs
 */
record RunDays(Law law) {

    /** A value with its dates, wherever it stands. */
    record Dated(LawValue value, Validity validity) {

        boolean isButForItsLastDay(Dated other) {
            return value.equals(other.value)
                    && validity.from().equals(other.validity.from())
                    && validity.published().equals(other.validity.published());
        }
    }

    /** Whether some rule looks at a day for which the limit is another one. */
    boolean maySee(StateSpec.Run run, List<Dated> limits, List<Dated> others) {
        return !limits.equals(others) && (limits.size() != others.size() || maySee(run, firstOther(limits, others)));
    }

    /** The first day on which two lists of as many values can differ. */
    private static LocalDate firstOther(List<Dated> limits, List<Dated> others) {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (int at = 0; at < limits.size(); at++) {
            Dated one = limits.get(at);
            Dated other = others.get(at);
            if (one.isButForItsLastDay(other)) {
                days.add(earlier(one.validity().lastDay(), other.validity().lastDay()));
            } else {
                days.add(one.validity().from());
                days.add(other.validity().from());
            }
        }
        return days.first();
    }

    /** The day after the earlier of two last days, or the last of all if there is none. */
    private static LocalDate earlier(Optional<LocalDate> one, Optional<LocalDate> other) {
        LocalDate last = one.orElse(LocalDate.MAX);
        LocalDate another = other.orElse(LocalDate.MAX);
        LocalDate earlier = last.isBefore(another) ? last : another;
        return earlier.equals(LocalDate.MAX) ? earlier : earlier.plusDays(1);
    }

    private boolean maySee(StateSpec.Run run, LocalDate from) {
        return law.groups()
                .anyMatch(group -> group.rules().stream()
                        .filter(rule -> reads(rule, run))
                        .anyMatch(rule -> Optional.ofNullable(
                                        group.regulation().provisions().get(rule.provision()))
                                .flatMap(Provision::lastDay)
                                .map(from::isBefore)
                                .orElse(true)));
    }

    private static boolean reads(Rule rule, StateSpec.Run run) {
        SortedSet<Integer> slots = Reads.of(rule).getOrDefault(run.of(), new TreeSet<>());
        return rule.conditions().stream()
                .map(Rule.Condition::type)
                .filter(type -> type.name().equals(run.of()))
                .map(FactType::slots)
                .anyMatch(all ->
                        slots.stream().anyMatch(slot -> all.get(slot).name().equals(run.name())));
    }
}
