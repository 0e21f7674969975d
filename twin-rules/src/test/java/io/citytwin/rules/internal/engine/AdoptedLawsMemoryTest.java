package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.signal.Input;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.directive.RegulationGovernor;
import io.citytwin.rules.regulation.Regulation;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Laws that are over leave what they said behind, and nothing that was compiled from it. */
class AdoptedLawsMemoryTest {

    private static final int SWAPS = 200;
    private static final long MOST_BYTES = 20L << 20;

    private static final List<Regulation> REGULATIONS = ClaimRules.regulations();

    /** The same rules under another name, so that they are compiled again. */
    private static List<Regulation> law(int number) {
        return REGULATIONS.stream()
                .map(one -> new Regulation(
                        one.id(),
                        one.title(),
                        one.jurisdiction(),
                        one.authority(),
                        one.rank(),
                        one.verified(),
                        one.sources(),
                        one.uses(),
                        one.provisions(),
                        one.parameters(),
                        one.state(),
                        one.rules(),
                        one.cases(),
                        one.hash() + number))
                .toList();
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    void twoHundredAdoptionsDoNotKeepTwoHundredCompiledLaws() {
        List<WeakReference<Law>> laws = new ArrayList<>();
        List<Input> inputs = ClaimRules.inputs(5, 4);
        try (RegulationEngine engine = ClaimRules.engine(1);
                RegulationGovernor governor = RegulationGovernor.of(engine)) {
            long before = 0;
            for (int swap = 0; swap < SWAPS; swap++) {
                for (int next = swap * inputs.size() / SWAPS; next < (swap + 1) * inputs.size() / SWAPS; next++) {
                    governor.accept(inputs.get(next));
                }
                engine.adopt(law(swap));
                governor.step(engine.now());
                laws.add(new WeakReference<>(((DefaultRegulationEngine) engine).lawInForce()));
                if (swap == 20) {
                    before = used();
                }
            }
            assertThat(used() - before).isLessThan(MOST_BYTES);
            Awaitility.await().until(() -> {
                System.gc();
                return laws.stream().filter(law -> law.get() != null).count() <= 2;
            });
            assertThat(laws.get(SWAPS - 1).get()).isNotNull();
            Instant early = inputs.get(inputs.size() / 2).receivedAt();
            assertThat(engine.levelDecisions(AsOf.at(early).knownBy(early))).isNotNull();
        }
    }
}
