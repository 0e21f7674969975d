package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Directive;
import io.citytwin.core.signal.Input;
import io.citytwin.rules.Effect;
import io.citytwin.rules.Finding;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.directive.RegulationGovernor;
import io.citytwin.rules.regulation.Regulation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random winters in which the law changes again and again: what stands is what somebody new would find. */
class AdoptedClaimsPropertyTest {

    private static final String SMOKE = "northland/smoke/";

    @TempDir
    private Path folder;

    private List<List<Regulation>> laws = List.of();

    @BeforeEach
    void threeLaws() {
        List<Regulation> first = ClaimRules.regulations();
        List<Regulation> second = Edited.copy("directives", folder)
                .with(SMOKE + "parameters.yaml", "value: 50, source", "value: 55, source")
                .with(SMOKE + "rules.drl", "lightingClass != LightingClass.M1", "wifi")
                .regulations();
        List<Regulation> third = second.stream()
                .filter(one -> !one.id().equals("xx.state.energy"))
                .toList();
        laws = List.of(second, third, first);
    }

    private record Said(String provision, Effect effect) {

        static Set<Said> all(List<Finding> claims, Set<String> doubts) {
            return claims.stream()
                    .filter(claim -> !doubts.contains(
                            claim.subject() + " " + claim.provision().id()))
                    .map(claim -> new Said(claim.provision().id(), claim.effect()))
                    .collect(Collectors.toSet());
        }
    }

    private static Set<TwinId> twins(List<Input> inputs) {
        return inputs.stream()
                .filter(Input.TwinChanged.class::isInstance)
                .map(input -> ((Input.TwinChanged) input).twin().id())
                .collect(Collectors.toSet());
    }

    @Test
    void whatIsCertainAfterAnAdoptionIsWhatSomebodyNewFinds() {
        Set<String> provisions = new HashSet<>();
        for (long seed : List.of(71L, 72L, 74L)) {
            List<Input> inputs = ClaimRules.inputs(seed, 12);
            try (RegulationEngine engine = ClaimRules.engine(2)) {
                Standing standing = ((DefaultRegulationEngine) engine).standing();
                for (int number = 0; number < inputs.size(); number++) {
                    engine.accept(inputs.get(number));
                    if (number % 40 == 39) {
                        standing.step();
                        engine.adopt(laws.get(number / 40 % 3));
                        standing.step();
                        Set<TwinId> twins = twins(inputs.subList(0, number + 1));
                        compare(standing, ((DefaultRegulationEngine) engine).standing(), twins, provisions);
                    }
                }
            }
        }
        assertThat(provisions).hasSizeGreaterThan(3);
    }

    private static void compare(Standing standing, Standing fresh, Set<TwinId> twins, Set<String> provisions) {
        fresh.step();
        Set<String> doubts = new HashSet<>();
        fresh.doubts().forEach(doubt -> doubts.add(doubt.twin() + " " + doubt.provision()));
        assertThat(standing.doubts()).isEqualTo(fresh.doubts());
        for (TwinId twin : twins) {
            Set<Said> stands = Said.all(standing.claims(twin), doubts);
            assertThat(stands).isEqualTo(Said.all(fresh.claims(twin), doubts));
            stands.forEach(said -> provisions.add(said.provision()));
        }
    }

    private String directives(int shards) {
        List<Input> inputs = ClaimRules.inputs(73, 8);
        List<List<Directive>> steps = new ArrayList<>();
        try (RegulationEngine engine = ClaimRules.engine(shards);
                RegulationGovernor governor = RegulationGovernor.of(engine)) {
            Instant last = Instant.EPOCH;
            for (Input input : inputs) {
                if (!input.receivedAt().equals(last)) {
                    steps.add(governor.step(last));
                    last = input.receivedAt();
                }
                governor.accept(input);
                if (steps.size() % 20 == 19) {
                    engine.adopt(laws.get(steps.size() / 20 % 3));
                }
            }
        }
        List<Directive> all = steps.stream().flatMap(List::stream).toList();
        assertThat(all).extracting(Directive::id).doesNotHaveDuplicates();
        return all.toString();
    }

    @Test
    void anyNumberOfShardsGivesTheSameBytes() {
        assertThat(directives(3))
                .isEqualTo(directives(1))
                .contains("kind=CLAIM")
                .contains("kind=REVERT");
    }
}
