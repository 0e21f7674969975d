package io.citytwin.regulations.it;

import static io.citytwin.regulations.it.ShippedCity.ALL;
import static io.citytwin.regulations.it.ShippedCity.LAW;
import static io.citytwin.regulations.it.ShippedCity.OF_A_TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.AssetType;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.LiveFindings;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.StandingFindings.Ruling;
import io.citytwin.rules.StandingFindings.Verdict;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.regulation.Regulation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A graph that changes in every way, and law that changes with it: at each step's end, any number of shards tells the same,
 * which adds up to what the engine answers about each twin when it is asked.
 */
class LiveFindingsTest {

    private static final CivilCalendar CALENDAR = CivilCalendar.italy();
    private static final Instant START = Instant.parse("2026-01-20T09:00:00Z");
    private static final int[] SHARDS = {1, 2, 7};

    private final TwinGraph graph = TwinGraph.of(ShippedCity.TYPES);
    private final List<List<String>> heard = new ArrayList<>();
    private final Map<String, Verdict> last = new HashMap<>();
    private List<LiveFindings> parts = List.of();
    private List<Regulation> law = List.of();
    private Random random = new Random(0);
    private ShippedCity any = new ShippedCity(random);
    private Instant now = START;
    private int compared;
    private int told;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsToldAddsUpToWhatIsAnswered(long seed) {
        begin(seed);
        try (RegulationEngine engine =
                RegulationEngine.builder().regulations(law).build()) {
            engine.advanceTo(now);
            step(engine);
            for (int step = 0; step < 12; step++) {
                change(engine, step);
                step(engine);
            }
        } finally {
            parts.forEach(LiveFindings::close);
        }
        assertThat(compared).isGreaterThan(300);
        assertThat(told).isGreaterThan(200);
    }

    @Test
    void theCityGoesOnWhileALawIsWorkedOut() {
        begin(4);
        try (RegulationEngine engine =
                RegulationEngine.builder().regulations(law).build()) {
            engine.advanceTo(now);
            step(engine);
            for (int reform = 0; reform < 3; reform++) {
                List<Regulation> next = someLaw();
                CompletableFuture<List<LiveFindings.Candidate>> candidates = CompletableFuture.supplyAsync(
                        () -> parts.stream().map(part -> part.prepare(next)).toList());
                do {
                    update();
                } while (!candidates.isDone());
                engine.adopt(next);
                law = next;
                law = next;
                for (int part = 0; part < parts.size(); part++) {
                    parts.get(part).adopt(candidates.join().get(part), listener(part));
                }
                step(engine);
            }
        } finally {
            parts.forEach(LiveFindings::close);
        }
        assertThat(compared).isGreaterThan(100);
    }

    private void begin(long seed) {
        random = new Random(seed);
        any = new ShippedCity(random);
        List<Twin> twins = new ArrayList<>();
        for (AssetType type : ALL) {
            IntStream.range(0, OF_A_TYPE).forEach(number -> twins.add(any.twin(type, number)));
        }
        graph.put(twins, now);
        law = someLaw();
        parts = IntStream.of(SHARDS)
                .mapToObj(shards -> LiveFindings.of(graph, new LiveFindings.CityLaw(law, CALENDAR, now), shards))
                .toList();
        parts.forEach(part -> heard.add(new ArrayList<>()));
    }

    /** About half of the shipped law, and all that it uses. */
    private List<Regulation> someLaw() {
        Set<String> chosen = new HashSet<>();
        LAW.stream().filter(one -> random.nextBoolean()).forEach(one -> choose(one, chosen));
        return LAW.stream().filter(one -> chosen.contains(one.id())).toList();
    }

    private static void choose(Regulation regulation, Set<String> chosen) {
        if (chosen.add(regulation.id())) {
            regulation
                    .uses()
                    .values()
                    .forEach(used -> LAW.stream()
                            .filter(other -> other.id().equals(used))
                            .forEach(other -> choose(other, chosen)));
        }
    }

    private void change(RegulationEngine engine, int step) {
        List<LiveFindings.Candidate> candidates = new ArrayList<>();
        List<Regulation> next = someLaw();
        boolean reform = step % 3 == 2;
        update();
        if (reform) {
            parts.forEach(part -> candidates.add(part.prepare(next)));
        }
        update();
        now = now.plus(Duration.ofHours(random.nextInt(20)));
        announceSome(engine);
        if (random.nextBoolean()) {
            parts.forEach(part -> part.prepare(now));
        }
        engine.advanceTo(now);
        parts.forEach(part -> part.advanceTo(now));
        if (reform) {
            engine.adopt(next);
            law = next;
            for (int part = 0; part < parts.size(); part++) {
                parts.get(part).adopt(candidates.get(part), listener(part));
            }
        }
    }

    private void announceSome(RegulationEngine engine) {
        forEachLevel((regulation, level, subject) -> {
            if (random.nextInt(4) == 0) {
                List<String> states = level.states().names();
                String state = states.get(random.nextInt(states.size()));
                engine.announce(subject, regulation.id() + "/" + level.name(), state, CALENDAR.dateOf(engine.now()));
                parts.forEach(part -> part.prepare(regulation.id(), level.name(), state));
            }
        });
    }

    /** The engine decides levels; findings are told. */
    private void tellLevels(RegulationEngine engine) {
        forEachLevel((regulation, level, subject) -> {
            String state = engine.levelOn(regulation.id(), level.name(), subject, CALENDAR.dateOf(now));
            parts.forEach(part -> part.level(regulation.id(), level.name(), subject, state));
        });
    }

    private interface OfLevel {
        void take(Regulation regulation, StateSpec.Level level, TwinId subject);
    }

    private void forEachLevel(OfLevel each) {
        for (Regulation regulation : law) {
            regulation
                    .state()
                    .levels()
                    .values()
                    .forEach(level -> graph.all(level.of()).forEach(subject -> each.take(regulation, level, subject)));
        }
    }

    private void update() {
        for (int update = 0; update < 6; update++) {
            AssetType type = ALL.get(random.nextInt(ALL.size()));
            TwinId id = ShippedCity.id(type.name(), random.nextInt(OF_A_TYPE));
            Optional<Twin> known = graph.find(id);
            if (random.nextInt(8) == 0 || known.isEmpty()) {
                Twin twin = any.twin(type, random.nextInt(OF_A_TYPE));
                if (twin.values().values().stream().allMatch(this::leadsSomewhere)) {
                    graph.put(List.of(twin), now);
                }
            } else if (random.nextInt(8) == 0) {
                removeIfNobodyNeedsIt(id);
            } else {
                observe(known.get());
            }
        }
    }

    private void observe(Twin twin) {
        List<String> properties = List.copyOf(twin.type().properties().keySet());
        String property = properties.get(random.nextInt(properties.size()));
        Optional<Value> value = any.value(twin.type().properties().get(property));
        if (value.isPresent() && !leadsSomewhere(value.get())) {
            return;
        }
        graph.observe(new Observation(twin.id(), property, value, now, now, "test", Quality.GOOD));
    }

    private boolean leadsSomewhere(Value value) {
        return !(value instanceof Value.Ref to) || graph.find(to.target()).isPresent();
    }

    private void removeIfNobodyNeedsIt(TwinId id) {
        boolean needed = ALL.stream()
                .flatMap(type -> graph.all(type.name()).stream())
                .flatMap(twin -> graph.find(twin).orElseThrow().values().values().stream())
                .anyMatch(value -> value instanceof Value.Ref to && to.target().equals(id));
        if (!needed) {
            graph.remove(id, now);
        }
    }

    private LiveFindings.Listener listener(int part) {
        return (twin, before, after) -> {
            heard.get(part).add(twin + " " + before + " " + after);
            if (part == 0) {
                assertThat(last.getOrDefault(twin + " " + after.provision(), before))
                        .isEqualTo(before);
                last.put(twin + " " + after.provision(), after);
                told++;
            }
        };
    }

    private void step(RegulationEngine engine) {
        tellLevels(engine);
        for (int part = 0; part < parts.size(); part++) {
            parts.get(part).step(listener(part));
            assertThat(heard.get(part)).isEqualTo(heard.get(0));
        }
        for (AssetType type : ALL) {
            for (TwinId id : graph.all(type.name())) {
                engine.put(graph.find(id).orElseThrow());
            }
        }
        ALL.forEach(type -> graph.all(type.name()).forEach(id -> compare(id, engine)));
    }

    private void compare(TwinId id, RegulationEngine engine) {
        List<Ruling> answered = engine.findings(id).stream()
                .map(finding -> new Ruling(finding.provision().id(), finding.effect()))
                .distinct()
                .toList();
        for (LiveFindings part : parts) {
            List<Verdict> stands = part.of(id);
            assertThat(stands.stream().flatMap(verdict -> verdict.rulings().stream()))
                    .as(id.toString())
                    .containsExactlyInAnyOrderElementsOf(answered);
            stands.forEach(verdict -> assertThat(last.get(id + " " + verdict.provision()))
                    .as(id.toString())
                    .isEqualTo(verdict));
        }
        compared += answered.size();
    }
}
