package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Twin;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.register.LevelDecision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** When levels are decided. For one thread at a time. */
final class LevelClock {

    private final CivilCalendar calendar;
    private Edition edition;
    private @Nullable Instant decidedUntil;
    private Optional<Instant> begun = Optional.empty();
    /** Nothing is due before. */
    private Instant nextDue = Instant.MIN;

    LevelClock(Edition first, CivilCalendar calendar) {
        this.edition = first;
        this.calendar = calendar;
    }

    /** Goes by another law from now on, which decides nothing that is due up to a moment. */
    void goBy(Edition next, Instant over) {
        edition = next;
        nextDue = Instant.MIN;
        if (decidedUntil != null && decidedUntil.isBefore(over)) {
            decidedUntil = over;
        }
    }

    /** When the first input came; empty if none has. */
    Optional<Instant> begun() {
        return begun;
    }

    Optional<Instant> decidedUntil() {
        return Optional.ofNullable(decidedUntil);
    }

    /** Goes on after an earlier clock, by the law that it went by. */
    void restore(Edition inForce, EngineState.Times times) {
        edition = inForce;
        begun = times.begun();
        decidedUntil = times.decidedUntil().orElse(null);
    }

    Edition edition() {
        return edition;
    }

    /** The first input starts the clock. */
    void startsAt(Instant first) {
        if (decidedUntil == null) {
            begun = Optional.of(first);
            decidedUntil = first.minusNanos(1);
        }
    }

    /** The decision instants up to an end, each once, in order. */
    List<Instant> due(Instant end, boolean included) {
        if (decidedUntil == null || end.isBefore(nextDue)) {
            return List.of();
        }
        SortedSet<Instant> instants = new TreeSet<>();
        for (Law.LevelGroup level : edition.law().levels()) {
            Instant next = nextAfter(level, decidedUntil);
            while (next.isBefore(end) || (included && next.equals(end))) {
                instants.add(next);
                next = nextAfter(level, next);
            }
        }
        if (!instants.isEmpty()) {
            decidedUntil = instants.last();
        }
        Instant since = decidedUntil;
        nextDue = edition.law().levels().stream()
                .map(level -> nextAfter(level, since))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        return List.copyOf(instants);
    }

    private Instant nextAfter(Law.LevelGroup level, Instant instant) {
        return level.level().evaluate().nextAfter(instant, calendar);
    }

    /** Decides the levels that are due at an instant, twin by twin. */
    List<LevelDecision> decide(Instant due, Moment moment, Fold city) {
        List<LevelDecision> made = new ArrayList<>();
        for (Law.LevelGroup level : edition.law().levels()) {
            if (level.level().evaluate().on(moment.day(), calendar).equals(due)) {
                Map<Integer, List<Twin>> shards = new TreeMap<>();
                city.twins().values().stream()
                        .filter(twin -> twin.type().name().equals(level.level().of()))
                        .forEach(twin -> shards.computeIfAbsent(
                                        edition.judge().shardOf(twin.id()), key -> new ArrayList<>())
                                .add(twin));
                shards.values()
                        .forEach(twins -> twins.forEach(twin ->
                                edition.judge().judge(level, twin, moment, city).ifPresent(made::add)));
            }
        }
        return made;
    }
}
