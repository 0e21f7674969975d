package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Input;
import io.citytwin.rules.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An engine that goes on from the state of another one, of which only the text is left. */
class EngineMemoryTest {

    private static final int DAYS = 16;

    @ParameterizedTest
    @CsvSource({"5, 0", "5, 1", "6, 90", "7, 200", "8, 33", "9, 120"})
    void whereverItIsCutTheRestIsTheSame(long seed, int cut) {
        List<Input> inputs = ClaimRules.inputs(seed, DAYS);
        Run whole = new Run(Optional.empty(), List.of());
        List<String> expected = whole.play(inputs.subList(0, cut));
        expected.clear();
        Run first = new Run(Optional.empty(), List.of());
        first.play(inputs.subList(0, cut));
        Run second = new Run(Optional.of(first), inputs.subList(0, cut));
        List<Input> rest = inputs.subList(cut, inputs.size());
        expected.addAll(whole.play(rest));
        assertThat(second.play(rest)).isEqualTo(expected);
        assertThat(second.all()).isEqualTo(whole.all());
        assertThat(second.engine.memory().state())
                .isEqualTo(whole.engine.memory().state());
        assertThat(second.standing.state()).isEqualTo(whole.standing.state());
    }

    @Test
    void whatIsKeptElsewhereIsNotHeld() {
        List<Input> inputs = ClaimRules.inputs(5, DAYS);
        Run run = new Run(Optional.empty(), List.of());
        run.engine.memory().resume(Optional.empty(), run);
        run.play(inputs);
        Run whole = new Run(Optional.empty(), List.of());
        whole.play(inputs);
        assertThat(run.all()).isEqualTo(whole.all());
        assertThat(run.engine.memory().held()).isLessThan(20);
        assertThat(whole.engine.memory().held()).isGreaterThan(inputs.size());
    }

    @Test
    void anEngineThatTookInputsHoldsThemAllItself() {
        List<Input> inputs = ClaimRules.inputs(5, 3);
        Run run = new Run(Optional.empty(), List.of());
        String state = run.engine.memory().state();
        run.play(inputs);
        int held = run.engine.memory().held();
        run.engine.memory().resume(Optional.empty(), run);
        assertThat(run.engine.memory().held()).isEqualTo(held);
        assertThatThrownBy(() -> run.engine.memory().resume(Optional.of(state), run))
                .hasMessageContaining("took inputs before");
    }

    @Test
    void aStateOfAnotherVersionIsRefused() {
        Run run = new Run(Optional.empty(), List.of());
        assertThatThrownBy(() -> run.engine.memory().resume(Optional.of("AAAA"), run))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("another version");
    }

    /** An engine with the claims that follow from it, and the inputs that somebody else keeps. */
    private static final class Run implements Keeper {
        private final DefaultRegulationEngine engine = (DefaultRegulationEngine) ClaimRules.engine(1);
        private final Standing standing = engine.standing();
        private final List<Input> kept = new ArrayList<>();
        private Instant last = Instant.EPOCH;

        Run(Optional<Run> before, List<Input> inputs) {
            before.ifPresent(run -> {
                kept.addAll(run.kept);
                engine.memory().resume(Optional.of(run.engine.memory().state()), this);
                standing.resume(run.standing.state());
                last = run.last;
            });
            assertThat(kept).hasSizeGreaterThanOrEqualTo(inputs.size());
        }

        @Override
        public void inputs(Consumer<Stand> base, Consumer<Input> reader) {
            List.copyOf(kept).forEach(reader);
        }

        /** What is claimed otherwise after each step. */
        List<String> play(List<Input> inputs) {
            List<String> steps = new ArrayList<>();
            for (Input input : inputs) {
                if (!input.receivedAt().equals(last)) {
                    steps.add(step());
                    last = input.receivedAt();
                }
                kept.add(input);
                engine.accept(input);
            }
            steps.add(step());
            return steps;
        }

        private String step() {
            Input tick = new Input.Tick(last);
            if (!last.isBefore(engine.now())) {
                kept.add(tick);
                engine.accept(tick);
            }
            Standing.Step step = standing.step();
            engine.memory().forget(standing.taken());
            return step.changed().stream()
                    .map(id -> id + "=" + standing.bids(id, "en"))
                    .collect(Collectors.joining("\n"));
        }

        /** All that can be asked, also of other clocks. */
        List<Object> all() {
            AsOf hindsight = AsOf.at(engine.now()).inHindsight();
            return List.of(
                    engine.levelDecisions(),
                    engine.levelDecisions(hindsight),
                    engine.settlements(),
                    standing.doubts(),
                    Stream.of("xx:lamp1", "xx:lamp7", "xx:room2")
                            .map(TwinId::of)
                            .map(standing::claims)
                            .toList(),
                    LocalDate.ofInstant(engine.now(), ZoneOffset.UTC));
        }
    }
}
