package io.citytwin.rules.internal.backtest;

import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.core.time.DayValue;
import io.citytwin.rules.internal.backtest.Tally.Total;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.verify.BacktestArea;
import io.citytwin.rules.verify.BacktestDay;
import io.citytwin.rules.verify.BacktestMeasure;
import io.citytwin.rules.verify.BacktestMeasure.Kind;
import io.citytwin.rules.verify.BacktestShare;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** Puts together the days of one area. For one thread at a time. */
final class AreaReplay {

    private final TwinId area;
    private final LevelRecord levels;
    private final CivilCalendar calendar;
    private final List<Crowd.Member> members;
    private final SortedMap<LocalDate, Tally> days = new TreeMap<>();
    private final Map<TwinId, SortedMap<BacktestMeasure, Total>> totals = new HashMap<>();

    AreaReplay(TwinId area, LevelRecord levels, CivilCalendar calendar, List<Crowd.Member> everybody) {
        this.area = area;
        this.levels = levels.of(area);
        this.calendar = calendar;
        this.members =
                everybody.stream().filter(member -> member.area().equals(area)).toList();
        levels.days().forEach(day -> days.put(day, new Tally()));
    }

    private Total total(Crowd.Member member, BacktestMeasure measure) {
        return totals.computeIfAbsent(member.twin().id(), id -> new TreeMap<>())
                .computeIfAbsent(measure, key -> new Total());
    }

    void bans(Bans bans, SortedSet<BacktestMeasure> measures) {
        for (BacktestMeasure measure : measures) {
            for (Crowd.Member member : members) {
                if (measure.kind() == Kind.BAN
                        && measure.assetType().equals(member.twin().type().name())) {
                    days.forEach((day, tally) -> ban(tally, bans.of(member, measure, day), member, measure));
                }
            }
        }
    }

    private void ban(Tally tally, Bans.Minutes minutes, Crowd.Member member, BacktestMeasure measure) {
        tally.held(measure, minutes.forbidden(), member, total(member, measure));
        tally.unknown(measure, minutes.unknown().cardinality(), member);
    }

    void settings(Settings.Played played, SortedSet<BacktestMeasure> measures) {
        for (BacktestMeasure measure : measures) {
            for (Crowd.Member member : members) {
                if (measure.kind() == Kind.SETTING
                        && measure.assetType().equals(member.twin().type().name())) {
                    setting(played, member, measure);
                }
            }
        }
    }

    private void setting(Settings.Played played, Crowd.Member member, BacktestMeasure measure) {
        TwinId twin = member.twin().id();
        for (Settings.Span span : played.spans(twin, measure.what())) {
            minutes(span.from(), span.to())
                    .forEach((day, minutes) -> tally(day)
                            .ifPresent(tally ->
                                    tally.held(measure, minutes, member, span.shift(), total(member, measure))));
        }
        for (Settings.Span doubt : played.doubts(twin)) {
            minutes(doubt.from(), doubt.to())
                    .forEach((day, minutes) ->
                            tally(day).ifPresent(tally -> tally.unknown(measure, minutes.cardinality(), member)));
        }
        for (Instant issued : played.issued(twin, measure.what())) {
            tally(calendar.dateOf(issued)).ifPresent(tally -> tally.directive(measure, member));
        }
    }

    private Optional<Tally> tally(LocalDate day) {
        return Optional.ofNullable(days.get(day));
    }

    /** The minutes of each day between two instants. */
    private SortedMap<LocalDate, BitSet> minutes(Instant from, Instant to) {
        SortedMap<LocalDate, BitSet> found = new TreeMap<>();
        for (LocalDate day = calendar.dateOf(from); calendar.startOf(day).isBefore(to); day = day.plusDays(1)) {
            Instant start = calendar.startOf(day);
            Instant end = calendar.startOf(day.plusDays(1));
            BitSet minutes = new BitSet();
            minutes.set(minute(start, from.isAfter(start) ? from : start), minute(start, to.isBefore(end) ? to : end));
            found.put(day, minutes);
        }
        return found;
    }

    private static int minute(Instant start, Instant moment) {
        return (int) Duration.between(start, moment).toMinutes();
    }

    BacktestArea area(Optional<String> indicator) {
        List<String> states = levels.states().getOrDefault(area, List.of());
        List<BacktestDay> told = new ArrayList<>();
        for (int at = 0; at < states.size(); at++) {
            LocalDate day = levels.days().get(at);
            boolean held = levels.decisionFor(area, day)
                    .filter(decision -> decision.reason() == LevelDecision.Reason.HELD)
                    .isPresent();
            told.add(new BacktestDay(
                    day, states.get(at), held, tally(day).map(Tally::amounts).orElseGet(TreeMap::new)));
        }
        return new BacktestArea(area, levels.nameOf(area), told, shares(), readings(indicator));
    }

    private List<BacktestShare> shares() {
        List<BacktestShare> shares = new ArrayList<>();
        for (Crowd.Member member : members) {
            totals.getOrDefault(member.twin().id(), new TreeMap<>()).forEach((measure, total) -> {
                if (!total.isEmpty()) {
                    shares.add(total.share(measure, member));
                }
            });
        }
        return shares;
    }

    /** What decisions saw of the days; the last one that saw a day knew most of it. */
    private SortedMap<LocalDate, Quantity> readings(Optional<String> indicator) {
        SortedMap<LocalDate, Quantity> readings = new TreeMap<>();
        levels.decisions().stream()
                .forEach(decision -> indicator
                        .flatMap(name ->
                                Optional.ofNullable(decision.known().days().get(name)))
                        .filter(DayValue.Known.class::isInstance)
                        .map(DayValue.Known.class::cast)
                        .ifPresent(known -> readings.put(known.day(), known.value())));
        return readings;
    }
}
