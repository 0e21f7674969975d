package io.citytwin.rules.internal.check;

import io.citytwin.rules.internal.grammar.FactType;
import io.citytwin.rules.internal.grammar.FactType.Origin;
import io.citytwin.rules.internal.grammar.Reads;
import io.citytwin.rules.internal.grammar.Rule;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.regulation.Validity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A day, and the day until which law is seen: for all days and views of law that look the same to some rules, the first.
 * Immutable.
 *
 * @param day in force
 * @param published what was published later is not seen
 */
record LawSlice(LocalDate day, LocalDate published) {

    private static final int MOST = 5_000;

    /** A parameter that rules read, or a table that they match. */
    record Read(Regulation regulation, Parameter parameter) {}

    /** What the law of a moment shows of a parameter. */
    private record Shown(Optional<DatedValue> value, List<LawValue.Row> rows) {}

    Optional<DatedValue> value(Parameter parameter) {
        return parameter.at(day, published);
    }

    List<LawValue.Row> rows(LawValue.OfTable table) {
        return table.rowsAt(day, published);
    }

    /**
     * All slices in which the provisions of some rules are in force, one for each way in which the law that the rules read
     * can look, whenever it was published; empty if they are too many to try.
     */
    static Optional<List<LawSlice>> of(Checked folder, List<Rule> rules) {
        List<Read> reads = reads(folder, rules);
        SortedSet<LocalDate> published = new TreeSet<>();
        reads.stream()
                .flatMap(read -> validities(read.parameter()))
                .forEach(validity -> published.add(validity.publishedBy()));
        published.add(LocalDate.MAX);
        SortedSet<LocalDate> days = days(folder, rules, reads);
        return (long) days.size() * published.size() > MOST
                ? Optional.empty()
                : Optional.of(distinct(reads, days, published));
    }

    /** The slices that whoever knows all law that was ever published sees. */
    static List<LawSlice> today(Checked folder, Rule rule) {
        List<Read> reads = reads(folder, List.of(rule));
        return distinct(reads, days(folder, List.of(rule), reads), new TreeSet<>(List.of(LocalDate.MAX)));
    }

    private static List<Read> reads(Checked folder, List<Rule> rules) {
        return rules.stream().flatMap(rule -> reads(folder, rule)).distinct().toList();
    }

    /** The days on which something can change, while all provisions are in force. */
    private static SortedSet<LocalDate> days(Checked folder, List<Rule> rules, List<Read> reads) {
        SortedSet<LocalDate> days = new TreeSet<>();
        reads.stream().flatMap(read -> validities(read.parameter())).forEach(validity -> {
            days.add(validity.from());
            validity.lastDay().ifPresent(last -> days.add(last.plusDays(1)));
        });
        List<Provision> provisions = rules.stream().map(folder::provision).toList();
        provisions.forEach(provision -> days.add(provision.since()));
        days.removeIf(day -> !provisions.stream().allMatch(provision -> provision.inForceOn(day)));
        return days;
    }

    private static List<LawSlice> distinct(
            List<Read> reads, SortedSet<LocalDate> days, SortedSet<LocalDate> published) {
        Map<List<Shown>, LawSlice> slices = new LinkedHashMap<>();
        for (LocalDate day : days) {
            for (LocalDate seen : published) {
                LawSlice slice = new LawSlice(day, seen);
                slices.putIfAbsent(
                        reads.stream()
                                .map(read -> slice.shown(read.parameter()))
                                .toList(),
                        slice);
            }
        }
        return new ArrayList<>(slices.values());
    }

    private Shown shown(Parameter parameter) {
        Optional<DatedValue> value = value(parameter);
        return new Shown(
                value,
                value.map(DatedValue::value)
                        .filter(LawValue.OfTable.class::isInstance)
                        .map(table -> rows((LawValue.OfTable) table))
                        .orElse(List.of()));
    }

    /** The parameters that a rule reads and the tables that it matches. */
    static Stream<Read> reads(Checked folder, Rule rule) {
        Map<String, SortedSet<Integer>> slots = Reads.of(rule);
        return rule.conditions().stream().map(Rule.Condition::type).distinct().flatMap(type -> switch (type.origin()) {
            case LAW ->
                slots.getOrDefault(type.name(), new TreeSet<>()).stream()
                        .flatMap(slot -> lawParameter(folder, type, slot).stream());
            case TABLE ->
                folder.regulation().parameters().find(type.name()).stream()
                        .map(table -> new Read(folder.regulation(), table));
            case ASSET -> Stream.empty();
        });
    }

    private static Optional<Read> lawParameter(Checked folder, FactType type, int slot) {
        Regulation regulation = folder.lawOf(type);
        return regulation
                .parameters()
                .find(type.slots().get(slot).name())
                .map(parameter -> new Read(regulation, parameter));
    }

    private static Stream<Validity> validities(Parameter parameter) {
        return parameter.values().stream()
                .flatMap(value -> Stream.concat(
                        Stream.of(value.validity()),
                        value.value() instanceof LawValue.OfTable table
                                ? table.rows().stream().flatMap(row -> row.validity().stream())
                                : Stream.empty()));
    }

    /** Whether all parameters that a rule reads have a value; without one, the engine switches the rule off. */
    boolean switchesOn(Checked folder, Rule rule) {
        return rule.conditions().stream()
                .map(Rule.Condition::type)
                .filter(type -> type.origin() == Origin.LAW)
                .distinct()
                .flatMap(type -> Optional.ofNullable(Reads.of(rule).get(type.name())).stream()
                        .flatMap(Collection::stream)
                        .flatMap(slot -> lawParameter(folder, type, slot).stream()))
                .allMatch(read -> value(read.parameter()).isPresent());
    }
}
