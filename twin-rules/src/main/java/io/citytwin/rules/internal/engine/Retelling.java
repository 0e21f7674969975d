package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Twin;
import io.citytwin.core.signal.Input;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.register.Settlement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells in inputs what a state knows, for a fold that looks back at all of them from its end: it need not know when
 * something was told, only what, and under which law. For one thread at a time.
 */
final class Retelling {

    private final EngineState state;
    private final Instant at;
    private final List<Input> inputs = new ArrayList<>();

    /**
     * A state to tell again.
     *
     * @param state at the end of a step
     * @param twins of that state
     * @param seen all that was observed by then
     */
    Retelling(EngineState state, List<Twin> twins, List<Observation> seen) {
        this.state = state;
        this.at = state.times().now();
        twins.forEach(twin -> inputs.add(new Input.TwinChanged(twin, at)));
        seen.forEach(one -> inputs.add(new Input.Observed(one)));
        // What a twin has now is not always what was observed last.
        twins.forEach(twin -> inputs.add(new Input.TwinChanged(twin, at)));
        eras();
        inputs.add(new Input.Tick(state.times().closed()));
    }

    List<Input> inputs() {
        return inputs;
    }

    private void eras() {
        int settled = 0;
        for (int era = 0; era <= state.adoptions().size(); era++) {
            announced(era);
            boolean last = era == state.adoptions().size();
            int until =
                    last ? state.settled().size() : state.adoptions().get(era).settled();
            state.settled().subList(settled, until).forEach(one -> inputs.add(passed(one.settlement())));
            settled = until;
            if (!last) {
                adopt(state.adoptions().get(era));
            }
        }
    }

    private void announced(int era) {
        EngineState.Book book = state.book();
        for (int i = 0; i < book.decisions().size(); i++) {
            LevelDecision decision = book.decisions().get(i);
            if (book.eras().get(i) == era && decision.reason() == LevelDecision.Reason.ANNOUNCED) {
                inputs.add(new Input.Announced(
                        decision.regulation(),
                        decision.level(),
                        decision.subject(),
                        decision.after(),
                        decision.inForce(),
                        decision.decidedAt(),
                        ""));
            }
        }
    }

    private static Input passed(Settlement settlement) {
        // A passage is decided with what was known when it arrived.
        Instant arrived = settlement.decision().asOf().known().orElseThrow();
        return new Input.Passed(settlement.passage(), arrived);
    }

    private void adopt(EngineState.Adopted adopted) {
        // What was due at the moment itself was decided before, if a step had ended there.
        if (adopted.over().equals(adopted.at())) {
            inputs.add(new Input.Tick(adopted.at()));
        }
        inputs.add(new Input.LawAdopted(adopted.hash(), adopted.at()));
    }
}
