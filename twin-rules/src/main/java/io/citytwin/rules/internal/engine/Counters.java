package io.citytwin.rules.internal.engine;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import io.citytwin.core.model.Twin;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What settled passages used up: for each counter, period and holder the days of the passages. A period is forgotten a
 * day after its last, so that a passage of the last evening still counts when it arrives after midnight; nothing tells
 * from then on who passed. For one thread at a time.
 */
final class Counters {

    private final Map<Sheet, Map<String, Multiset<LocalDate>>> used = new HashMap<>();
    private LocalDate today = LocalDate.MIN;

    /** One period of one counter. */
    private record Sheet(String regulation, String counter, LocalDate first, LocalDate next) {

        static Sheet of(Regulation regulation, StateSpec.Counter counter, LocalDate day) {
            String id = regulation.id();
            String name = counter.name();
            return counter.period()
                    .starts()
                    .map(starts -> {
                        LocalDate first = firstDay(counter, day);
                        return new Sheet(id, name, first, starts.atYear(first.getYear() + 1));
                    })
                    .orElseGet(() -> new Sheet(id, name, day, day.plusDays(1)));
        }

        boolean forgottenOn(LocalDate today) {
            return today.isAfter(next);
        }
    }

    /** The first day of the period in which a day lies. */
    static LocalDate firstDay(StateSpec.Counter counter, LocalDate day) {
        return counter.period()
                .starts()
                .map(starts -> {
                    LocalDate thisYear = starts.atYear(day.getYear());
                    return day.isBefore(thisYear) ? starts.atYear(day.getYear() - 1) : thisYear;
                })
                .orElse(day);
    }

    /** Time goes on: periods that ended before yesterday are forgotten. */
    void advanceTo(LocalDate day) {
        if (!day.equals(today)) {
            today = day;
            used.keySet().removeIf(sheet -> sheet.forgottenOn(day));
        }
    }

    /** Another law takes over: what counters that do not go on have counted is forgotten. */
    void pass(Succession to) {
        used.keySet().removeIf(sheet -> !to.goesOn(sheet.regulation(), sheet.counter()));
    }

    /** The count with a passage on that day; empty for somebody who is not known, and for a forgotten period. */
    OptionalInt with(Regulation regulation, StateSpec.Counter counter, Twin twin, LocalDate day) {
        Sheet sheet = Sheet.of(regulation, counter, day);
        Optional<String> key = key(counter, twin);
        if (key.isEmpty() || sheet.forgottenOn(today)) {
            return OptionalInt.empty();
        }
        Multiset<LocalDate> days = used.getOrDefault(sheet, Map.of()).get(key.get());
        return OptionalInt.of(days == null ? 1 : count(counter, days) + (isNew(counter, days, day) ? 1 : 0));
    }

    private static boolean isNew(StateSpec.Counter counter, Multiset<LocalDate> days, LocalDate day) {
        return counter.counts() == StateSpec.Counts.PASSAGES || !days.contains(day);
    }

    private static int count(StateSpec.Counter counter, Multiset<LocalDate> days) {
        return counter.counts() == StateSpec.Counts.PASSAGES
                ? days.size()
                : days.elementSet().size();
    }

    /** Counts a passage; answers the count after it, as {@link #with} did before. */
    OptionalInt spend(Regulation regulation, StateSpec.Counter counter, Twin twin, LocalDate day) {
        OptionalInt count = with(regulation, counter, twin, day);
        if (count.isPresent()) {
            used.computeIfAbsent(Sheet.of(regulation, counter, day), sheet -> new HashMap<>())
                    .computeIfAbsent(key(counter, twin).orElseThrow(), key -> HashMultiset.create())
                    .add(day);
        }
        return count;
    }

    /** What was spent, sorted. */
    List<EngineState.Sheet> state() {
        return used.entrySet().stream()
                .map(sheet -> new EngineState.Sheet(
                        sheet.getKey().regulation(),
                        sheet.getKey().counter(),
                        sheet.getKey().first(),
                        sheet.getKey().next(),
                        spent(sheet.getValue())))
                .sorted(Comparator.comparing(EngineState.Sheet::regulation)
                        .thenComparing(EngineState.Sheet::counter)
                        .thenComparing(EngineState.Sheet::first))
                .toList();
    }

    private static SortedMap<String, List<EngineState.Days>> spent(Map<String, Multiset<LocalDate>> byHolder) {
        SortedMap<String, List<EngineState.Days>> spent = new TreeMap<>();
        byHolder.forEach((holder, days) -> spent.put(
                holder,
                days.elementSet().stream()
                        .sorted()
                        .map(day -> new EngineState.Days(day, days.count(day)))
                        .toList()));
        return spent;
    }

    /** Takes up what was spent before. */
    void restore(List<EngineState.Sheet> kept, LocalDate day) {
        today = day;
        for (EngineState.Sheet sheet : kept) {
            Map<String, Multiset<LocalDate>> byHolder = used.computeIfAbsent(
                    new Sheet(sheet.regulation(), sheet.counter(), sheet.first(), sheet.next()),
                    key -> new HashMap<>());
            sheet.spent().forEach((holder, days) -> {
                Multiset<LocalDate> all = byHolder.computeIfAbsent(holder, key -> HashMultiset.create());
                days.forEach(some -> all.add(some.day(), some.count()));
            });
        }
    }

    /** Who is counted together. */
    private static Optional<String> key(StateSpec.Counter counter, Twin twin) {
        return counter.per()
                .map(per -> twin.value(per).map(Object::toString))
                .orElseGet(() -> Optional.of(twin.id().toString()));
    }
}
