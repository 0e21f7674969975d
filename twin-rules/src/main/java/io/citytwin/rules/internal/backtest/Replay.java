package io.citytwin.rules.internal.backtest;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Input;
import io.citytwin.core.spi.Recording;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.internal.verify.City;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Feeds a recording to an engine and reads the levels that come of it. For one thread at a time. */
public final class Replay {

    private final Recording recording;
    private final Regulation regulation;
    private final CivilCalendar calendar;
    private final SortedMap<TwinId, Twin> twins = new TreeMap<>();

    /**
     * A replay of what a regulation can see.
     *
     * @param recording twins and observations
     * @param regulation whose levels are read
     * @param calendar time zone and holidays
     */
    public Replay(Recording recording, Regulation regulation, CivilCalendar calendar) {
        this.recording = recording;
        this.regulation = regulation;
        this.calendar = calendar;
        recording.twins().forEach(twin -> twins.put(twin.id(), twin));
        twins.values().removeIf(Predicate.not(inJurisdiction()));
    }

    /** Twins of areas in which the regulation holds. */
    private Predicate<Twin> inJurisdiction() {
        SortedMap<TwinId, Twin> all = new TreeMap<>(twins);
        return twin -> regulation.jurisdiction().length() == 2
                || codes(twin, all, new HashSet<>()).contains(regulation.jurisdiction());
    }

    private static Set<String> codes(Twin twin, SortedMap<TwinId, Twin> all, Set<String> found) {
        twin.value("code").ifPresent(code -> found.add(code.toString()));
        for (Value value : twin.values().values()) {
            Twin next = value instanceof Value.Ref ref ? all.get(ref.target()) : null;
            if (next != null) {
                codes(next, all, found);
            }
        }
        return found;
    }

    /**
     * Whether the recording has an area that can carry a level.
     *
     * @param level of the regulation
     * @return true if a twin of its type is there
     */
    public boolean carries(StateSpec.Level level) {
        return twins.values().stream().anyMatch(twin -> twin.type().name().equals(level.of()));
    }

    /** The twins of areas in which the regulation holds, by id. */
    SortedMap<TwinId, Twin> twins() {
        return Collections.unmodifiableSortedMap(twins);
    }

    /** Those that carry a level. */
    SortedMap<TwinId, Twin> areas(StateSpec.Level level) {
        SortedMap<TwinId, Twin> areas = new TreeMap<>(twins);
        areas.values().removeIf(twin -> !twin.type().name().equals(level.of()));
        return areas;
    }

    /** Is told how far time goes before it goes. */
    interface Pace {

        /** Everything that reached the city before this moment is told; nothing that reached it later. */
        void upTo(Instant moment);
    }

    /**
     * Tells of everything that reached the city before the day after the last one.
     *
     * @param engine that is told
     * @param lastDay the last day
     */
    public void feed(RegulationEngine engine, LocalDate lastDay) {
        feed(engine, lastDay, moment -> {});
    }

    void feed(RegulationEngine engine, LocalDate lastDay, Pace pace) {
        Instant end = calendar.startOf(lastDay.plusDays(1));
        twins.values().forEach(engine::put);
        for (Observation observation : recording.observations()) {
            if (twins.containsKey(observation.twin())
                    && observation.receivedAt().isBefore(end)) {
                pace.upTo(observation.receivedAt());
                engine.accept(new Input.Observed(observation));
            }
        }
        pace.upTo(end.minusNanos(1));
        engine.advanceTo(end.minusNanos(1));
    }

    /**
     * The history of a level, area by area.
     *
     * @param engine that was fed
     * @param level of the regulation
     * @param days first to last, without gaps
     * @param hindsight decides the past again with all data
     * @return states and decisions
     */
    public LevelRecord read(RegulationEngine engine, StateSpec.Level level, List<LocalDate> days, boolean hindsight) {
        LocalDate first = days.get(0);
        LocalDate last = days.get(days.size() - 1);
        AsOf asOf = AsOf.at(engine.now());
        AsOf seen = hindsight ? asOf.inHindsight() : asOf;
        SortedMap<TwinId, Twin> areas = areas(level);
        List<LevelDecision> decisions = engine.levelDecisions(seen).stream()
                .filter(decision -> decision.regulation().equals(regulation.id()))
                .filter(decision -> decision.level().equals(level.name()))
                .filter(decision -> !decision.inForce().isBefore(first)
                        && !decision.inForce().isAfter(last))
                .toList();
        SortedMap<TwinId, List<String>> states = new TreeMap<>();
        areas.keySet()
                .forEach(area -> states.put(
                        area,
                        days.stream()
                                .map(day -> engine.levelOn(regulation.id(), level.name(), area, day, seen))
                                .toList()));
        return new LevelRecord(level, areas, days, decisions, states);
    }

    /**
     * An engine with a regulation and those that it uses.
     *
     * @param regulation whose levels are read
     * @param all where used ones are looked up
     * @param calendar time zone and holidays
     * @param shards from 1
     * @return an engine that nobody has told anything yet
     */
    public static RegulationEngine engine(
            Regulation regulation, List<Regulation> all, CivilCalendar calendar, int shards) {
        return RegulationEngine.builder()
                .regulations(City.withUsed(List.of(regulation), all))
                .calendar(calendar)
                .shards(shards)
                .build();
    }
}
