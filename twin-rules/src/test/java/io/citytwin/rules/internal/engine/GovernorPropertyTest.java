package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Input;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.directive.ActuatorId;
import io.citytwin.rules.directive.Ledger;
import io.citytwin.rules.directive.RegulationGovernor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random winters: the same inputs and steps give the same directives, and each directive changes something. */
class GovernorPropertyTest {

    private static final List<Input> INPUTS = ClaimRules.inputs(5, 20);

    /** All that was asked and all that the ledger kept, as text. */
    private static String said(int shards) {
        StringBuilder said = new StringBuilder();
        try (RegulationEngine engine = ClaimRules.engine(shards);
                RegulationGovernor governor = RegulationGovernor.of(engine)) {
            for (List<Directive> step : steps(governor)) {
                said.append(step).append('\n');
            }
            governor.ledger().entries().forEach(entry -> said.append(entry).append('\n'));
            said.append(governor.doubts());
        }
        return said.toString();
    }

    private static List<List<Directive>> steps(RegulationGovernor governor) {
        List<List<Directive>> steps = new ArrayList<>();
        Instant last = Instant.EPOCH;
        for (Input input : INPUTS) {
            if (!input.receivedAt().equals(last)) {
                steps.add(governor.step(last));
                last = input.receivedAt();
            }
            governor.accept(input);
        }
        return steps;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void anyNumberOfShardsAndAnyRunGiveTheSameBytes(int shards) {
        String once = said(1);
        assertThat(once).contains("kind=CLAIM").contains("kind=REVERT");
        assertThat(said(shards)).isEqualTo(once);
    }

    @Test
    void directivesAreSortedUniqueAndEachChangesItsActuator() {
        try (RegulationEngine engine = ClaimRules.engine(1);
                RegulationGovernor governor = RegulationGovernor.of(engine)) {
            List<List<Directive>> steps = steps(governor);
            assertThat(steps)
                    .allSatisfy(step -> assertThat(step)
                            .isSortedAccordingTo(
                                    Comparator.comparing(Directive::twin).thenComparing(Directive::property)));
            List<Directive> all = steps.stream().flatMap(List::stream).toList();
            assertThat(all).extracting(Directive::id).doesNotHaveDuplicates();
            assertThat(all).extracting(directive -> directive.cause().reason()).allMatch(reason -> !reason.isBlank());
            assertThat(governor.ledger().entries())
                    .extracting(entry -> entry.directive().orElseThrow())
                    .isEqualTo(all);
            Map<ActuatorId, List<Object>> before = new HashMap<>();
            for (Ledger.Entry entry : governor.ledger().entries()) {
                Directive directive = entry.directive().orElseThrow();
                List<Object> asked = List.of(directive.kind(), directive.cause().provision(), directive.value());
                assertThat(before.put(entry.actuator(), asked)).isNotEqualTo(asked);
            }
        }
    }
}
