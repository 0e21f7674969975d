package io.citytwin.regulations.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.StandingFindings;
import io.citytwin.rules.StandingFindings.Ruling;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All shipped law over random cities: what stands of each twin is what the engine answers when it is asked about the twin. */
class ShippedStandingTest {

    private final Map<TwinId, Twin> twins = new HashMap<>();
    private Random random = new Random(0);
    private ShippedCity any = new ShippedCity(random);

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void whatStandsIsWhatIsAnswered(long seed) {
        random = new Random(seed);
        any = new ShippedCity(random);
        Instant now = Instant.parse("2026-01-20T09:00:00Z");
        StandingFindings standing = StandingFindings.of(ShippedCity.LAW, ShippedCity.TYPES, CivilCalendar.italy(), now);
        int compared = 0;
        try (RegulationEngine engine = RegulationEngine.builder().build()) {
            engine.advanceTo(now);
            for (int number = 0; number < ShippedCity.OF_A_TYPE; number++) {
                for (AssetType type : ShippedCity.ALL) {
                    put(any.twin(type, number), engine, standing);
                }
            }
            for (int step = 0; step < 12; step++) {
                for (int update = 0; update < 8; update++) {
                    update(engine, standing);
                }
                now = now.plus(Duration.ofHours(random.nextInt(12)));
                engine.advanceTo(now);
                standing.advanceTo(now);
                standing.step((twin, before, after) -> assertThat(after).isNotEqualTo(before));
                compared += compare(engine, standing);
            }
        }
        assertThat(compared).isGreaterThan(500);
    }

    private void put(Twin twin, RegulationEngine engine, StandingFindings standing) {
        twins.put(twin.id(), twin);
        engine.put(twin);
        standing.put(twin);
    }

    private void update(RegulationEngine engine, StandingFindings standing) {
        AssetType type = ShippedCity.ALL.get(random.nextInt(ShippedCity.ALL.size()));
        Twin fresh = any.twin(type, random.nextInt(ShippedCity.OF_A_TYPE));
        Twin before = twins.getOrDefault(fresh.id(), fresh);
        List<String> known = List.copyOf(fresh.values().keySet());
        String property = known.get(random.nextInt(known.size()));
        Value value = fresh.value(property).orElseThrow();
        Twin after = before.with(property, value);
        twins.put(after.id(), after);
        engine.put(after);
        int column = standing.column(type.name(), property);
        if (random.nextBoolean()) {
            standing.set(standing.numberOf(after.id()), column, value);
        } else {
            standing.set(standing.numberOf(after.id()), column, standing.code(type.name(), property, value));
        }
    }

    /** How many findings were compared. */
    private int compare(RegulationEngine engine, StandingFindings standing) {
        int compared = 0;
        for (Twin twin : twins.values()) {
            List<Ruling> answered = engine.findings(twin.id()).stream()
                    .map(finding -> new Ruling(finding.provision().id(), finding.effect()))
                    .distinct()
                    .toList();
            List<Ruling> stand = standing.of(standing.numberOf(twin.id())).stream()
                    .flatMap(verdict -> verdict.rulings().stream())
                    .toList();
            assertThat(stand).as(twin.id().toString()).containsExactlyInAnyOrderElementsOf(answered);
            compared += stand.size();
        }
        return compared;
    }
}
