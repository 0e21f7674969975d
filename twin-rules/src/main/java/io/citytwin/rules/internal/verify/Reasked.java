package io.citytwin.rules.internal.verify;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Input;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Cell;
import io.citytwin.rules.Decision;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.internal.engine.Engines;
import io.citytwin.rules.verify.Answer;
import io.citytwin.rules.verify.Explanation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Asks a question again after something has really changed: another twin, another observation, another announcement, more
 * passages. For one thread at a time.
 */
final class Reasked {

    private final Scenario given;
    private final Explanation explanation;
    private final Decision decision;
    private final RegulationEngine engine;
    private final Engines engines;
    private final City city;
    private final PassagesMade passages;

    /** What was explained by an engine that was fed with what is given. */
    Reasked(Scenario given, Explanation explanation, RegulationEngine engine, Engines engines, City city) {
        this.given = given;
        this.explanation = explanation;
        this.decision = explanation.decision();
        this.engine = engine;
        this.engines = engines;
        this.city = city;
        this.passages = new PassagesMade(given, decision, engines, city);
    }

    /** The answer, or empty if the change cannot be brought about. */
    Optional<Answer> with(Cell cell, Value value) {
        if (cell instanceof Cell.Property || cell instanceof Cell.Ground) {
            return twin(cell.twin()).map(twin -> with(twin, changed(twin, cell, value)));
        } else if (cell instanceof Cell.Level level) {
            Instant known = known();
            return Optional.of(withMore(new Input.Announced(
                    level.regulation(), level.name(), level.twin(), value.toString(), level.day(), known, "flip")));
        } else if (cell instanceof Cell.Told told) {
            Instant start = city.calendar().startOf(told.day());
            return Optional.of(withMore(new Input.Observed(new Observation(
                    told.twin(), told.name(), Optional.of(value), start, known(), "case", Quality.GOOD))));
        }
        Optional<Twin> vehicle = twin(cell.twin());
        List<Twin> vehicles = Stream.concat(
                        vehicle.stream(),
                        explanation.flips().stream()
                                .filter(flip -> flip.cell() instanceof Cell.Property)
                                .filter(flip -> flip.cell().twin().equals(cell.twin()))
                                .flatMap(flip -> vehicle.stream().map(one -> changed(one, flip.cell(), flip.value()))))
                .toList();
        return passages.with((Cell.Count) cell, ((Quantity) value).amount().intValueExact(), vehicles);
    }

    private Instant known() {
        Instant at = decision.asOf().at();
        return decision.asOf().known().filter(at::isAfter).orElse(at);
    }

    /** The twin as the engine knows it. */
    private Optional<Twin> twin(TwinId id) {
        Optional<Twin> told = Stream.concat(given.named().values().stream(), given.implied().stream())
                .filter(twin -> twin.id().equals(id))
                .findFirst();
        for (Input input : given.inputs()) {
            if (input instanceof Input.Observed seen
                    && seen.observation().twin().equals(id)) {
                Observation observation = seen.observation();
                told = told.map(twin ->
                        twin.type().properties().containsKey(observation.property()) ? twin.with(observation) : twin);
            }
        }
        return told;
    }

    private static Twin changed(Twin twin, Cell cell, Value value) {
        if (cell instanceof Cell.Ground ground) {
            SortedSet<TwinId> zones = new TreeSet<>(twin.zones());
            if (value.equals(new Value.Flag(true))) {
                zones.add(ground.zone());
            } else {
                zones.remove(ground.zone());
            }
            return twin.in(zones);
        }
        return twin.with(cell.name(), value);
    }

    private Answer with(Twin before, Twin after) {
        AsOf clocks = decision.asOf();
        if (clocks.known().isPresent()) {
            // The change must have been known by then.
            List<Input> more = new ArrayList<>(given.inputs());
            more.add(new Input.TwinChanged(after, known()));
            return ask(new Scenario(given.named(), given.implied(), more));
        }
        engine.put(after);
        Answer answer = Answer.of(engine.decide(decision.question(), clocks));
        engine.put(before);
        return answer;
    }

    private Answer withMore(Input input) {
        return ask(given.with(List.of(input)));
    }

    private Answer ask(Scenario scenario) {
        try (RegulationEngine other = engines.build()) {
            scenario.feed(other, decision.asOf());
            return Answer.of(other.decide(decision.question(), decision.asOf()));
        }
    }
}
