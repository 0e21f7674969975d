package io.citytwin.examples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.examples.benchmark.city.Column;
import io.citytwin.examples.benchmark.city.Kind;
import io.citytwin.examples.benchmark.city.ReferenceCity;
import io.citytwin.examples.benchmark.city.Updates;
import io.citytwin.examples.benchmark.drools.NaiveDroolsEngine;
import io.citytwin.examples.benchmark.drools.TunedDroolsEngine;
import io.citytwin.examples.benchmark.hand.HandWrittenEngine;
import io.citytwin.examples.benchmark.law.ChosenLaw;
import io.citytwin.examples.benchmark.ours.OursEngine;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnginesAgreeTest {

    private static final int UPDATES = 1500;
    private static final int BATCH = 100;

    private static final Map<String, Supplier<Engine>> ENGINES = new TreeMap<>();

    private final Map<String, Engine> running = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();

    @BeforeAll
    static void compile() {
        ENGINES.put("hand-written", HandWrittenEngine::new);
        ENGINES.put("CityTwin", OursEngine::new);
        ENGINES.put("naive Drools", NaiveDroolsEngine.compile());
        ENGINES.put("tuned Drools", TunedDroolsEngine.compile());
    }

    @AfterEach
    void close() {
        running.values().forEach(Engine::close);
    }

    private void start(ReferenceCity city) {
        ENGINES.forEach((name, make) -> running.put(name, make.get()));
        running.values().forEach(engine -> engine.load(city));
    }

    private void all(Oracle oracle, Consumer<Engine> happens) {
        happens.accept(oracle);
        running.values().forEach(happens);
    }

    private void checkpoint(String when, Oracle oracle, ReferenceCity city) {
        for (int twin = 0; twin < city.twins(); twin++) {
            Set<String> truth = oracle.findings(twin);
            seen.addAll(truth);
            for (Map.Entry<String, Engine> engine : running.entrySet()) {
                assertThat(engine.getValue().findings(twin))
                        .as("%s, %s, %s", engine.getKey(), when, city.twin(twin))
                        .isEqualTo(truth);
            }
        }
        long hash = oracle.hash(city);
        running.forEach((name, engine) -> assertThat(engine.hash(city)).as(name).isEqualTo(hash));
    }

    private void live(ReferenceCity city, long seed) {
        try (Oracle oracle = new Oracle()) {
            start(city);
            oracle.load(city);
            checkpoint("at the start", oracle, city);
            Updates updates = Updates.of(city, seed);
            happens(updates, oracle);
            all(oracle, engine -> engine.level(0, 1));
            checkpoint("at the first level", oracle, city);
            all(oracle, engine -> engine.level(1, 2));
            happens(updates, oracle);
            checkpoint("at the second level, elsewhere", oracle, city);
            all(oracle, engine -> engine.clock(ChosenLaw.night()));
            happens(updates, oracle);
            checkpoint("at night", oracle, city);
        }
    }

    private void happens(Updates updates, Oracle oracle) {
        Updates.Stream stream = updates.next(UPDATES);
        for (int i = 0; i < UPDATES; i += BATCH) {
            int from = i;
            all(oracle, engine -> engine.apply(stream, from, from + BATCH));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void everyEngineSaysWhatTheLibrarySaysOfEveryTwin(long seed) {
        live(ReferenceCity.of(300, seed), seed);
    }

    // A city in which few are vehicles, so that rules on other kinds are met often enough to be told apart.
    @Test
    void everyEngineSaysItOfKindsThatAreFewInTheCity() {
        live(ReferenceCity.even(240, 4), 4);

        Set<String> provisions = new HashSet<>();
        seen.forEach(finding -> provisions.add(finding.substring(0, finding.indexOf(' '))));
        assertThat(provisions)
                .contains(
                        "it.lombardia.antismog/heating",
                        "it.lombardia.antismog/stoves",
                        "it.lombardia.permanent/ban",
                        "it.lombardia.permanent/lowland",
                        "it.lombardia.permanent/pellets",
                        "it.lombardia.street-lighting/upward",
                        "it.nazionale.charging-points/payment",
                        "it.nazionale.grid-connection/night",
                        "it.nazionale.heating/annex",
                        "it.nazionale.heating/bands",
                        "it.nazionale.heating/clock",
                        "it.nazionale.heating/hours",
                        "it.nazionale.street-lighting/dimmed",
                        "it.nazionale.vehicle-classes/class");
    }

    // One fuel code is right for the vehicle and the others are not.
    @Test
    void anotherLastUpdateIsAnotherHash() {
        ReferenceCity city = ReferenceCity.of(300, 5);
        Column code = city.columns(Kind.VEHICLE).stream()
                .filter(one -> one.property().equals("fuelCode"))
                .findFirst()
                .orElseThrow();
        Set<Long> hashes = new HashSet<>();
        for (short value = 0; value < code.values().size(); value++) {
            try (HandWrittenEngine engine = new HandWrittenEngine()) {
                engine.load(city);
                short[] column = {(short) code.index()};
                engine.apply(new Updates.Stream(new int[] {0}, column, new short[] {value}), 0, 1);
                hashes.add(engine.hash(city));
            }
        }
        assertThat(hashes).hasSize(2);
    }

    @Test
    void theSameSeedIsTheSameCityAndTheSameUpdates() {
        Updates.Stream some = Updates.of(ReferenceCity.of(300, 6), 7).next(1000);
        Updates.Stream same = Updates.of(ReferenceCity.of(300, 6), 7).next(1000);
        Updates.Stream others = Updates.of(ReferenceCity.of(300, 6), 8).next(1000);

        assertThat(same.twins()).isEqualTo(some.twins());
        assertThat(same.values()).isEqualTo(some.values());
        assertThat(others.twins()).isNotEqualTo(some.twins());
    }
}
