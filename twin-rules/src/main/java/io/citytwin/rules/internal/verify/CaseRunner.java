package io.citytwin.rules.internal.verify;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.rules.EngineBuilder;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.regulation.Regulation;
import io.citytwin.rules.verify.CaseReport;
import io.citytwin.rules.verify.CaseResult;
import java.util.ArrayList;
import java.util.List;
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
        EngineBuilder engines = RegulationEngine.builder()
                .regulations(city.regulations())
                .assets(city.assets())
                .calendar(city.calendar());
        CaseRun run = new CaseRun(city, engines::build);
        Coverage coverage = new Coverage(regulation, city.calendar());
        List<CaseResult> results = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(book.problems());
        for (Case one : book.cases()) {
            try {
                run.run(one, outcome -> results.add(result(one, outcome, coverage)));
            } catch (CityTwinException refused) {
                problems.add(Problem.error(RulesError.CASE, one.place(), refused.problem(), refused.advice()));
            }
        }
        return new CaseReport(results, problems, coverage.provisions(), coverage.values());
    }

    private CaseResult result(Case one, Outcome outcome, Coverage coverage) {
        if (outcome.passed()) {
            coverage.add(one, outcome.evidence());
        }
        return new CaseResult(
                regulation.id(),
                one.name(),
                one.variant(),
                outcome.expectation().place(),
                outcome.said().asked(),
                outcome.said().expected(),
                outcome.said().actual(),
                outcome.difference(),
                outcome.passed() ? "" : outcome.explanation().get());
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
