package io.citytwin.examples.benchmark.measure;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Input;
import io.citytwin.core.signal.Passage;
import io.citytwin.examples.benchmark.city.GateTown;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Gatekeeper;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntConsumer;

/**
 * Measures what single questions cost under all shipped law: gates that must answer at once, and questions of the past that
 * share their clocks. For one thread at a time.
 */
final class Decisions {

    private static final Instant START = Instant.parse("2026-01-20T09:00:00Z");
    private static final int QUESTIONS = 1 << 16;
    /** So many decisions go by until a vehicle passes and another one's papers are read. */
    private static final int LIFE = 64;

    /** Questions between two looks at the clock. */
    private static final int TOGETHER = 64;

    private static final int COMPARED = 2_000;

    private static final double SECOND = 1e9;

    private final GateTown town;
    private final double seconds;
    private final RegulationEngine engine = RegulationEngine.builder().build();
    private final TwinId[] vehicles = new TwinId[QUESTIONS];
    private final TwinId[] gates = new TwinId[QUESTIONS];
    private final StringBuilder table = new StringBuilder("""
            | question | vehicles | per second of processor time | p50 | p99 | slowest |
            |---|---|---|---|---|---|
            """);
    private int next;
    private int passages;

    private Decisions(int size, double seconds) {
        this.town = GateTown.of(size, 1);
        this.seconds = seconds;
        Random random = new Random(2);
        for (int number = 0; number < QUESTIONS; number++) {
            vehicles[number] =
                    town.vehicles().get(random.nextInt(town.vehicles().size())).id();
            gates[number] =
                    town.gates().get(random.nextInt(town.gates().size())).id();
        }
    }

    /** What it prints. */
    static String run(Options options) throws IOException {
        StringBuilder all = new StringBuilder();
        for (int size : options.sizes()) {
            all.append(new Decisions(size, options.seconds()).measured()).append('\n');
        }
        Path output = Files.createDirectories(Path.of(options.output()));
        Files.writeString(output.resolve("decisions.md"), all);
        return all.toString();
    }

    private String measured() {
        town.areas().forEach(engine::put);
        town.gates().forEach(engine::put);
        town.vehicles().forEach(engine::put);
        engine.advanceTo(START);
        engine.announce(
                TwinId.of("it:province"), "it.lombardia.antismog/Level", "first", LocalDate.parse("2026-01-21"));
        engine.advanceTo(START.plus(Duration.ofDays(1)));
        Gatekeeper gatekeeper = engine.gatekeeper();
        IntConsumer atGate = number -> gatekeeper.at(vehicles[number], gates[number]);
        measure("at the gate, now", atGate);
        compare(gatekeeper);
        row("the same, while vehicles pass and papers are read", "-", latencies(atGate, this::live));
        compare(gatekeeper);
        AsOf past = AsOf.at(START.plus(Duration.ofHours(20)));
        measure("as decided, at an hour of the past", asked(past));
        measure("with what was known then", asked(past.knownBy(past.at())));
        measure("under the law published by a day", asked(past.publishedBy(LocalDate.parse("2026-01-01"))));
        measure("in hindsight", asked(past.inHindsight()));
        engine.close();
        return table.toString();
    }

    private IntConsumer asked(AsOf asOf) {
        return number -> engine.decide(Question.passage(vehicles[number], gates[number]), asOf);
    }

    /** Both are measured only because they say the same. */
    private void compare(Gatekeeper gatekeeper) {
        AsOf now = AsOf.at(engine.now());
        for (int number = 0; number < COMPARED; number++) {
            Question question = Question.passage(vehicles[number], gates[number]);
            Gatekeeper.Answer answer = gatekeeper.at(vehicles[number], gates[number]);
            if (!answer.equals(Gatekeeper.Answer.of(engine.decide(question, now)))) {
                throw new IllegalStateException("a gate is told something else than who asks `" + question + "`");
            }
        }
    }

    /** Now and then a vehicle passes, and the papers of another one are read. */
    private void live(int number) {
        if (number % LIFE == 0) {
            Instant now = engine.now().plusSeconds(1);
            Passage passage = new Passage("passage" + ++passages, vehicles[number], gates[number], now);
            engine.accept(new Input.Passed(passage, now));
            engine.accept(new Input.Observed(new Observation(
                    vehicles[QUESTIONS - 1 - number],
                    "euro",
                    Optional.of(new Value.Term(number % 3 == 0 ? "4" : "6")),
                    now,
                    now,
                    "papers",
                    Quality.GOOD)));
        }
    }

    private void measure(String question, IntConsumer ask) {
        for (int number = 0; number < QUESTIONS; number++) {
            ask.accept(number);
        }
        rate(ask, seconds);
        double rate = rate(ask, seconds);
        row(question, String.format(Locale.ROOT, "%,.0f", rate), latencies(ask, number -> {}));
    }

    /** Questions per second of processor time. */
    private double rate(IntConsumer ask, double longest) {
        long questions = 0;
        long cpu = Gauge.cpu();
        long end = System.nanoTime() + (long) (longest * SECOND);
        while (System.nanoTime() < end) {
            for (int number = 0; number < TOGETHER; number++) {
                ask.accept(turn());
            }
            questions += TOGETHER;
        }
        return questions * SECOND / (Gauge.cpu() - cpu);
    }

    private Times latencies(IntConsumer ask, IntConsumer meanwhile) {
        Times times = new Times();
        long end = System.nanoTime() + (long) (seconds * SECOND);
        while (System.nanoTime() < end) {
            int number = turn();
            meanwhile.accept(number);
            long before = System.nanoTime();
            ask.accept(number);
            times.add(System.nanoTime() - before);
        }
        return times;
    }

    private int turn() {
        next = (next + 1) % QUESTIONS;
        return next;
    }

    private void row(String question, String rate, Times times) {
        table.append(String.format(
                Locale.ROOT,
                "| %s | %,d | %s | %.1f us | %.1f us | %,.0f us |%n",
                question,
                town.vehicles().size(),
                rate,
                times.microseconds(0.5),
                times.microseconds(0.99),
                times.microseconds(1)));
    }
}
