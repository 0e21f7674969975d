package io.citytwin.examples.benchmark.measure;

import io.citytwin.examples.benchmark.Engine;
import io.citytwin.examples.benchmark.city.ReferenceCity;
import io.citytwin.examples.benchmark.city.Updates;
import io.citytwin.examples.benchmark.law.ChosenLaw;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures one engine on one city in a machine of its own, and prints a line for each figure. Updates come in blocks,
 * which take turns in how many are applied at once; between blocks nothing is measured. Bursts and hashes come behind
 * the same updates for all engines.
 */
final class Fork {

    static final int[] BATCHES = {1, 100, 1000};

    private static final long SEED = 20_260_120;
    private static final int BLOCK = 20_000;
    private static final int BLOCKS_BEFORE_BURSTS = 3;
    private static final int LEVELS = 20;
    private static final int WEEKS = 4;
    private static final int[] CHECKED_BLOCKS = {10, 50};
    private static final double NANOSECONDS = 1e9;
    private static final double MOST_WARM_UPS = 4;
    private static final CompilationMXBean COMPILER = ManagementFactory.getCompilationMXBean();

    private final ReferenceCity city;
    private final double seconds;
    private final Map<String, Object> figures = new TreeMap<>();
    private final Tally[] tallies = new Tally[BATCHES.length];
    private Engine engine;
    private Updates updates;
    private int blocks;

    /** What the blocks of one batch size came to. */
    private static final class Tally {
        private final Times batches = new Times();
        private long cpu;
        private long allocated;
        private long updates;
    }

    private Fork(Contender contender, int size, double seconds) {
        this.city = ReferenceCity.of(size, SEED);
        this.seconds = seconds;
        for (int i = 0; i < BATCHES.length; i++) {
            tallies[i] = new Tally();
        }
        ChosenLaw.shipped();
        long law = Gauge.sinceStart();
        this.engine = contender.make();
        figures.put("law.ms", law);
        figures.put("engine.ms", Gauge.sinceStart() - law);
        this.updates = Updates.of(city, SEED);
    }

    /** Measures; the arguments are engine, size and seconds. */
    public static void main(String... arguments) {
        Fork fork =
                new Fork(Contender.of(arguments[0]), Integer.parseInt(arguments[1]), Double.parseDouble(arguments[2]));
        fork.run();
        fork.figures.forEach((name, figure) -> System.out.println(name + " " + figure));
    }

    private void run() {
        load();
        while (blocks < BLOCKS_BEFORE_BURSTS) {
            block();
        }
        check("updates");
        levels();
        check("levels");
        clock();
        check("clock");
        warmUp();
        forget();
        long until = System.nanoTime() + (long) (seconds * NANOSECONDS);
        while (System.nanoTime() < until || Arrays.stream(tallies).anyMatch(tally -> tally.updates == 0)) {
            block();
        }
        engine.close();
        for (int i = 0; i < BATCHES.length; i++) {
            figure(BATCHES[i], tallies[i]);
        }
    }

    private void load() {
        long before = Gauge.heap();
        long start = System.nanoTime();
        engine.load(city);
        figures.put("load.ms", (System.nanoTime() - start) / 1_000_000);
        figures.put("heap.bytes", (Gauge.heap() - before) / (double) city.twins());
    }

    private void block() {
        Updates.Stream stream = updates.next(BLOCK);
        int turn = blocks % BATCHES.length;
        Tally tally = tallies[turn];
        int batch = BATCHES[turn];
        long cpu = Gauge.cpu();
        long allocated = Gauge.allocated();
        for (int from = 0; from < BLOCK; from += batch) {
            long start = System.nanoTime();
            engine.apply(stream, from, from + batch);
            tally.batches.add(System.nanoTime() - start);
        }
        tally.allocated += Gauge.allocated() - allocated;
        tally.cpu += Gauge.cpu() - cpu;
        tally.updates += BLOCK;
        blocks++;
        for (int checked : CHECKED_BLOCKS) {
            if (blocks == checked) {
                check("block" + checked);
            }
        }
    }

    private void levels() {
        Times times = new Times();
        ahead("level", engine::expectLevels);
        for (int i = 0; i <= LEVELS; i++) {
            int level = 1 - i % 2;
            long start = System.nanoTime();
            engine.level(0, level);
            times.add(System.nanoTime() - start);
        }
        engine.level(1, 2);
        burst("level", times);
    }

    private void clock() {
        Times times = new Times();
        Instant morning = ChosenLaw.morning();
        Instant night = ChosenLaw.night();
        Instant first = night;
        ahead("clock", () -> engine.expect(first));
        for (int week = 1; week <= WEEKS; week++) {
            long start = System.nanoTime();
            engine.clock(night);
            times.add(System.nanoTime() - start);
            morning = morning.plus(Duration.ofDays(7));
            night = night.plus(Duration.ofDays(7));
            start = System.nanoTime();
            engine.clock(morning);
            times.add(System.nanoTime() - start);
        }
        burst("clock", times);
    }

    private void ahead(String name, Runnable work) {
        long start = System.nanoTime();
        work.run();
        figures.put(name + ".ahead.ms", (System.nanoTime() - start) / 1_000_000);
    }

    private void burst(String name, Times times) {
        figures.put(name + ".p50.us", times.microseconds(0.5));
        figures.put(name + ".p99.us", times.microseconds(0.99));
    }

    /** Until the compiler rests, which it does later for more code; within some limits. */
    private void warmUp() {
        long until = System.nanoTime() + (long) (MOST_WARM_UPS * seconds * NANOSECONDS);
        long compiled = -1;
        while (System.nanoTime() < until && COMPILER.getTotalCompilationTime() != compiled) {
            compiled = COMPILER.getTotalCompilationTime();
            long next = System.nanoTime() + (long) (NANOSECONDS / 2);
            while (System.nanoTime() < next) {
                block();
            }
        }
    }

    private void forget() {
        for (int i = 0; i < BATCHES.length; i++) {
            tallies[i] = new Tally();
        }
    }

    private void check(String when) {
        figures.put("hash." + when, Long.toHexString(engine.hash(city)));
    }

    private void figure(int batch, Tally tally) {
        if (tally.updates == 0 || tally.cpu == 0) {
            return;
        }
        figures.put("rate." + batch, tally.updates * NANOSECONDS / tally.cpu);
        figures.put("allocated." + batch, tally.allocated / (double) tally.updates);
        figures.put("p50." + batch, tally.batches.microseconds(0.5));
        figures.put("p99." + batch, tally.batches.microseconds(0.99));
        figures.put("max." + batch, tally.batches.microseconds(1));
    }
}
