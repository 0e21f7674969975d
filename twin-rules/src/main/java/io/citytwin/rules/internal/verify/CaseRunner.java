package io.citytwin.rules.internal.verify;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.engine.Engines;
import io.citytwin.rules.internal.engine.Law;
import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.CaseReport;
import io.citytwin.rules.verify.CaseResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs the cases of one regulation and counts what they cover. For one thread at a time. */
public final class CaseRunner {

    private final City city;
    private final Regulation regulation;

    /**
     * Runs the cases of the city's first regulation.
     *
     * @param city law and asset types
     */
    public CaseRunner(City city) {
        this.city = city;
        this.regulation = city.main();
    }

    /**
     * Runs all cases.
     *
     * @return what came of them
     */
    public CaseReport run() {
        CaseBook book = CaseBook.read(city);
        Engines engines = new Engines(new Law(city.regulations()), city.assets(), city.calendar());
        // Cases share what rules answered, and nothing else: they may run side by side, and are counted in their order.
        List<Ran> all =
                book.cases().parallelStream().map(one -> run(one, engines)).toList();
        Coverage coverage = new Coverage(regulation, city.calendar());
        List<CaseResult> results = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(book.problems());
        for (Ran ran : all) {
            ran.outcomes().forEach(came -> {
                results.add(came.result());
                came.passed().ifPresent(evidence -> coverage.add(ran.one(), evidence));
            });
            ran.problem().ifPresent(problems::add);
        }
        return new CaseReport(results, problems, coverage.provisions(), coverage.values());
    }

    /** A case, what came out for each expectation with the evidence of those that passed, and what ended it early. */
    private record Ran(Case one, List<Came> outcomes, Optional<Problem> problem) {}

    private record Came(CaseResult result, Optional<Evidence> passed) {}

    private Ran run(Case one, Engines engines) {
        List<Came> outcomes = new ArrayList<>();
        try {
            new CaseRun(city, engines::build).run(one, outcome -> outcomes.add(came(one, outcome)));
            return new Ran(one, outcomes, Optional.empty());
        } catch (CityTwinException refused) {
            Problem problem = Problem.error(RulesError.CASE, one.place(), refused.problem(), refused.advice());
            return new Ran(one, outcomes, Optional.of(problem));
        }
    }

    private Came came(Case one, Outcome outcome) {
        CaseResult result = new CaseResult(
                regulation.id(),
                one.name(),
                one.variant(),
                outcome.expectation().place(),
                outcome.said().asked(),
                outcome.said().expected(),
                outcome.said().actual(),
                outcome.difference(),
                outcome.passed() ? "" : outcome.explanation().get());
        return new Came(result, Optional.of(outcome.evidence()).filter(evidence -> outcome.passed()));
    }

    /**
     * Reads all cases without running them.
     *
     * @return what cannot be understood in them
     */
    public List<Problem> check() {
        return CaseBook.read(city).problems();
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
}
