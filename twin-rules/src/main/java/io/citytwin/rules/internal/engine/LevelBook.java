package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.TwinId;
import io.citytwin.rules.register.LevelDecision;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was decided about levels, in the order in which it was decided. For one thread at a time. */
final class LevelBook {

    private static final Comparator<LevelDecision> ORDER = Comparator.comparing(LevelDecision::decidedAt)
            .thenComparing(LevelDecision::subject)
            .thenComparing(LevelDecision::regulation)
            .thenComparing(LevelDecision::level);

    private final List<LevelDecision> decisions = new ArrayList<>();
    private final Map<Key, List<LevelDecision>> changes = new HashMap<>();

    private record Key(String regulation, String level, TwinId subject) {}

    /** Records the decisions of one instant. */
    void add(List<LevelDecision> made) {
        made.stream().sorted(ORDER).forEach(decision -> {
            decisions.add(decision);
            if (decision.reason() == LevelDecision.Reason.ANNOUNCED
                    || !decision.after().equals(decision.before())) {
                changes.computeIfAbsent(
                                new Key(decision.regulation(), decision.level(), decision.subject()),
                                key -> new ArrayList<>())
                        .add(decision);
            }
        });
    }

    /** In the order of {@link #ORDER}, which is that of recording but for announcements. */
    List<LevelDecision> decisions() {
        return decisions.stream().sorted(ORDER).toList();
    }

    /**
     * The change that gives the state of a day: the latest one in force by then; of several for one day an announced
     * one, else the last recorded.
     */
    Optional<LevelDecision> changeOn(String regulation, String level, TwinId subject, LocalDate day, Instant known) {
        List<LevelDecision> all = changes.getOrDefault(new Key(regulation, level, subject), List.of());
        LevelDecision latest = null;
        for (LevelDecision change : all) {
            if (!change.inForce().isAfter(day)
                    && !change.decidedAt().isAfter(known)
                    && (latest == null || beats(change, latest))) {
                latest = change;
            }
        }
        return Optional.ofNullable(latest);
    }

    private static boolean beats(LevelDecision later, LevelDecision earlier) {
        int byDay = later.inForce().compareTo(earlier.inForce());
        boolean keepsAnnounced =
                earlier.reason() == LevelDecision.Reason.ANNOUNCED && later.reason() != LevelDecision.Reason.ANNOUNCED;
        return byDay > 0 || (byDay == 0 && !keepsAnnounced);
    }
}
