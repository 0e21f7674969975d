package io.citytwin.regulations.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.model.ValueType;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.StandingFindings;
import io.citytwin.rules.StandingFindings.Ruling;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.parameter.LawValue;
import io.citytwin.rules.regulation.Regulation;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All shipped law over random cities: what stands of each twin is what the engine answers when it is asked about the twin. */
class ShippedStandingTest {

    private static final AssetTypes TYPES = AssetTypes.builtIn();
    private static final List<AssetType> ALL = List.copyOf(TYPES.all());
    private static final List<Regulation> LAW = RegulationBundle.classpath().regulations();
    private static final List<BigDecimal> NUMBERS = numbers();
    private static final List<String> CODES = LAW.stream()
            .map(Regulation::jurisdiction)
            .distinct()
            .filter(code -> code.length() > 2)
            .toList();
    private static final int OF_A_TYPE = 3;

    private final Map<TwinId, Twin> twins = new HashMap<>();
    private Random random = new Random(0);

    /** All numbers that the law holds: what twins are near to. */
    private static List<BigDecimal> numbers() {
        List<BigDecimal> numbers = new ArrayList<>(List.of(BigDecimal.ZERO));
        LAW.stream()
                .flatMap(regulation -> regulation.parameters().byName().values().stream())
                .flatMap(parameter -> parameter.values().stream())
                .map(dated -> dated.value())
                .filter(LawValue.OfNumber.class::isInstance)
                .forEach(value ->
                        numbers.add(((LawValue.OfNumber) value).quantity().amount()));
        return numbers.stream().distinct().toList();
    }

    private Twin twin(AssetType type, int number) {
        Twin twin = Twin.of(id(type.name(), number), type);
        for (String property : type.properties().keySet()) {
            Optional<Value> value = value(type.properties().get(property));
            twin = value.isPresent() ? twin.with(property, value.get()) : twin;
        }
        return twin;
    }

    private static TwinId id(String type, int number) {
        return new TwinId("xx", type + number);
    }

    private Optional<Value> value(ValueType held) {
        if (random.nextInt(20) == 0) {
            return Optional.empty();
        } else if (held instanceof ValueType.Number number) {
            BigDecimal near = NUMBERS.get(random.nextInt(NUMBERS.size()));
            return Optional.of(new Quantity(near.add(BigDecimal.valueOf(random.nextInt(3) - 1L)), number.unit()));
        } else if (held instanceof ValueType.YesNo) {
            return Optional.of(new Value.Flag(random.nextBoolean()));
        } else if (held instanceof ValueType.Names names) {
            return Optional.of(new Value.Term(
                    names.names().get(random.nextInt(names.names().size()))));
        } else if (held instanceof ValueType.Relation relation) {
            return Optional.of(new Value.Ref(id(relation.assetType(), random.nextInt(OF_A_TYPE))));
        }
        return held instanceof ValueType.Words
                ? Optional.of(new Value.Text(CODES.get(random.nextInt(CODES.size()))))
                : Optional.empty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void whatStandsIsWhatIsAnswered(long seed) {
        random = new Random(seed);
        Instant now = Instant.parse("2026-01-20T09:00:00Z");
        StandingFindings standing = StandingFindings.of(LAW, TYPES, CivilCalendar.italy(), now);
        int compared = 0;
        try (RegulationEngine engine = RegulationEngine.builder().build()) {
            engine.advanceTo(now);
            for (int number = 0; number < OF_A_TYPE; number++) {
                for (AssetType type : ALL) {
                    put(twin(type, number), engine, standing);
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
        AssetType type = ALL.get(random.nextInt(ALL.size()));
        Twin fresh = twin(type, random.nextInt(OF_A_TYPE));
        Twin before = twins.getOrDefault(fresh.id(), fresh);
        List<String> known = List.copyOf(fresh.values().keySet());
        String property = known.get(random.nextInt(known.size()));
        Value value = fresh.value(property).orElseThrow();
        Twin after = before.with(property, value);
        twins.put(after.id(), after);
        engine.put(after);
        standing.set(standing.numberOf(after.id()), standing.column(type.name(), property), value);
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
