package io.citytwin.rules.internal.verify;

import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.signal.Input;
import io.citytwin.core.time.Take;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Cell;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.internal.engine.Engines;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.verify.Flip;
import io.citytwin.rules.verify.LevelExplanation;
import io.citytwin.rules.verify.LevelExplanation.Ahead;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Proves the explanation of a level by letting an engine decide again, with another value really observed, told or
 * announced. For one thread at a time.
 */
final class LevelProof {

    private static final LocalTime USUAL = LocalTime.of(10, 0);

    private final City city;
    private final Engines engines;
    private final Case one;
    private final LevelExplanation explanation;
    private final List<String> failures = new ArrayList<>();

    LevelProof(City city, Engines engines, Case one, LevelExplanation explanation) {
        this.city = city;
        this.engines = engines;
        this.one = one;
        this.explanation = explanation;
    }

    /** What turned out wrong. */
    List<String> failures() {
        explanation.flips().forEach(this::prove);
        explanation.ahead().forEach(this::prove);
        return failures;
    }

    private void prove(Flip<String> flip) {
        check(flip.toString(), with(flip.cell(), flip.value()), day(), flip.then());
        flip.keeps()
                .filter(value -> !flip.now().equals(Optional.of(value)))
                .ifPresent(value ->
                        check("one cell less than " + flip, with(flip.cell(), value), day(), explanation.state()));
    }

    private void prove(Ahead ahead) {
        check(ahead.toString(), with(ahead, ahead.value()), ahead.inForce(), ahead.then());
        check("one cell less than " + ahead, with(ahead, ahead.keeps()), ahead.inForce(), explanation.state());
    }

    private LocalDate day() {
        return explanation.level().day();
    }

    private void check(String what, Scenario scenario, LocalDate of, String expected) {
        Cell.Level level = explanation.level();
        Instant end = city.calendar().startOf(of.plusDays(1));
        AsOf clocks = new Clocks(
                        one.clocks().law(),
                        of.equals(day()) ? one.clocks().known() : Optional.empty(),
                        one.clocks().hindsight())
                .at(end);
        try (RegulationEngine engine = engines.build()) {
            scenario.feed(engine, clocks);
            String actual = engine.levelOn(level.regulation(), level.name(), level.twin(), of, clocks);
            if (!actual.equals(expected)) {
                failures.add(what + ": " + actual + " instead of " + expected);
            }
        }
    }

    private Scenario with(Cell cell, Value value) {
        Scenario given = one.given();
        if (cell instanceof Cell.Daily daily) {
            return daily(given, daily.name(), daily.day(), (Quantity) value);
        } else if (cell instanceof Cell.Level level) {
            return given.with(List.of(new Input.Announced(
                    level.regulation(),
                    level.name(),
                    level.twin(),
                    value.toString(),
                    level.day(),
                    city.calendar().startOf(level.day()),
                    "flip")));
        }
        Cell.Told told = (Cell.Told) cell;
        Instant start = city.calendar().startOf(told.day());
        return given.with(List.of(observed(told.twin(), told.name(), value, start, decided())));
    }

    private Instant decided() {
        return Optional.ofNullable(spec().levels().get(explanation.level().name()))
                .orElseThrow()
                .evaluate()
                .on(day().minusDays(1), city.calendar());
    }

    private StateSpec spec() {
        return city.main().state();
    }

    /** The values of days to come, with nothing else that comes after the decision. */
    private Scenario with(Ahead ahead, Quantity last) {
        Instant decided = decided();
        List<Input> known = one.given().inputs().stream()
                .filter(input -> !input.receivedAt().isAfter(decided) || isForTheDay(input))
                .toList();
        Scenario scenario = new Scenario(one.given().named(), one.given().implied(), known);
        for (int number = 0; number < ahead.days(); number++) {
            LocalDate of = ahead.first().plusDays(number);
            scenario = daily(scenario, ahead.indicator(), of, of.equals(ahead.last()) ? last : ahead.value());
        }
        return scenario;
    }

    private boolean isForTheDay(Input input) {
        return input instanceof Input.Announced announced
                && !announced.from().isAfter(day())
                && !input.receivedAt().isAfter(city.calendar().startOf(day().plusDays(1)));
    }

    /** As many stations as the indicator needs say the value of a day, whatever these and others said before. */
    private Scenario daily(Scenario scenario, String name, LocalDate of, Quantity value) {
        StateSpec.Indicator indicator =
                Optional.ofNullable(spec().indicators().get(name)).orElseThrow();
        List<Twin> stations = IntStream.rangeClosed(1, indicator.how().capture())
                .mapToObj(
                        number -> DailyReader.station(city, explanation.level().twin(), indicator, number))
                .toList();
        Set<TwinId> ids = stations.stream().map(Twin::id).collect(Collectors.toSet());
        Instant start = city.calendar().startOf(of);
        List<Input> inputs = new ArrayList<>(scenario.inputs());
        inputs.removeIf(input -> input instanceof Input.Observed seen
                && seen.observation().property().equals(indicator.property())
                && city.calendar().dateOf(seen.observation().measuredAt()).equals(of));
        Quantity nothing = Quantity.of(0, value.unit());
        for (int number = 0; number < stations.size(); number++) {
            boolean zero = number > 0 && indicator.how().take() == Take.SUM;
            inputs.add(observed(
                    stations.get(number).id(),
                    indicator.property(),
                    zero ? nothing : value,
                    start,
                    city.calendar().at(of.plusDays(1), USUAL)));
        }
        List<Twin> implied = Stream.concat(
                        scenario.implied().stream().filter(twin -> !ids.contains(twin.id())), stations.stream())
                .toList();
        return new Scenario(scenario.named(), implied, inputs);
    }

    private static Input observed(TwinId twin, String property, Value value, Instant measured, Instant received) {
        return new Input.Observed(
                new Observation(twin, property, Optional.of(value), measured, received, "case", Quality.GOOD));
    }
}
