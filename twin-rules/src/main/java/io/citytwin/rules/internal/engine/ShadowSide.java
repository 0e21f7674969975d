package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.signal.Input;
import io.citytwin.rules.directive.ActuatorId;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.register.Settlement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A city of its own under one law, for a comparison. For one thread at a time. */
final class ShadowSide {

    /** No sentence is told of it. */
    private static final String LANGUAGE = "en";

    private final Fold fold;
    private final Standing standing;
    private final InputLog taken = new InputLog();
    private final Map<ActuatorId, Optional<Contest.Outcome>> outcomes = new HashMap<>();
    private int recorded;
    private int settled;

    /**
     * A city that goes on from what a fold knows.
     *
     * @param claims that stand there, as {@link Standing} told them; empty if it knows nothing
     */
    ShadowSide(Fold fold, AssetTypes assets, Optional<String> claims) {
        this.fold = fold;
        this.standing = new Standing(assets, fold, taken, new ReentrantLock());
        claims.ifPresent(standing::resume);
        fold.twins().keySet().forEach(twin -> standing.claims(twin).forEach(claim -> contest(Bid.actuator(claim))));
    }

    Fold fold() {
        return fold;
    }

    void take(Input input) {
        fold.accept(input);
        taken.add(input);
    }

    /** Ends a step; the actuators for which something is claimed otherwise. */
    Set<ActuatorId> step() {
        Set<ActuatorId> changed = standing.step().changed();
        changed.forEach(this::contest);
        return changed;
    }

    private void contest(ActuatorId id) {
        outcomes.put(
                id,
                standing.actuator(id)
                        .flatMap(actuator -> new Contest(actuator, standing.bids(id, LANGUAGE)).outcome()));
    }

    Optional<Contest.Outcome> outcome(ActuatorId id) {
        return outcomes.getOrDefault(id, Optional.empty());
    }

    /** What comes from now on counts. */
    void begin() {
        recorded = fold.book().recorded();
        settled = fold.settlements().size();
    }

    List<LevelDecision> decisions() {
        return fold.book().recordedAfter(recorded);
    }

    List<Settlement> settlements() {
        return fold.settlements().values().stream().skip(settled).toList();
    }

    @Nullable
    Settlement settlement(String passage) {
        return fold.settlements().get(passage);
    }

    Optional<LevelDecision> change(LevelBook.Key key, LocalDate day) {
        return fold.book().changeOn(key, day, Instant.MAX);
    }

    /** The state of a level before anything was decided; empty if the law has no such level. */
    Optional<String> start(LevelBook.Key key) {
        return fold.edition().law().level(key.regulation(), key.level()).map(level -> level.start());
    }
}
