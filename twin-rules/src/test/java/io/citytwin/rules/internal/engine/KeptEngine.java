package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.signal.Input;
import io.citytwin.rules.regulation.Regulation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An engine and who keeps its inputs. */
final class KeptEngine implements Keeper {
    final DefaultRegulationEngine engine;
    private final Standing standing;
    final List<Input> kept = new ArrayList<>();
    private Optional<Stand> stands = Optional.empty();
    Optional<Stand> footing = Optional.empty();
    private int before;

    KeptEngine(DefaultRegulationEngine engine) {
        this.engine = engine;
        this.standing = engine.standing();
        engine.memory().resume(Optional.empty(), this);
    }

    void take(Input input) {
        kept.add(input);
        engine.accept(input);
    }

    void adopt(List<Regulation> law) {
        take(new Input.LawAdopted(engine.prepare(law), engine.now()));
    }

    void follow() {
        standing.step();
        engine.memory().forget(standing.taken());
    }

    /** From now on only what comes is there. */
    void erase() {
        Input tick = new Input.Tick(engine.now());
        take(tick);
        stand();
        letGo();
        assertThat(engine.memory().erasedUntil()).contains(engine.now());
    }

    /** What will stand for all that came until now. */
    void stand() {
        follow();
        stands = Optional.of(
                new Stand(engine.now(), Optional.of(new Known(engine.memory().state(), standing.state()))));
        before = kept.size();
    }

    void letGo() {
        footing = stands;
        kept.subList(0, before).clear();
    }

    Instant base() {
        return footing.orElseThrow().moment();
    }

    @Override
    public Optional<Instant> erasedUntil() {
        return footing.map(Stand::moment);
    }

    @Override
    public void inputs(Consumer<Stand> base, Consumer<Input> reader) {
        footing.ifPresent(base);
        List.copyOf(kept).forEach(reader);
    }
}
