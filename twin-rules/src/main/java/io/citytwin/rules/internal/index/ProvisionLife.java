package io.citytwin.rules.internal.index;

import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Validity;
import io.citytwin.rules.verify.IndexedProvision;
import io.citytwin.rules.verify.IndexedProvision.Change;
import io.citytwin.rules.verify.IndexedProvision.Unread;
import io.citytwin.rules.verify.LawDiffEntry.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What happens to a provision from its first to its last day, with all that was ever published. Immutable. */
final class ProvisionLife {

    private final Provision provision;
    private final SortedMap<String, Parameter> reads;

    /** With the parameters that its rules read, by the name to tell. */
    ProvisionLife(Provision provision, SortedMap<String, Parameter> reads) {
        this.provision = provision;
        this.reads = reads;
    }

    IndexedProvision indexed() {
        SortedMap<LocalDate, SortedSet<String>> turns = turns();
        List<Change> changes = turns.entrySet().stream()
                .map(turn -> new Change(turn.getKey(), List.copyOf(turn.getValue())))
                .toList();
        return new IndexedProvision(provision, changes, unread(turns.keySet()));
    }

    private SortedMap<LocalDate, SortedSet<String>> turns() {
        SortedMap<LocalDate, SortedSet<String>> turns = new TreeMap<>();
        reads.forEach((name, parameter) -> {
            add(
                    turns,
                    name,
                    parameter.values().stream().map(DatedValue::validity).toList());
            parameter.values().stream()
                    .map(DatedValue::value)
                    .filter(LawValue.OfTable.class::isInstance)
                    .flatMap(table -> series(((LawValue.OfTable) table).rows()).stream())
                    .forEach(series -> add(turns, name, series));
        });
        turns.keySet().removeIf(day -> !day.isAfter(provision.since()) || !provision.inForceOn(day));
        return turns;
    }

    private static List<List<Validity>> series(List<LawValue.Row> rows) {
        return rows.stream()
                .filter(row -> row.validity().isPresent())
                .collect(Collectors.groupingBy(
                        LawValue.Row::cells,
                        Collectors.mapping(row -> row.validity().orElseThrow(), Collectors.toList())))
                .values()
                .stream()
                .toList();
    }

    private static void add(SortedMap<LocalDate, SortedSet<String>> turns, String name, List<Validity> series) {
        for (Validity dates : series) {
            if (series.stream().noneMatch(other -> other.movesAway(dates))) {
                turns.computeIfAbsent(dates.from(), none -> new TreeSet<>()).add(name);
                dates.lastDay()
                        .ifPresent(last -> turns.computeIfAbsent(last.plusDays(1), none -> new TreeSet<>())
                                .add(name));
            }
        }
    }

    private List<Unread> unread(Iterable<LocalDate> turns) {
        List<LocalDate> starts = new ArrayList<>(List.of(provision.since()));
        turns.forEach(starts::add);
        List<Unread> found = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            Optional<LocalDate> last =
                    i + 1 < starts.size() ? Optional.of(starts.get(i + 1).minusDays(1)) : provision.lastDay();
            unread(new Period(starts.get(i), last)).ifPresent(next -> append(found, next));
        }
        return found;
    }

    private Optional<Unread> unread(Period days) {
        Map<String, LawValue> values = new TreeMap<>();
        reads.forEach((name, parameter) ->
                parameter.at(days.first(), LocalDate.MAX).ifPresent(value -> values.put(name, value.value())));
        List<String> names = values.entrySet().stream()
                .filter(value -> value.getValue() instanceof LawValue.NotRead)
                .map(Map.Entry::getKey)
                .toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(new Unread(days, names, names.size() == values.size()));
    }

    /** Days that follow upon each other with the same law unread are one span. */
    private static void append(List<Unread> found, Unread next) {
        Unread before = found.isEmpty() ? null : found.get(found.size() - 1);
        boolean goesOn = before != null
                && before.parameters().equals(next.parameters())
                && before.whole() == next.whole()
                && before.days()
                        .last()
                        .map(last -> last.plusDays(1).equals(next.days().first()))
                        .orElse(false);
        if (goesOn && before != null) {
            found.set(
                    found.size() - 1,
                    new Unread(new Period(before.days().first(), next.days().last()), next.parameters(), next.whole()));
        } else {
            found.add(next);
        }
    }
}
