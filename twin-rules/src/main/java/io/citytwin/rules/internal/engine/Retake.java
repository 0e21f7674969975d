package io.citytwin.rules.internal.engine;

import io.citytwin.core.signal.Input;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Folds the inputs of an engine once more. What was let go of comes from the base; what the engine refused when it came is
 * refused again. For one thread at a time.
 */
final class Retake {

    private final EngineMemory.Parts engine;
    private final How how;
    private final Fold fold;
    private final boolean kept;
    private final Set<String> passages = new HashSet<>();
    private Optional<Footing> footing = Optional.empty();
    private boolean erased;

    Retake(EngineMemory.Parts engine, How how) {
        this.engine = engine;
        this.how = how;
        this.kept = engine.journal().isKept();
        this.fold = new Fold(
                engine.laws().find(engine.firstLaw()),
                engine.laws()::find,
                engine.calendar(),
                how.published(),
                how.hindsight());
    }

    /**
     * The clocks of a fold.
     *
     * @param published the dated law that all decisions see; empty for what was published at each decision
     * @param hindsight true takes all inputs in before the first decision
     * @param known inputs that came later are not seen
     */
    record How(Optional<LocalDate> published, boolean hindsight, Instant known) {

        /** As everything was when it came. */
        static final How AS_IT_CAME = new How(Optional.empty(), false, Instant.MAX);
    }

    /** Takes all inputs that are there; the ones that the engine took. */
    List<Input> all() {
        List<Input> taken = new ArrayList<>();
        engine.journal().all(this::begin, input -> {
            if (take(input)) {
                taken.add(input);
            }
        });
        return taken;
    }

    /** Takes all inputs that are there, and keeps none. */
    void fold() {
        engine.journal().all(this::begin, this::take);
    }

    /** The city as it became; empty if it rests on what is erased. */
    Optional<Fold> city() {
        return erased ? Optional.empty() : Optional.of(fold);
    }

    /** What the inputs rest on; empty if all are there. */
    Optional<Footing> footing() {
        return footing;
    }

    private void begin(Keeper.Stand stands) {
        footing = stands.moment().isAfter(how.known())
                ? Optional.empty()
                : read(stands).filter(this::isReached);
        erased = footing.isEmpty();
        footing.ifPresent(this::rest);
    }

    private Optional<Footing> read(Keeper.Stand stands) {
        return stands.state()
                .flatMap(known ->
                        EngineMemory.known(known.engine()).map(state -> new Footing(engine, state, known.claims())));
    }

    /** In hindsight everything is decided again; else what was decided by then counts as it is. */
    private boolean isReached(Footing stands) {
        return how.hindsight()
                || how.published()
                        .map(day -> Publications.sawTheSame(engine.laws(), stands.state(), day, engine.calendar()))
                        .orElse(true);
    }

    private void rest(Footing stands) {
        stands.state()
                .settled()
                .forEach(one -> passages.add(one.settlement().passage().id()));
        if (how.hindsight()) {
            stands.state().times().begun().ifPresent(fold::beginsAt);
            new Retelling(stands.state(), stands.twins(), stands.seen())
                    .inputs()
                    .forEach(fold::accept);
        } else {
            stands.restore(fold);
        }
    }

    private boolean take(Input input) {
        boolean seen = input instanceof Input.Tick || !input.receivedAt().isAfter(how.known());
        if (erased || !seen || kept && !isTaken(input)) {
            return false;
        }
        fold.accept(input);
        return true;
    }

    private boolean isTaken(Input input) {
        return fold.admits(input)
                && !(input instanceof Input.Passed passed
                        && !passages.add(passed.passage().id()));
    }
}
