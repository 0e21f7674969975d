package io.citytwin.examples.benchmark.measure;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.MemoryJournal;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.examples.benchmark.city.Column;
import io.citytwin.examples.benchmark.city.Kind;
import io.citytwin.examples.benchmark.city.ReferenceCity;
import io.citytwin.examples.benchmark.city.Updates;
import io.citytwin.examples.benchmark.law.ChosenLaw;
import io.citytwin.rules.LiveFindings;
import io.citytwin.rules.regulation.Regulation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Measures the whole way in a machine of its own: observations with unit, quality and time enter a graph that journals
 * them, and findings follow. Then the law is changed meanwhile, again and again. Prints a line for each figure.
 */
final class GraphFork {

    private static final long SEED = 20_260_120;
    private static final int BATCH = 1_000;
    private static final int BLOCK = 20_000;
    private static final int REFORMS = 5;
    private static final int SHARDS = 1;
    private static final double NANOSECONDS = 1e9;
    private static final LiveFindings.Listener NOBODY = (twin, before, now) -> {};

    private final ReferenceCity city;
    private final Map<String, Object> figures = new TreeMap<>();
    private final List<TwinId> ids = new ArrayList<>();
    private final List<Regulation> law = ChosenLaw.shipped().regulations();
    private Instant now = ChosenLaw.morning();
    private long used;

    private GraphFork(int size) {
        this.city = ReferenceCity.of(size, SEED);
    }

    /** Measures; the arguments are size and seconds. */
    public static void main(String... arguments) {
        GraphFork fork = new GraphFork(Integer.parseInt(arguments[0]));
        fork.heap();
        fork.rate(Double.parseDouble(arguments[1]));
        fork.reform(Double.parseDouble(arguments[1]));
        fork.figures.forEach((name, figure) -> System.out.println(name + " " + figure));
    }

    private TwinGraph areas(Journal journal) {
        TwinGraph graph = TwinGraph.of(AssetTypes.builtIn(), journal);
        graph.put(city.areas(), now);
        return graph;
    }

    private TwinGraph graph(Journal journal) {
        TwinGraph graph = areas(journal);
        List<Twin> twins = new ArrayList<>();
        for (int i = 0; i < city.twins(); i++) {
            twins.add(city.twin(i));
        }
        graph.put(twins, now);
        return graph;
    }

    private LiveFindings follow(TwinGraph graph) {
        LiveFindings live = LiveFindings.of(graph, new LiveFindings.CityLaw(law, CivilCalendar.italy(), now), SHARDS);
        for (int i = 0; i < ReferenceCity.PROVINCES; i++) {
            live.level(ChosenLaw.SMOG, "Level", city.province(i), ChosenLaw.LEVELS.get(0));
        }
        live.step(NOBODY);
        return live;
    }

    private void heap() {
        long before = Gauge.heap();
        try (LiveFindings ofAreas = follow(areas(Journal.forgetful()))) {
            ofAreas.step(NOBODY);
            figures.put("heap.law", (Gauge.heap() - before) / (double) city.twins());
        }
        long empty = Gauge.heap();
        TwinGraph graph = graph(Journal.forgetful());
        long alone = Gauge.heap();
        try (LiveFindings live = follow(graph)) {
            long both = Gauge.heap();
            figures.put("heap.graph", (alone - empty) / (double) city.twins());
            figures.put("heap.engine", (both - alone) / (double) city.twins());
            figures.put(
                    "classes",
                    live.classes().values().stream().mapToInt(Integer::intValue).sum());
        }
    }

    private void rate(double seconds) {
        TwinGraph graph = graph(new MemoryJournal());
        find(graph);
        try (LiveFindings live = follow(graph)) {
            Updates updates = Updates.of(city, SEED);
            Times ignored = new Times();
            run(seconds, () -> block(graph, live, updates, ignored));
            Times times = new Times();
            used = 0;
            int blocks = run(seconds, () -> block(graph, live, updates, times));
            figures.put("rate", blocks * BLOCK * NANOSECONDS / used);
            figures.put("p50", times.microseconds(0.5));
            figures.put("p99", times.microseconds(0.99));
            figures.put("max", times.microseconds(1));
        }
    }

    /** As who sends observations of a device again and again keeps the id that it found in the inventory. */
    private void find(TwinGraph graph) {
        ids.clear();
        for (int i = 0; i < city.twins(); i++) {
            ids.add(graph.find(city.id(i)).orElseThrow().id());
        }
    }

    private static int run(double seconds, Runnable block) {
        long until = System.nanoTime() + (long) (seconds * NANOSECONDS);
        int blocks = 0;
        while (System.nanoTime() < until) {
            block.run();
            blocks++;
        }
        return blocks;
    }

    private void block(TwinGraph graph, LiveFindings live, Updates updates, Times times) {
        List<Observation> observations = observations(updates.next(BLOCK));
        long cpu = Gauge.cpu();
        for (int from = 0; from < BLOCK; from += BATCH) {
            long start = System.nanoTime();
            observations.subList(from, from + BATCH).forEach(graph::observe);
            live.step(NOBODY);
            times.add(System.nanoTime() - start);
        }
        used += Gauge.cpu() - cpu;
    }

    private List<Observation> observations(Updates.Stream stream) {
        List<Observation> observations = new ArrayList<>(BLOCK);
        for (int i = 0; i < BLOCK; i++) {
            int twin = stream.twins()[i];
            Kind kind = city.kind(twin);
            Column column = city.columns(kind).get(stream.columns()[i]);
            now = now.plusMillis(1);
            observations.add(new Observation(
                    ids.get(twin),
                    column.property(),
                    Optional.of(column.values().get(stream.values()[i])),
                    now,
                    now,
                    "benchmark",
                    Quality.GOOD));
        }
        return observations;
    }

    /** The law changes while observations go on coming: how long does any of them wait? */
    private void reform(double seconds) {
        // What happened is kept elsewhere: a collector that copies a journal in memory would be all that one sees.
        TwinGraph graph = graph(Journal.forgetful());
        find(graph);
        try (LiveFindings live = follow(graph)) {
            Updates updates = Updates.of(city, SEED);
            Times ignored = new Times();
            run(seconds, () -> block(graph, live, updates, ignored));
            reform(graph, live, updates);
        }
    }

    private void reform(TwinGraph graph, LiveFindings live, Updates updates) {
        Times waits = new Times();
        Times works = new Times();
        Times turns = new Times();
        Times holds = new Times();
        for (int reform = 0; reform < REFORMS; reform++) {
            List<Regulation> next = reform % 2 == 0 ? law.subList(0, law.size() - 1) : law;
            CompletableFuture<Void> adopted = CompletableFuture.runAsync(() -> {
                long start = System.nanoTime();
                LiveFindings.Candidate candidate = live.prepare(next);
                long ready = System.nanoTime();
                CompletableFuture<Void> turn = CompletableFuture.runAsync(() -> live.adopt(candidate, NOBODY));
                holds.add(longestAnswer(live, turn));
                turn.join();
                works.add(ready - start);
                turns.add(System.nanoTime() - ready);
            });
            while (!adopted.isDone()) {
                block(graph, live, updates, waits);
            }
            adopted.join();
        }
        figures.put("reform.work", works.microseconds(0.5));
        figures.put("reform.wait.p50", waits.microseconds(0.5));
        figures.put("reform.wait.p99", waits.microseconds(0.99));
        figures.put("reform.wait.max", waits.microseconds(1));
        figures.put("reform.turn", turns.microseconds(0.5));
        figures.put("reform.hold", holds.microseconds(0.5));
    }

    /** The longest that a shard lets a question wait while it turns to another law. */
    private long longestAnswer(LiveFindings live, CompletableFuture<Void> turn) {
        long longest = 0;
        while (!turn.isDone()) {
            long start = System.nanoTime();
            live.of(ids.get(0));
            longest = Math.max(longest, System.nanoTime() - start);
        }
        return longest;
    }
}
