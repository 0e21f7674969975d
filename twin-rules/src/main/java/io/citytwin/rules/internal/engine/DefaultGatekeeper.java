package io.citytwin.rules.internal.engine;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Input;
import io.citytwin.rules.Gatekeeper;
import io.citytwin.rules.register.Settlement;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Follows the engine's inputs, and answers from classes of vehicles and gates. Safe for use by many threads. */
final class DefaultGatekeeper implements Gatekeeper {

    private final AssetTypes assets;
    private final Fold city;
    private final InputLog journal;
    private final ReentrantLock turn;
    private @Nullable PassageClasses classes;
    private int taken;
    private int levelsDecided;

    DefaultGatekeeper(AssetTypes assets, Fold city, InputLog journal, ReentrantLock turn) {
        this.assets = assets;
        this.city = city;
        this.journal = journal;
        this.turn = turn;
    }

    @Override
    public Answer at(TwinId vehicle, TwinId gate) {
        turn.lock();
        try {
            PassageClasses known = classes;
            if (known == null || taken != journal.size() || known.isFull()) {
                known = caughtUp(known);
                classes = known;
            }
            return known.at(vehicle, gate);
        } finally {
            turn.unlock();
        }
    }

    /** Takes in what came, so that nobody need hold it for that. */
    void follow() {
        PassageClasses known = classes;
        if (known == null) {
            taken = journal.size();
        } else if (taken != journal.size()) {
            classes = caughtUp(known);
        }
    }

    private PassageClasses caughtUp(@Nullable PassageClasses before) {
        List<Input> news = before == null ? List.of() : journal.since(taken);
        taken = journal.size();
        int levels = levelsDecided;
        levelsDecided = city.book().recorded();
        if (before == null || before.isFull() || !before.isOf(city.edition())) {
            return new PassageClasses(city.edition(), assets, city);
        }
        news.forEach(input -> take(input, before));
        if (levelsDecided != levels) {
            before.moved();
        }
        before.goOn(city.now());
        return before;
    }

    private void take(Input input, PassageClasses known) {
        if (input instanceof Input.Observed seen) {
            known.changed(seen.observation().twin());
        } else if (input instanceof Input.TwinChanged changed) {
            known.changed(changed.twin().id());
        } else if (input instanceof Input.LawAdopted) {
            known.moved();
        } else if (input instanceof Input.Passed passed && isSpent(passed)) {
            known.spent(passed.passage().vehicle());
        }
    }

    private boolean isSpent(Input.Passed passed) {
        Settlement settled =
                Objects.requireNonNull(city.settlements().get(passed.passage().id()));
        return !settled.spent().isEmpty();
    }
}
