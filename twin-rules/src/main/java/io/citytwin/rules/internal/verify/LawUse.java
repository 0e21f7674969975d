package io.citytwin.rules.internal.verify;

import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Finding;
import io.citytwin.rules.Justification.LawReading;
import io.citytwin.rules.parameter.DatedValue;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.parameter.Parameter;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.ValueCoverage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts which dated values and table rows of a regulation decided expectations. For one thread at a time. */
final class LawUse {

    private final Regulation regulation;
    private final CivilCalendar calendar;
    private final Map<Stretch, Integer> decided = new HashMap<>();
    private final Map<Stretch, Set<Place>> cases = new HashMap<>();

    LawUse(Regulation regulation, CivilCalendar calendar) {
        this.regulation = regulation;
        this.calendar = calendar;
    }

    /** A dated value, or a row of one that is a table: the same file can stand for several of them. */
    private record Stretch(Place value, Place row) {}

    /** An expectation that was met rests on some law. */
    void add(Case asking, Evidence evidence) {
        Set<Stretch> used = new LinkedHashSet<>();
        findings(evidence).flatMap(LawUse::readBy).forEach(read -> used.addAll(stretches(read)));
        if (evidence instanceof Evidence.Answered answered) {
            Decision decision = answered.decision();
            LocalDate published = decision.asOf().published().orElse(LocalDate.MAX);
            used.addAll(notRead(decision.unknown(), decision.asOf().at(), published));
        }
        held(evidence)
                .forEach(decision -> used.addAll(
                        notRead(decision.unknown(), decision.decidedAt(), calendar.dateOf(decision.decidedAt()))));
        for (Stretch stretch : used) {
            decided.merge(stretch, 1, Integer::sum);
            cases.computeIfAbsent(stretch, none -> new HashSet<>()).add(asking.place());
        }
    }

    /** The places of the values and rows that decided something. */
    Set<String> read() {
        return decided.keySet().stream()
                .flatMap(stretch -> Stream.of(stretch.value, stretch.row))
                .map(Place::toString)
                .collect(Collectors.toSet());
    }

    private static Stream<Finding> findings(Evidence evidence) {
        if (evidence instanceof Evidence.Answered answered) {
            return Stream.concat(
                    answered.decision().findings().stream(),
                    answered.decision().lifted().stream().flatMap(lifted -> Stream.of(lifted.finding(), lifted.by())));
        } else if (evidence instanceof Evidence.Claims claims) {
            return claims.findings().stream();
        }
        return evidence instanceof Evidence.Moved moved
                ? moved.decisions().stream().flatMap(decision -> decision.findings().stream())
                : Stream.empty();
    }

    private static Stream<LevelDecision> held(Evidence evidence) {
        if (evidence instanceof Evidence.Moved moved) {
            return moved.decisions().stream();
        }
        return evidence instanceof Evidence.Lacking lacking ? lacking.decisions().stream() : Stream.empty();
    }

    /** What a finding rests on, and the levels among its readings in their turn. */
    private static Stream<LawReading> readBy(Finding finding) {
        return Stream.concat(
                finding.why().law().stream(),
                finding.why().levels().stream()
                        .flatMap(level -> level.findings().stream())
                        .flatMap(LawUse::readBy));
    }

    private List<Stretch> stretches(LawReading read) {
        return read.regulation().equals(regulation.id())
                ? regulation.parameters().find(read.parameter()).stream()
                        .flatMap(parameter -> parameter.values().stream())
                        .flatMap(dated -> stretches(dated, read))
                        .toList()
                : List.of();
    }

    private static Stream<Stretch> stretches(DatedValue dated, LawReading read) {
        Place place = read.dated().place();
        if (!(dated.value() instanceof LawValue.OfTable table)) {
            return dated.place().equals(place) ? Stream.of(new Stretch(place, place)) : Stream.empty();
        }
        return table.rows().stream()
                .filter(row -> row.place().equals(place)
                        || (dated.place().equals(place) && text(row).equals(read.value())))
                .map(row -> new Stretch(dated.place(), row.place()));
    }

    /** As explanations write a row. */
    private static String text(LawValue.Row row) {
        return row.texts().entrySet().stream()
                .map(cell -> cell.getKey() + " " + cell.getValue())
                .collect(Collectors.joining(", "));
    }

    /** Law that was not read decides by making the answer unknown, which then names it. */
    private List<Stretch> notRead(SortedSet<String> unknown, Instant at, LocalDate published) {
        return unknown.stream()
                .flatMap(name -> regulation.parameters().find(name).stream())
                .flatMap(parameter -> parameter.at(calendar.dateOf(at), published).stream())
                .filter(dated -> dated.value() instanceof LawValue.NotRead)
                .map(dated -> new Stretch(dated.place(), dated.place()))
                .toList();
    }

    /** One entry for each dated value and table row, in the order of the file. */
    List<ValueCoverage> values() {
        List<ValueCoverage> all = new ArrayList<>();
        regulation.parameters().byName().values().stream()
                .sorted((one, other) -> one.place().compareTo(other.place()))
                .forEach(parameter -> parameter.values().forEach(dated -> add(all, parameter, dated)));
        return all;
    }

    private void add(List<ValueCoverage> all, Parameter parameter, DatedValue dated) {
        if (dated.value() instanceof LawValue.OfTable table) {
            table.rows()
                    .forEach(row -> all.add(coverage(
                            parameter,
                            new DatedValue(dated.value(), row.validity().orElse(dated.validity()), row.place()),
                            new Stretch(dated.place(), row.place()),
                            text(row))));
        } else {
            all.add(coverage(
                    parameter,
                    dated,
                    new Stretch(dated.place(), dated.place()),
                    dated.value().toString()));
        }
    }

    private ValueCoverage coverage(Parameter parameter, DatedValue dated, Stretch stretch, String text) {
        return new ValueCoverage(
                regulation.id(),
                parameter.name(),
                text,
                dated.validity(),
                dated.place(),
                dated.value() instanceof LawValue.OfTable ? ValueCoverage.Kind.ROW : ValueCoverage.Kind.VALUE,
                decided.getOrDefault(stretch, 0),
                cases.getOrDefault(stretch, Set.of()).size());
    }
}
