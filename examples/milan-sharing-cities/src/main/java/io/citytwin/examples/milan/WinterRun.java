package io.citytwin.examples.milan;

import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.core.time.DayValue;
import io.citytwin.core.time.RunLength;
import io.citytwin.examples.milan.report.Day;
import io.citytwin.examples.milan.report.Held;
import io.citytwin.examples.milan.report.Period;
import io.citytwin.examples.milan.report.Province;
import io.citytwin.examples.milan.report.Span;
import io.citytwin.rules.Finding;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.register.LevelDecision;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads from an engine what was decided in a winter. For one thread at a time. */
final class WinterRun {

    private static final CivilCalendar CALENDAR = CivilCalendar.italy();

    private final RegulationEngine engine;
    private final LevelLaw law;
    private final AirWinter air;
    private final Period period;
    private final Map<TwinId, Map<LocalDate, LevelDecision>> byDecisionDay = new HashMap<>();

    WinterRun(RegulationEngine engine, LevelLaw law, AirWinter air, Period period) {
        this.engine = engine;
        this.law = law;
        this.air = air;
        this.period = period;
    }

    /** Reads what was decided. */
    void read() {
        for (LevelDecision decision : engine.levelDecisions()) {
            if (decision.regulation().equals(law.regulation().id())
                    && decision.level().equals(law.level().name())) {
                byDecisionDay
                        .computeIfAbsent(decision.subject(), key -> new HashMap<>())
                        .put(CALENDAR.dateOf(decision.decidedAt()), decision);
            }
        }
    }

    List<Province> provinces() {
        return air.provinces().stream().map(this::province).toList();
    }

    private Province province(Twin twin) {
        List<Day> days = period.from()
                .datesUntil(period.to().plusDays(1))
                .map(date -> day(twin.id(), date))
                .toList();
        return new Province(
                AirWinter.label(twin), air.stations(twin.id()), days, spans(twin.id(), days), held(twin.id()));
    }

    private Optional<LevelDecision> decidedOn(TwinId twin, LocalDate day) {
        return Optional.ofNullable(byDecisionDay.getOrDefault(twin, Map.of()).get(day));
    }

    private Day day(TwinId twin, LocalDate date) {
        String state = engine.levelOn(law.regulation().id(), law.level().name(), twin, date);
        Optional<LevelDecision> ofThisDay = decidedOn(twin, date.minusDays(1));
        Optional<LevelDecision.Known> after = decidedOn(twin, date.plusDays(1)).map(LevelDecision::known);
        Optional<BigDecimal> mean = after.map(
                        known -> known.days().get(law.over().indicator()))
                .filter(DayValue.Known.class::isInstance)
                .map(value -> ((DayValue.Known) value).value().amount());
        Optional<RunLength> run = after.map(known -> known.runs().get(law.over().name()));
        return new Day(
                date,
                law.states().indexOf(state),
                ofThisDay.filter(WinterRun::wasHeld).isPresent(),
                mean.map(value -> value.setScale(decimals(), RoundingMode.HALF_UP)),
                run.map(length -> new Day.RunDays(length.min(), length.max())).orElse(Day.RunDays.NONE));
    }

    private int decimals() {
        return Optional.ofNullable(
                        law.regulation().state().indicators().get(law.over().indicator()))
                .map(indicator -> indicator.how().decimals())
                .orElse(1);
    }

    private static boolean wasHeld(LevelDecision decision) {
        return decision.reason() == LevelDecision.Reason.HELD;
    }

    private List<Span> spans(TwinId twin, List<Day> days) {
        List<Span> spans = new ArrayList<>();
        int first = 0;
        for (int at = 1; at <= days.size(); at++) {
            if (at == days.size() || days.get(at).state() != days.get(first).state()) {
                if (days.get(first).state() > 0) {
                    Period span =
                            new Period(days.get(first).date(), days.get(at - 1).date());
                    Optional<Span.Cause> began = change(twin, span.from());
                    Optional<Span.Cause> ended = at < days.size()
                                    && days.get(at).state() > 0
                            ? Optional.of(new Span.Cause(
                                    "goes on as "
                                            + law.states().get(days.get(at).state()),
                                    List.of(),
                                    List.of()))
                            : change(twin, span.to().plusDays(1));
                    spans.add(new Span(days.get(first).state(), span, began, ended));
                }
                first = at;
            }
        }
        return spans;
    }

    private Optional<Span.Cause> change(TwinId twin, LocalDate inForce) {
        return decidedOn(twin, inForce.minusDays(1))
                .filter(decision -> !decision.after().equals(decision.before()))
                .filter(decision -> !inForce.isAfter(period.to()))
                .map(this::cause);
    }

    private Span.Cause cause(LevelDecision decision) {
        String provisions = decision.findings().stream()
                .map(finding -> finding.provision().name() + " ("
                        + finding.provision().title().in("en") + ")")
                .distinct()
                .collect(Collectors.joining(" and "));
        String what = decision.before() + " to " + decision.after() + ", decided "
                + decision.decidedAt()
                        .atZone(CALENDAR.zone())
                        .toLocalDateTime()
                        .toString()
                        .replace('T', ' ') + ": "
                + (provisions.isEmpty() ? Words.reason(decision.reason()) : provisions);
        List<String> seen = decision.findings().stream()
                .map(Finding::why)
                .map(why -> Words.readings(why.readings(), decimals()))
                .filter(text -> !text.isEmpty())
                .toList();
        List<String> law = Words.lawInShort(decision.findings().stream()
                .flatMap(finding -> finding.why().law().stream())
                .toList());
        return new Span.Cause(what, seen, law);
    }

    private List<Held> held(TwinId twin) {
        SortedMap<String, List<LocalDate>> byCell = new TreeMap<>();
        for (LocalDate day = period.from(); !day.isAfter(period.to()); day = day.plusDays(1)) {
            LocalDate inForce = day;
            decidedOn(twin, day.minusDays(1))
                    .filter(WinterRun::wasHeld)
                    .ifPresent(decision -> decision.unknown()
                            .forEach(cell -> byCell.computeIfAbsent(cell, key -> new ArrayList<>())
                                    .add(inForce)));
        }
        return byCell.entrySet().stream()
                .map(entry -> new Held(entry.getKey(), entry.getValue()))
                .toList();
    }
}
