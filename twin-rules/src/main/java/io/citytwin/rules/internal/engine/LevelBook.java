package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Input;
import io.citytwin.rules.register.LevelDecision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What was decided about levels, in the order in which it was decided. Each law that the city goes by is an era: what a
 * later one decided is not seen in an earlier one. For one thread at a time.
 */
final class LevelBook {

    private static final Comparator<LevelDecision> ORDER = Comparator.comparing(LevelDecision::decidedAt)
            .thenComparing(LevelDecision::subject)
            .thenComparing(LevelDecision::regulation)
            .thenComparing(LevelDecision::level);

    private final List<LevelDecision> decisions = new ArrayList<>();
    /** The era of each decision. */
    private final List<Integer> eras = new ArrayList<>();

    private final Map<Key, List<Change>> changes = new HashMap<>();
    private final Map<Key, List<Change>> ends = new HashMap<>();
    private List<LevelDecision> lastEnded = List.of();
    private int era;

    /** One level of one twin. */
    record Key(String regulation, String level, TwinId subject) {

        static Key of(LevelDecision decision) {
            return new Key(decision.regulation(), decision.level(), decision.subject());
        }
    }

    private record Change(LevelDecision decision, int era) {}

    /** Records the decisions of one instant, made in the present era. */
    void add(List<LevelDecision> made) {
        made.stream().sorted(ORDER).forEach(decision -> record(decision, era));
    }

    /** Writes a decision down and what it changes, as it was made in an era. */
    private void record(LevelDecision decision, int madeIn) {
        decisions.add(decision);
        eras.add(madeIn);
        if (decision.reason() == LevelDecision.Reason.ENDED) {
            ends.computeIfAbsent(Key.of(decision), key -> new ArrayList<>()).add(new Change(decision, madeIn));
        } else if (decision.reason() == LevelDecision.Reason.ANNOUNCED
                || !decision.after().equals(decision.before())) {
            changes.computeIfAbsent(Key.of(decision), key -> new ArrayList<>()).add(new Change(decision, madeIn));
        }
    }

    EngineState.Book state() {
        return new EngineState.Book(decisions, era, eras, lastEnded);
    }

    /** Takes up what an earlier engine had decided. */
    void restore(EngineState.Book kept) {
        for (int i = 0; i < kept.decisions().size(); i++) {
            record(kept.decisions().get(i), kept.eras().get(i));
        }
        era = kept.era();
        lastEnded = kept.lastEnded();
    }

    /** Records what an authority announced in an era, which may still be to come. */
    void announce(Input.Announced announced, String start, int spokenIn) {
        Key key = new Key(announced.regulation(), announced.register(), announced.subject());
        String before = changeOn(key, announced.from(), Instant.MAX, spokenIn)
                .map(LevelDecision::after)
                .orElse(start);
        LevelDecision decision = new LevelDecision(
                announced.regulation(),
                announced.register(),
                announced.subject(),
                announced.receivedAt(),
                announced.from(),
                before,
                announced.state(),
                LevelDecision.Reason.ANNOUNCED,
                before.equals(announced.state()) ? Optional.empty() : Optional.of(before),
                LevelDecision.Known.nothing(),
                new TreeSet<>(),
                List.of());
        record(decision, spokenIn);
    }

    /** Another era begins; the registers that ended with the last one forget all that was decided for later days. */
    void begin(int next, List<LevelDecision> ended) {
        lastEnded = ended.stream().sorted(ORDER).toList();
        lastEnded.forEach(decision -> record(decision, era));
        era = next;
    }

    /** The registers that ended when the present era began. */
    List<LevelDecision> ended() {
        return lastEnded;
    }

    /** What was recorded after a number of decisions. */
    List<LevelDecision> recordedAfter(int number) {
        return List.copyOf(decisions.subList(number, decisions.size()));
    }

    int recorded() {
        return decisions.size();
    }

    /** All levels that ever changed. */
    Stream<Key> keys() {
        return changes.keySet().stream();
    }

    /** In the order of {@link #ORDER}, which is that of recording but for announcements. */
    List<LevelDecision> decisions() {
        return decisions.stream().sorted(ORDER).toList();
    }

    /**
     * The change that gives the state of a day: the latest one in force by then; of several for one day an announced
     * one, else the last recorded. Empty if none has come since the register began.
     */
    Optional<LevelDecision> changeOn(Key key, LocalDate day, Instant known) {
        return changeOn(key, day, known, era);
    }

    private Optional<LevelDecision> changeOn(Key key, LocalDate day, Instant known, int in) {
        LevelDecision latest = null;
        for (Change change : changes.getOrDefault(key, List.of())) {
            LevelDecision decision = change.decision();
            if (!decision.inForce().isAfter(day)
                    && isSeen(change, known, in)
                    && !isOver(change, day, known, in)
                    && (latest == null || beats(decision, latest))) {
                latest = decision;
            }
        }
        return Optional.ofNullable(latest);
    }

    /** The changes that are decided already and take effect after a day. */
    Stream<LevelDecision> changesAfter(Key key, LocalDate day) {
        return changes.getOrDefault(key, List.of()).stream()
                .filter(change -> change.decision().inForce().isAfter(day))
                .filter(change -> isSeen(change, Instant.MAX, era) && !isOver(change, day, Instant.MAX, era))
                .map(Change::decision);
    }

    private static boolean isSeen(Change change, Instant known, int in) {
        return change.era() <= in && !change.decision().decidedAt().isAfter(known);
    }

    /** Whether the register ended after the change, and by that day. */
    private boolean isOver(Change change, LocalDate day, Instant known, int in) {
        return ends.getOrDefault(Key.of(change.decision()), List.of()).stream()
                .anyMatch(end ->
                        change.era() <= end.era() && !end.decision().inForce().isAfter(day) && isSeen(end, known, in));
    }

    private static boolean beats(LevelDecision later, LevelDecision earlier) {
        int byDay = later.inForce().compareTo(earlier.inForce());
        boolean keepsAnnounced =
                earlier.reason() == LevelDecision.Reason.ANNOUNCED && later.reason() != LevelDecision.Reason.ANNOUNCED;
        return byDay > 0 || (byDay == 0 && !keepsAnnounced);
    }
}
