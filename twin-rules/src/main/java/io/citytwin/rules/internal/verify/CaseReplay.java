package io.citytwin.rules.internal.verify;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.regulation.Regulation;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Asks what cases ask, without looking at what comes out. For one thread at a time. */
public final class CaseReplay {

    private final City city;
    private final Supplier<RegulationEngine> engines;

    /**
     * Replays the cases of the city's first regulation.
     *
     * @param city law and asset types
     * @param engines gives a new engine of this law for each case
     */
    public CaseReplay(City city, Supplier<RegulationEngine> engines) {
        this.city = city;
        this.engines = engines;
    }

    /** Asks everything; cases that cannot be understood or asked are passed over. */
    public void run() {
        Regulation regulation = city.main();
        regulation
                .cases()
                .forEach((file, text) -> new CaseReader(city)
                        .read(CaseRunner.folder(regulation) + file, text)
                        .forEach(this::run));
    }

    private void run(Case one) {
        boolean counts = city.regulations().stream()
                .anyMatch(each -> !each.state().counters().isEmpty());
        boolean claims = one.expectations().stream().anyMatch(Expectation.Claimed.class::isInstance);
        // What passages use up counts from then on: each answer has an engine of its time.
        Stream<List<Expectation>> turns = counts || claims || one.given().hasPassages()
                ? one.expectations().stream().map(List::of)
                : Stream.of(one.expectations());
        turns.forEach(expectations -> run(one, expectations));
    }

    private void run(Case one, List<Expectation> expectations) {
        try (RegulationEngine engine = engines.get()) {
            one.given().feed(engine, Case.until(expectations));
            expectations.forEach(expected -> ask(one, expected, engine));
        } catch (CityTwinException refused) {
            // Whoever runs the cases is told.
            return;
        }
    }

    private void ask(Case one, Expectation expected, RegulationEngine engine) {
        if (expected instanceof Expectation.Answer answer) {
            one.question()
                    .ifPresent(question -> engine.decide(question, one.clocks().at(answer.until())));
        } else if (expected instanceof Expectation.Claimed claimed) {
            engine.findings(claimed.twin());
        } else if (expected instanceof Expectation.InForce state) {
            decisions(one, state.day(), engine);
        } else if (expected instanceof Expectation.Held held) {
            decisions(one, held.day(), engine);
        }
    }

    private void decisions(Case one, LocalDate day, RegulationEngine engine) {
        engine.levelDecisions(one.clocks().at(city.calendar().startOf(day.plusDays(1))));
    }
}
