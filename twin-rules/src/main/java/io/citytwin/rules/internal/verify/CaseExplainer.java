package io.citytwin.rules.internal.verify;

import io.citytwin.rules.AsOf;
import io.citytwin.rules.Cell;
import io.citytwin.rules.EngineBuilder;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.Answer;
import io.citytwin.rules.verify.ExplainedCases;
import io.citytwin.rules.verify.Explanation;
import io.citytwin.rules.verify.ExplanationReport;
import io.citytwin.rules.verify.Flip;
import io.citytwin.rules.verify.LevelExplanation;
import io.citytwin.rules.verify.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Explains what the cases of a regulation ask, and proves it by asking again. For one thread at a time. */
public final class CaseExplainer {

    private final City city;
    private final Regulation regulation;
    private final EngineBuilder engines;
    private final List<String> failures = new ArrayList<>();
    private final List<String> unreachable = new ArrayList<>();
    private int answers;
    private int levels;
    private int flips;
    private int whyNots;

    /**
     * Explains the cases of the city's first regulation.
     *
     * @param city law and asset types
     */
    public CaseExplainer(City city) {
        this.city = city;
        this.regulation = city.main();
        this.engines = RegulationEngine.builder()
                .regulations(city.regulations())
                .assets(city.assets())
                .calendar(city.calendar());
    }

    /**
     * Explains all answers.
     *
     * @param each told of every one
     */
    public void answers(ExplainedCases.Named each) {
        cases().forEach(one -> expectedAnswers(one).forEach(expected -> {
            try (RegulationEngine engine = engines.build()) {
                each.take(title(one), explain(one, expected, engine));
            }
        }));
    }

    /**
     * Explains and proves all answers and levels.
     *
     * @return what was proved
     */
    public ExplanationReport prove() {
        cases().forEach(one -> {
            expectedAnswers(one).forEach(expected -> proveAnswer(one, expected));
            expectedLevels(one).forEach(expected -> proveLevel(one, expected));
        });
        return new ExplanationReport(answers, levels, flips, unreachable, whyNots, failures);
    }

    private Stream<Case> cases() {
        return regulation.cases().entrySet().stream()
                .flatMap(file -> new CaseReader(city)
                        .read(CaseRunner.folder(regulation) + file.getKey(), file.getValue()).stream());
    }

    private static Stream<Expectation.Answer> expectedAnswers(Case one) {
        return one.expectations().stream()
                .filter(Expectation.Answer.class::isInstance)
                .map(Expectation.Answer.class::cast);
    }

    private static Stream<Expectation.InForce> expectedLevels(Case one) {
        return one.expectations().stream()
                .filter(Expectation.InForce.class::isInstance)
                .map(Expectation.InForce.class::cast);
    }

    private LevelExplanation explain(Case one, Expectation.InForce expected, RegulationEngine engine) {
        one.given().feed(engine, expected.until());
        Cell.Level level = new Cell.Level(regulation.id(), expected.level(), expected.twin(), expected.day());
        return LevelExplanation.of(engine, level, one.clocks().at(expected.until()));
    }

    private void proveLevel(Case one, Expectation.InForce expected) {
        try (RegulationEngine engine = engines.build()) {
            LevelExplanation explanation = explain(one, expected, engine);
            String where = expected.place() + " " + title(one) + " on " + expected.day() + ", ";
            levels++;
            flips += explanation.flips().size() + explanation.ahead().size();
            if (!explanation.state().equals(expected.state())) {
                failures.add(where + explanation.state() + " instead of " + expected.state());
            }
            new LevelProof(city, engines, one, explanation).failures().forEach(wrong -> failures.add(where + wrong));
        }
    }

    private static String title(Case one) {
        return one.name() + one.variant().map(text -> ": " + text).orElse("");
    }

    private static Explanation explain(Case one, Expectation.Answer expected, RegulationEngine engine) {
        one.given().feed(engine, expected.until());
        return Explanation.of(engine, one.question().orElseThrow(), one.clocks().at(expected.until()));
    }

    private void proveAnswer(Case one, Expectation.Answer expected) {
        try (RegulationEngine engine = engines.build()) {
            Explanation explanation = explain(one, expected, engine);
            answers++;
            String where = expected.place() + " " + title(one) + " at " + expected.asked();
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
