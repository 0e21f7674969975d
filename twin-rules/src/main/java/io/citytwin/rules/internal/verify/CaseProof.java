package io.citytwin.rules.internal.verify;

import io.citytwin.rules.AsOf;
import io.citytwin.rules.Cell;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.internal.engine.Engines;
import io.citytwin.rules.verify.Answer;
import io.citytwin.rules.verify.Explanation;
import io.citytwin.rules.verify.ExplanationReport;
import io.citytwin.rules.verify.Flip;
import io.citytwin.rules.verify.LevelExplanation;
import io.citytwin.rules.verify.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Explains what one case asks, and proves it by asking again. For one thread at a time. */
final class CaseProof {

    private final City city;
    private final Engines engines;
    private final Case one;
    private final List<String> failures = new ArrayList<>();
    private final List<String> unreachable = new ArrayList<>();
    private int answers;
    private int levels;
    private int flips;
    private int whyNots;

    CaseProof(City city, Engines engines, Case one) {
        this.city = city;
        this.engines = engines;
        this.one = one;
    }

    /** The explanations of all answers. */
    List<Explanation> explanations() {
        return expectedAnswers().map(this::explain).toList();
    }

    private Explanation explain(Expectation.Answer expected) {
        try (RegulationEngine engine = engines.build()) {
            return explain(expected, engine);
        }
    }

    /** What was proved of all answers and levels; tells of each answer's explanation. */
    ExplanationReport report(Consumer<Explanation> told) {
        expectedAnswers().forEach(expected -> told.accept(proveAnswer(expected)));
        expectedLevels().forEach(this::proveLevel);
        return new ExplanationReport(answers, levels, flips, unreachable, whyNots, failures);
    }

    private Stream<Expectation.Answer> expectedAnswers() {
        return one.expectations().stream()
                .filter(Expectation.Answer.class::isInstance)
                .map(Expectation.Answer.class::cast);
    }

    private Stream<Expectation.InForce> expectedLevels() {
        return one.expectations().stream()
                .filter(Expectation.InForce.class::isInstance)
                .map(Expectation.InForce.class::cast);
    }

    private LevelExplanation explain(Expectation.InForce expected, RegulationEngine engine) {
        one.given().feed(engine, one.clocks().at(expected.until()));
        Cell.Level level = new Cell.Level(city.main().id(), expected.level(), expected.twin(), expected.day());
        return LevelExplanation.of(engine, level, one.clocks().at(expected.until()));
    }

    private void proveLevel(Expectation.InForce expected) {
        try (RegulationEngine engine = engines.build()) {
            LevelExplanation explanation = explain(expected, engine);
            String where = expected.place() + " " + one.title() + " on " + expected.day() + ", ";
            levels++;
            flips += explanation.flips().size() + explanation.ahead().size();
            if (!explanation.state().equals(expected.state())) {
                failures.add(where + explanation.state() + " instead of " + expected.state());
            }
            new LevelProof(city, engines, one, explanation).failures().forEach(wrong -> failures.add(where + wrong));
        }
    }

    private Explanation explain(Expectation.Answer expected, RegulationEngine engine) {
        one.given().feed(engine, one.clocks().at(expected.until()));
        return Explanation.of(engine, one.question().orElseThrow(), one.clocks().at(expected.until()));
    }

    private Explanation proveAnswer(Expectation.Answer expected) {
        try (RegulationEngine engine = engines.build()) {
            Explanation explanation = explain(expected, engine);
            answers++;
            String where = expected.place() + " " + one.title() + " at " + expected.asked();
            Reasked again = new Reasked(one.given(), explanation, engine, engines, city);
            explanation.flips().forEach(flip -> prove(flip, explanation, where, again));
            Stream.of(explanation.earlier(), explanation.later())
                    .flatMap(Optional::stream)
                    .forEach(turn -> prove(turn, explanation, where, engine));
            WhyNotCheck check = new WhyNotCheck(city, one.given().named().values());
            explanation
                    .decision()
                    .notApplied()
                    .forEach(not -> not.unmet().ifPresent(unmet -> {
                        whyNots++;
                        check.wrong(unmet)
                                .forEach(wrong -> failures.add(
                                        where + ", " + not.provision().id() + ": " + wrong));
                    }));
            return explanation;
        }
    }

    private void prove(Flip<Answer> flip, Explanation explanation, String where, Reasked again) {
        flips++;
        Optional<Answer> then = again.with(flip.cell(), flip.value());
        if (then.isEmpty()) {
            unreachable.add(where + ", " + flip);
            return;
        }
        check(where + ", " + flip, then.get(), flip.then());
        flip.keeps()
                .filter(value -> !flip.now().equals(Optional.of(value)))
                .flatMap(value -> again.with(flip.cell(), value))
                .ifPresent(less -> check(where + ", one cell less than " + flip, less, explanation.answer()));
    }

    private void prove(Turn turn, Explanation explanation, String where, RegulationEngine engine) {
        flips++;
        check(where + ", " + turn, at(turn.moment(), explanation, engine), turn.then());
        check(where + ", one cell less than " + turn, at(turn.keeps(), explanation, engine), explanation.answer());
    }

    private static Answer at(Instant moment, Explanation explanation, RegulationEngine engine) {
        AsOf clocks = explanation.decision().asOf();
        AsOf then = new AsOf(moment, clocks.known(), clocks.published(), clocks.hindsight());
        return Answer.of(engine.decide(explanation.decision().question(), then));
    }

    private void check(String what, Answer actual, Answer expected) {
        if (!actual.equals(expected)) {
            failures.add(what + ": " + actual + " instead of " + expected);
        }
    }
}
