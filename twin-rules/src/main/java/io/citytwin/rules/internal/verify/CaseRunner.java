package io.citytwin.rules.internal.verify;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Effect;
import io.citytwin.rules.EngineBuilder;
import io.citytwin.rules.Finding;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.register.LevelDecision;
import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.CaseReport;
import io.citytwin.rules.verify.CaseResult;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Runs the cases of one regulation, each with an engine of its own. For one thread at a time. */
public final class CaseRunner {

    private final City city;
    private final Regulation regulation;
    private final Coverage coverage;
    private final List<CaseResult> results = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * Runs the cases of the city's first regulation.
     *
     * @param city law and asset types
     */
    public CaseRunner(City city) {
        this.city = city;
        this.regulation = city.main();
        this.coverage = new Coverage(regulation);
    }

    /**
     * Runs all cases.
     *
     * @return what came of them
     */
    public CaseReport run() {
        EngineBuilder engines = RegulationEngine.builder()
                .regulations(city.regulations())
                .assets(city.assets())
                .calendar(city.calendar());
        for (Case one : read()) {
            run(one, engines);
        }
        return new CaseReport(results, problems, coverage.provisions());
    }

    /**
     * Reads all cases without running them.
     *
     * @return what cannot be understood in them
     */
    public List<Problem> check() {
        read();
        return problems;
    }

    private List<Case> read() {
        List<Case> cases = new ArrayList<>();
        regulation.cases().forEach((file, text) -> {
            CaseReader reader = new CaseReader(city);
            cases.addAll(reader.read(folder(regulation) + file, text));
            problems.addAll(reader.problems());
        });
        return cases;
    }

    /**
     * Where a regulation's files lie, as the places of its problems name it.
     *
     * @param regulation any regulation
     * @return a path that ends in a slash, or nothing
     */
    public static String folder(Regulation regulation) {
        return Stream.of(
                        regulation.provisions().values().stream().map(one -> one.place()),
                        regulation.parameters().byName().values().stream().map(one -> one.place()),
                        regulation.state().levels().values().stream().map(one -> one.place()))
                .flatMap(places -> places)
                .map(Place::file)
                .map(file -> file.substring(0, file.lastIndexOf('/') + 1))
                .findFirst()
                .orElse("");
    }

    private void run(Case one, EngineBuilder engines) {
        // What passages use up counts from then on, until its period is over: each answer has an engine of its time.
        Stream<List<Expectation>> turns = one.given().hasPassages() || counts() || hasClaims(one)
                ? one.expectations().stream().map(List::of)
                : Stream.of(one.expectations());
        turns.forEach(expectations -> run(one, expectations, engines));
    }

    /** What is set is asked at the engine's own time. */
    private static boolean hasClaims(Case one) {
        return one.expectations().stream().anyMatch(Expectation.Claimed.class::isInstance);
    }

    private boolean counts() {
        return city.regulations().stream()
                .anyMatch(each -> !each.state().counters().isEmpty());
    }

    private void run(Case one, List<Expectation> expectations, EngineBuilder engines) {
        try (RegulationEngine engine = engines.build()) {
            one.given().feed(engine, Case.until(expectations));
            for (Expectation expected : expectations) {
                Outcome outcome = outcome(one, expected, engine);
                results.add(new CaseResult(
                        regulation.id(),
                        one.name(),
                        one.variant(),
                        expected.place(),
                        outcome.asked(),
                        outcome.expected(),
                        outcome.actual(),
                        outcome.explanation(),
                        outcome.passed()));
            }
        } catch (CityTwinException refused) {
            problems.add(Problem.error(RulesError.CASE, one.place(), refused.problem(), refused.advice()));
        }
    }

    private Outcome outcome(Case one, Expectation expected, RegulationEngine engine) {
        if (expected instanceof Expectation.Answer answer) {
            return answer(one, answer, engine);
        } else if (expected instanceof Expectation.InForce state) {
            return inForce(one, state, engine);
        } else if (expected instanceof Expectation.Claimed claimed) {
            return claimed(one, claimed, engine);
        }
        return held(one, (Expectation.Held) expected, engine);
    }

    private Outcome answer(Case one, Expectation.Answer expected, RegulationEngine engine) {
        Decision decision =
                engine.decide(one.question().orElseThrow(), one.clocks().at(expected.until()));
        AnswerCheck check = new AnswerCheck(regulation.id(), decision);
        boolean passed = check.passes(expected.verdict());
        if (passed) {
            coverage.add(one, decision);
        }
        return new Outcome(
                expected.asked(), AnswerCheck.text(expected.verdict()), check.actual(), decision.explain("en"), passed);
    }

    private Outcome claimed(Case one, Expectation.Claimed expected, RegulationEngine engine) {
        List<Finding> claims = engine.findings(expected.twin()).stream()
                .filter(finding -> finding.effect() instanceof Effect.Claim claim
                        && claim.property().equals(expected.property()))
                .toList();
        SortedSet<String> actual = new TreeSet<>();
        claims.forEach(
                claim -> actual.add(((Effect.Claim) claim.effect()).value().toString()));
        String wanted = expected.value().map(Object::toString).orElse(ExpectReader.RESTS);
        boolean passed =
                actual.equals(expected.value().map(value -> Set.of(wanted)).orElse(Set.of()));
        if (passed) {
            coverage.add(one, expected, claims);
        }
        return new Outcome(
                expected.twin() + " " + expected.property() + " at " + expected.asked(),
                wanted,
                actual.isEmpty() ? ExpectReader.RESTS : AnswerCheck.list(actual),
                String.join(
                        "\n",
                        claims.stream().map(claim -> claim.provision().id()).toList()),
                passed);
    }

    private Outcome inForce(Case one, Expectation.InForce expected, RegulationEngine engine) {
        AsOf endOfDay = endOf(one, expected.day());
        String actual = engine.levelOn(regulation.id(), expected.level(), expected.twin(), expected.day(), endOfDay);
        List<LevelDecision> decisions = engine.levelDecisions(endOfDay).stream()
                .filter(decision -> decision.regulation().equals(regulation.id()))
                .filter(decision -> decision.level().equals(expected.level()))
                .filter(decision -> decision.subject().equals(expected.twin()))
                .filter(decision -> decision.inForce().equals(expected.day()))
                .toList();
        boolean passed = actual.equals(expected.state());
        if (passed) {
            decisions.forEach(decision -> coverage.add(one, decision));
        }
        return new Outcome(
                expected.twin() + " " + expected.level() + " on " + expected.day(),
                expected.state(),
                actual,
                explain(decisions),
                passed);
    }

    private Outcome held(Case one, Expectation.Held expected, RegulationEngine engine) {
        List<LevelDecision> decisions = engine.levelDecisions(endOf(one, expected.day())).stream()
                .filter(decision -> decision.regulation().equals(regulation.id()))
                .filter(decision -> decision.subject().equals(expected.twin()))
                .filter(decision -> city.calendar().dateOf(decision.decidedAt()).equals(expected.day()))
                .toList();
        SortedSet<String> actual = new TreeSet<>();
        decisions.forEach(decision -> actual.addAll(decision.unknown()));
        return new Outcome(
                expected.twin() + " unknown on " + expected.day(),
                AnswerCheck.list(expected.cells()),
                AnswerCheck.list(actual),
                explain(decisions),
                actual.equals(expected.cells()));
    }

    private AsOf endOf(Case one, LocalDate day) {
        return one.clocks().at(city.calendar().startOf(day.plusDays(1)));
    }

    private static String explain(List<LevelDecision> decisions) {
        return decisions.isEmpty()
                ? "nothing was decided for this day"
                : String.join(
                        "\n",
                        decisions.stream()
                                .map(decision -> "decided " + decision.decidedAt() + ": " + decision.before() + " -> "
                                        + decision.after() + ", " + LevelText.of(decision))
                                .toList());
    }
}
