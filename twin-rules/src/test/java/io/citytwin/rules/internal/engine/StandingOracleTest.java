package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Input;
import io.citytwin.rules.Effect;
import io.citytwin.rules.Finding;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.directive.Doubt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random winters: at the end of every step the standing claims are those of asking about every twin from nothing. */
class StandingOracleTest {

    private static final int DAYS = 30;

    private final Law law = new Law(ClaimRules.regulations());
    private final Scenes scenes = new Scenes(law, AssetTypes.builtIn());

    /** What one group last claimed of one twin when that was certain. */
    private record Ask(Group group, TwinId twin) {}

    private final Map<Ask, List<Said>> certain = new HashMap<>();
    private final Set<String> doubts = new HashSet<>();

    private record Said(String provision, Effect effect) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void standingClaimsAreThoseOfAColdEvaluationOfEveryTwin(long seed) {
        Set<String> provisions = new HashSet<>();
        int doubted = 0;
        int step = 0;
        try (RegulationEngine engine = ClaimRules.engine(2)) {
            Standing standing = ((DefaultRegulationEngine) engine).standing();
            Fold city = Store.city(law, AssetTypes.builtIn());
            for (Input input : ClaimRules.inputs(seed, DAYS)) {
                engine.accept(input);
                city.accept(input);
                if (++step % 5 == 0 || input instanceof Input.Tick) {
                    standing.step();
                    doubted += compare(standing, city, provisions);
                }
            }
        }
        assertThat(provisions).containsExactlyInAnyOrder("heating", "night", "smoky", "calm", "rooms", "lamps");
        assertThat(doubted).isPositive();
    }

    private int compare(Standing standing, Fold city, Set<String> provisions) {
        Moment moment = city.momentAt(city.now(), Instant.MAX.minusSeconds(1));
        doubts.clear();
        for (Twin twin : city.twins().values()) {
            List<Said> expected = new ArrayList<>();
            law.provisions().forEach(group -> expected.addAll(cold(group, twin, city, moment)));
            List<Said> stands = said(standing.claims(twin.id()));
            assertThat(stands).containsExactlyInAnyOrderElementsOf(expected);
            stands.forEach(claim -> provisions.add(claim.provision().replaceAll(".*/", "")));
        }
        assertThat(standing.doubts())
                .extracting(doubt -> doubt.twin() + " " + doubt.provision())
                .containsExactlyInAnyOrderElementsOf(doubts);
        assertThat(standing.doubts()).extracting(Doubt::unknown).allMatch(unknown -> !unknown.isEmpty());
        return doubts.size();
    }

    private List<Said> cold(Group group, Twin twin, Fold city, Moment moment) {
        if (group.rules().stream()
                .noneMatch(rule -> rule.conditions()
                        .get(rule.action().subject())
                        .type()
                        .name()
                        .equals(twin.type().name()))) {
            return List.of();
        }
        Decider.Verdict verdict =
                new Decider(law, scenes, city, moment).judge(group, new Topic(twin, new Topic.OfAll()), city);
        Ask ask = new Ask(group, twin.id());
        if (verdict.unknown().isEmpty()) {
            certain.put(ask, said(verdict.findings()));
        } else {
            doubts.add(twin.id() + " " + group.regulation().id() + "/" + group.name());
        }
        return certain.getOrDefault(ask, List.of());
    }

    private static List<Said> said(List<Finding> findings) {
        return findings.stream()
                .map(finding -> new Said(finding.provision().id(), finding.effect()))
                .distinct()
                .toList();
    }
}
