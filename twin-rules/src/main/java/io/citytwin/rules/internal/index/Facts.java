package io.citytwin.rules.internal.index;

import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.parameter.ParameterType;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Confidence;
import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.regulation.Provision;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.regulation.Sureness;
import io.citytwin.rules.regulation.Validity;
import io.citytwin.rules.verify.IndexedFact;
import io.citytwin.rules.verify.IndexedFact.Kind;
import io.citytwin.rules.verify.LawDiffEntry.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The facts of one regulation, each once however many values name the table in which it stands. For one thread at a time. */
final class Facts {

    /** By place, so that files keep their order. */
    private final SortedMap<Place, IndexedFact> all = new TreeMap<>();

    private final List<IndexedFact> planned = new ArrayList<>();
    private final LocalDate at;

    private Facts(LocalDate at) {
        this.at = at;
    }

    static Facts of(Regulation regulation, LocalDate at) {
        Facts facts = new Facts(at);
        regulation.provisions().values().forEach(facts::add);
        regulation.parameters().byName().values().forEach(facts::add);
        regulation.state().levels().values().forEach(facts::add);
        return facts;
    }

    List<IndexedFact> all() {
        return List.copyOf(all.values());
    }

    /** By first day. */
    List<IndexedFact> planned() {
        return planned.stream()
                .sorted(Comparator.comparing(
                                (IndexedFact fact) -> fact.days().orElseThrow().first())
                        .thenComparing(IndexedFact::place))
                .toList();
    }

    private void add(Provision provision) {
        IndexedFact fact = new IndexedFact(
                Kind.PROVISION,
                provision.name(),
                provision.title().in("en"),
                Optional.of(new Period(provision.since(), provision.lastDay())),
                provision.sureness(),
                List.of(),
                Optional.empty(),
                provision.conflict(),
                Optional.of(provision.source()),
                provision.place());
        if (provision.sureness().isPresent()) {
            all.put(fact.place(), fact);
        }
        if (provision.since().isAfter(at)) {
            planned.add(fact);
        }
    }

    private void add(StateSpec.Level level) {
        if (level.confidence() != Confidence.VERIFIED_A) {
            IndexedFact fact = new IndexedFact(
                    Kind.LEVEL,
                    level.name(),
                    level.outside(),
                    Optional.empty(),
                    Optional.of(Sureness.of(level.confidence(), false, false)),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    level.place());
            all.put(fact.place(), fact);
        }
    }

    private void add(Parameter parameter) {
        for (DatedValue value : parameter.values()) {
            Subject subject =
                    new Subject(Kind.VALUE, parameter.name(), value.value().toString(), value.place());
            IndexedFact fact = subject.fact(value.validity(), value.sureness());
            all.put(fact.place(), fact);
            plan(
                    fact,
                    value.validity(),
                    parameter.values().stream().map(DatedValue::validity).toList());
            if (value.value() instanceof LawValue.OfTable table) {
                add(parameter, table);
            }
        }
    }

    private void add(Parameter parameter, LawValue.OfTable table) {
        Map<SortedMap<String, LawValue.Cell>, List<LawValue.Row>> series =
                table.rows().stream().collect(Collectors.groupingBy(LawValue.Row::cells));
        for (LawValue.Row row : table.rows()) {
            row.validity().filter(dates -> !all.containsKey(row.place())).ifPresent(dates -> {
                Subject subject = new Subject(Kind.ROW, parameter.name(), cells(row, parameter.type()), row.place());
                IndexedFact fact = subject.fact(dates, dates.sureness());
                all.put(fact.place(), fact);
                plan(
                        fact,
                        dates,
                        series.getOrDefault(row.cells(), List.of()).stream()
                                .flatMap(other -> other.validity().stream())
                                .toList());
            });
        }
    }

    /** The cells that say something, in the order of the columns. */
    private static String cells(LawValue.Row row, ParameterType type) {
        return type instanceof ParameterType.Table table
                ? table.columns().stream()
                        .filter(column ->
                                !row.texts().getOrDefault(column.name(), "").isEmpty())
                        .map(column -> column.name() + " " + row.texts().get(column.name()))
                        .collect(Collectors.joining(", "))
                : String.join(", ", row.texts().values());
    }

    /** What a dated fact is about. */
    private record Subject(Kind kind, String name, String text, Place place) {

        IndexedFact fact(Validity dates, Sureness sureness) {
            return new IndexedFact(
                    kind,
                    name,
                    text,
                    Optional.of(new Period(dates.from(), dates.lastDay())),
                    Optional.of(sureness),
                    dates.rows(),
                    dates.note(),
                    dates.conflict(),
                    Optional.of(dates.source()),
                    place);
        }
    }

    private void plan(IndexedFact fact, Validity dates, List<Validity> series) {
        if (dates.from().isAfter(at) && series.stream().noneMatch(other -> other.movesAway(dates))) {
            planned.add(fact);
        }
    }
}
