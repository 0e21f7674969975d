package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Input;
import io.citytwin.core.signal.Passage;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Question;
import io.citytwin.rules.regulation.Regulation;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever groups of rules were asked before, a decision is to the last word the one of a law that never was asked. */
class RememberedAnswersTest {

    private static final CivilCalendar CALENDAR = CivilCalendar.italy();
    private static final List<BigDecimal> NUMBERS =
            IntStream.rangeClosed(0, 4).mapToObj(BigDecimal::valueOf).toList();
    private static final List<TwinId> GATES = List.of(Town.INNER_GATE, Town.OUTER_GATE, Town.LANE, Town.FAR_GATE);

    @TempDir
    private Path temp;

    private final Set<Object> seen = new HashSet<>();

    /** A city under a law, whose answers are compared. */
    private final class City {

        private final List<Regulation> regulations;
        private final AssetTypes types;
        private final Law law;
        private final Scenes scenes;
        private final Fold fold;

        City(Collection<Regulation> regulations, AssetTypes types) {
            this.regulations = List.copyOf(regulations);
            this.types = types;
            this.law = new Law(this.regulations);
            this.scenes = new Scenes(law, types);
            this.fold = Store.city(law, types);
        }

        void put(Twin twin) {
            fold.accept(new Input.TwinChanged(twin, fold.now()));
        }

        void compare(Question question, Instant at, LocalDate published) {
            Moment moment = Moment.of(at, published, Instant.MAX, CALENDAR);
            AsOf asOf = AsOf.at(at);
            Decision warm = new Decider(law, scenes, fold, moment).decide(question, asOf);
            Law never = new Law(regulations, law);
            Decision cold = new Decider(never, new Scenes(never, types), fold, moment).decide(question, asOf);
            assertThat(warm).isEqualTo(cold);
            assertThat(warm.explain("en")).isEqualTo(cold.explain("en"));
            seen.add(List.of(warm.outcome(), warm.findings().size(), warm.notApplied()));
        }
    }

    @Test
    void randomRules() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            City city = new City(List.of(Store.regulation(temp, new RandomRules(random).rules())), Store.TYPES);
            city.fold.advanceTo(Store.NOON);
            AnyCity any = new AnyCity(
                    random, List.of(Store.TYPES.get("Depot"), Store.TYPES.get("Crate")), NUMBERS, List.of("XX"));
            any.twins().forEach(city::put);
            for (int step = 0; step < 25; step++) {
                city.put(any.twin());
                TwinId crate = TwinId.of("xx:Crate" + random.nextInt(4));
                Question question =
                        random.nextBoolean() ? Question.may(crate, "move") : Question.limits(crate, "length");
                city.compare(question, Store.NOON.plus(Duration.ofDays(random.nextInt(3))), LocalDate.MAX);
            }
        }
        assertThat(seen).hasSizeGreaterThan(60);
    }

    @Test
    void levelsOfAWinter() {
        City city = new City(SmokeRules.regulations(), AssetTypes.builtIn());
        Random random = new Random(1);
        for (Input input : RandomCity.inputs(1, 20)) {
            city.fold.accept(input);
            if (city.fold.twins().containsKey(TwinId.of("xx:shop"))) {
                TwinId car = TwinId.of("xx:car" + random.nextInt(8));
                city.compare(Question.may(car, "circulate"), city.fold.now(), LocalDate.MAX);
                city.compare(
                        Question.limits(TwinId.of("xx:home"), "indoorTemperature"), city.fold.now(), LocalDate.MAX);
            }
        }
        assertThat(seen).hasSizeGreaterThan(20);
    }

    private static Twin car(Random random) {
        String values = List.of("", "fuel=diesel euro=2", "length=7.51", "homeZone=xx:inner", "category=N1")
                .get(random.nextInt(5));
        Twin car = Town.car(TwinId.of("xx:car" + random.nextInt(6)), values + " holder=h" + random.nextInt(3));
        return random.nextInt(3) > 0 ? car : AssetTypes.builtIn().twin(car.id().toString(), "Vehicle");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void passagesAndDrives(long seed) {
        Random random = new Random(seed);
        City city = new City(Edited.copy("gates", temp).regulations(), AssetTypes.builtIn());
        List.of(Town.twins()).forEach(city::put);
        city.fold.advanceTo(Town.at("2023-10-27T06:00"));
        IntStream.range(0, 6).forEach(number -> city.put(Town.car(TwinId.of("xx:car" + number), "")));
        for (int step = 0; step < 200; step++) {
            city.put(car(random));
            Instant now = city.fold.now().plus(Duration.ofMinutes(random.nextInt(300)));
            TwinId car = TwinId.of("xx:car" + random.nextInt(6));
            TwinId gate = GATES.get(random.nextInt(4));
            city.fold.accept(new Input.Passed(new Passage("p" + step, car, gate, now), now));
            LocalDate published = random.nextBoolean() ? LocalDate.MAX : LocalDate.parse("2022-01-01");
            city.compare(Question.passage(car, gate), now, published);
            city.compare(Question.drive(car, gate), now.minus(Duration.ofHours(random.nextInt(20))), published);
        }
        assertThat(seen).hasSizeGreaterThan(20);
    }
}
