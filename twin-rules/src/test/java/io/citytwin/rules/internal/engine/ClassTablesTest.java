package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Input;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.StandingFindings.Ruling;
import io.citytwin.rules.StandingFindings.Verdict;
import io.citytwin.rules.regulation.Regulation;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random cities: at the end of every step each twin's class is told what F says of the twin, asked from nothing. */
class ClassTablesTest {

    private static final CivilCalendar CALENDAR = CivilCalendar.italy();
    private static final Instant START = Instant.EPOCH;
    private static final List<BigDecimal> NUMBERS =
            IntStream.rangeClosed(0, 5).mapToObj(BigDecimal::valueOf).toList();

    @TempDir
    private Path temp;

    private int unknown;
    private int said;
    private int changes;

    /** The same city twice: in tables, and as a fold whose twins are asked about one by one. */
    private final class Both {

        private final Law law;
        private final Fold fold;
        private final Scenes scenes;
        private final ClassTables tables;
        private final Map<String, Verdict> heard = new HashMap<>();

        Both(List<Regulation> regulations, AssetTypes types) {
            this.law = new Law(regulations);
            this.fold = Store.city(law, types);
            this.scenes = new Scenes(law, types);
            this.tables = new ClassTables(law, types, CALENDAR, START, new KeptRegisters(fold));
        }

        void put(Twin twin) {
            fold.accept(new Input.TwinChanged(twin, fold.now()));
            tables.put(twin);
        }

        void set(TwinId id, String property, Optional<Value> value) {
            Twin before = fold.twin(id).orElseThrow();
            Map<String, Value> values = new HashMap<>(before.values());
            value.ifPresentOrElse(fresh -> values.put(property, fresh), () -> values.remove(property));
            Twin after = Twin.of(id, before.type()).in(before.zones());
            for (Map.Entry<String, Value> one : values.entrySet()) {
                after = after.with(one.getKey(), one.getValue());
            }
            fold.accept(new Input.TwinChanged(after, fold.now()));
            tables.set(tables.numberOf(id), tables.column(before.type().name(), property), value.orElse(null));
        }

        /** Twins as the fold knows them afterwards, and the time. */
        void accept(Input input) {
            Instant at = input.receivedAt().isAfter(fold.now()) ? input.receivedAt() : fold.now();
            fold.accept(input);
            tables.advanceTo(at);
            if (input instanceof Input.TwinChanged changed) {
                tables.put(changed.twin());
            } else if (input instanceof Input.Observed seen) {
                tables.put(fold.twin(seen.observation().twin()).orElseThrow());
            }
        }

        void advanceTo(Instant moment) {
            fold.advanceTo(moment);
            tables.advanceTo(moment);
        }

        void compare() {
            tables.readRegisters();
            tables.step((twin, before, now) -> {
                Verdict last = heard.put(twin + " " + now.provision(), now);
                assertThat(before.rulings()).isEqualTo(last == null ? List.of() : last.rulings());
                changes++;
            });
            for (Twin twin : fold.twins().values()) {
                List<Verdict> expected = cold(twin);
                assertThat(tables.of(tables.numberOf(twin.id())))
                        .as(twin.toString())
                        .isEqualTo(expected);
                for (Verdict verdict : expected) {
                    assertThat(heard.get(tables.numberOf(twin.id()) + " " + verdict.provision()))
                            .isEqualTo(verdict);
                    unknown += verdict.unknown().isEmpty() ? 0 : 1;
                    said += verdict.rulings().size();
                }
            }
        }

        private List<Verdict> cold(Twin twin) {
            Moment moment = Moment.of(fold.now(), LocalDate.MAX, Instant.MAX, CALENDAR);
            Topic topic = new Topic(twin, new Topic.OfAll());
            List<Verdict> all = new ArrayList<>();
            for (Group group : law.provisions(topic)) {
                Decider.Verdict verdict = new Decider(law, scenes, fold, moment).judge(group, topic, fold);
                List<Ruling> rulings = verdict.findings().stream()
                        .map(finding -> new Ruling(finding.provision().id(), finding.effect()))
                        .distinct()
                        .sorted(Comparator.comparing(Object::toString))
                        .toList();
                if (!rulings.isEmpty() || !verdict.unknown().isEmpty()) {
                    all.add(new Verdict(group.regulation().id() + "/" + group.name(), rulings, verdict.unknown()));
                }
            }
            all.sort(Comparator.comparing(Verdict::provision));
            return all;
        }
    }

    private void run(Both city, List<AssetType> types, Random random, int steps) {
        AnyCity any = new AnyCity(random, types, NUMBERS, List.of("XX-1", "XX-2", "XX"));
        city.advanceTo(Store.NOON);
        any.twins().forEach(city::put);
        city.compare();
        for (int step = 0; step < steps; step++) {
            int updates = 1 + random.nextInt(4);
            for (int update = 0; update < updates; update++) {
                Twin twin = any.twin();
                List<String> properties = List.copyOf(twin.type().properties().keySet());
                if (random.nextInt(6) == 0 || properties.isEmpty()) {
                    city.put(twin);
                } else {
                    String property = properties.get(random.nextInt(properties.size()));
                    city.set(twin.id(), property, any.value(twin.type(), property));
                }
            }
            if (random.nextInt(5) == 0) {
                city.advanceTo(city.fold.now().plus(Duration.ofHours(random.nextInt(40))));
            }
            city.compare();
        }
    }

    @Test
    void randomRules() {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            Both city = new Both(List.of(Store.regulation(temp, new RandomRules(random).rules())), Store.TYPES);
            run(city, List.of(Store.TYPES.get("Depot"), Store.TYPES.get("Crate")), random, 25);
        }
        assertThat(unknown).isGreaterThan(200);
        assertThat(said).isGreaterThan(200);
        assertThat(changes).isGreaterThan(200);
    }

    @Test
    void claimsOfDevices() {
        for (int seed = 0; seed < 3; seed++) {
            Both city = new Both(ClaimRules.regulations(), AssetTypes.builtIn());
            run(city, List.copyOf(AssetTypes.builtIn().all()), new Random(seed), 70);
        }
        assertThat(unknown).isGreaterThan(1_000);
        assertThat(said).isGreaterThan(1_000);
    }

    @Test
    void levelsAndMeasuresOfAWinter() {
        for (long seed = 1; seed <= 2; seed++) {
            Both city = new Both(SmokeRules.regulations(), AssetTypes.builtIn());
            for (Input input : RandomCity.inputs(seed, 30)) {
                city.accept(input);
                city.compare();
            }
        }
        assertThat(unknown).isGreaterThan(200);
        assertThat(said).isGreaterThan(200);
    }
}
