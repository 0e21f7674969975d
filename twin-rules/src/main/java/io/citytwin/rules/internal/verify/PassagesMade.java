package io.citytwin.rules.internal.verify;

import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Input;
import io.citytwin.core.signal.Passage;
import io.citytwin.rules.Cell;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.internal.engine.Engines;
import io.citytwin.rules.register.Settlement;
import io.citytwin.rules.register.StateSpec;
import io.citytwin.rules.verify.Answer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Brings a counter to a number by making more passages, or fewer. For one thread at a time. */
final class PassagesMade {

    private final Scenario given;
    private final Decision decision;
    private final Engines engines;
    private final City city;
    /** A year of passages is settled once, whichever number of them is asked about. */
    private final Map<Moving, List<Passage>> moved = new HashMap<>();

    PassagesMade(Scenario given, Decision decision, Engines engines, City city) {
        this.given = given;
        this.decision = decision;
        this.engines = engines;
        this.city = city;
    }

    /** All that decides which passages move a counter. */
    private record Moving(List<Input> made, Cell.Count cell, Twin vehicle) {}

    /**
     * The answer once the passage asked about is the n-th that counts; empty if nothing makes it so.
     *
     * @param vehicles the one asked about, and what it may have been when it passed: of some, nobody can say what they spend
     */
    Optional<Answer> with(Cell.Count cell, int number, List<Twin> vehicles) {
        if (!(decision.question() instanceof Question.Passage passage)) {
            return Optional.empty();
        }
        StateSpec.Counter counter = city.regulations().stream()
                .filter(one -> one.id().equals(cell.regulation()))
                .map(one -> one.state().counters().get(cell.name()))
                .findFirst()
                .orElseThrow();
        List<Input> made = new ArrayList<>(given.inputs());
        if (counter.counts() == StateSpec.Counts.DAYS) {
            made.removeIf(input -> input instanceof Input.Passed one && isToday(one.passage()));
        }
        made.addAll(moments(counter, number).stream()
                .map(moment -> passed(passage.subject(), passage.gate(), moment))
                .toList());
        return vehicles.stream()
                .flatMap(vehicle ->
                        with(made, new Spending(cell, counter, vehicle, vehicles.get(0)), number - 1).stream())
                .findFirst();
    }

    /** Which counter a vehicle spends, and what it is when it is asked about. */
    private record Spending(Cell.Count cell, StateSpec.Counter counter, Twin vehicle, Twin asked) {

        /** Unless vehicles are counted together, others have counters of their own. */
        boolean moves(TwinId subject) {
            return counter.per().isPresent() || subject.equals(cell.twin());
        }
    }

    private Optional<Answer> with(List<Input> made, Spending spending, int passages) {
        List<String> spent = spent(moving(made, spending), spending.counter());
        if (spent.size() < passages) {
            return Optional.empty();
        }
        Set<String> count = new HashSet<>(spent.subList(0, passages));
        Set<String> others = others(spending);
        List<Input> some = made.stream()
                .filter(input -> !(input instanceof Input.Passed one)
                        || count.contains(one.passage().id())
                        || others.contains(one.passage().id()))
                .toList();
        try (RegulationEngine engine = fed(some, spending.vehicle())) {
            engine.put(spending.asked());
            return Optional.of(Answer.of(engine.decide(decision.question(), decision.asOf())));
        }
    }

    private static Input.Passed passed(TwinId vehicle, TwinId gate, Moment moment) {
        return new Input.Passed(new Passage("flip-" + moment.number(), vehicle, gate, moment.at()), moment.at());
    }

    /** A moment at which one more could pass. */
    private record Moment(int number, Instant at) {}

    /** At the moment asked about as often as needed, or at that hour of each day of the period. */
    private List<Moment> moments(StateSpec.Counter counter, int number) {
        Instant at = decision.asOf().at();
        List<Moment> moments = new ArrayList<>();
        if (counter.counts() == StateSpec.Counts.PASSAGES) {
            for (int index = 0; index < number; index++) {
                moments.add(new Moment(index, at));
            }
            return moments;
        }
        LocalTime hour = LocalTime.ofInstant(at, city.calendar().zone());
        days(counter)
                .filter(day -> !day.equals(city.calendar().dateOf(at)))
                .forEach(day ->
                        moments.add(new Moment(moments.size(), city.calendar().at(day, hour))));
        return moments;
    }

    private boolean isToday(Passage passage) {
        return city.calendar()
                .dateOf(passage.at())
                .equals(city.calendar().dateOf(decision.asOf().at()));
    }

    /** The days of the period in which it is asked; the counter counts them all, in whatever order they come. */
    private Stream<LocalDate> days(StateSpec.Counter counter) {
        LocalDate today = city.calendar().dateOf(decision.asOf().at());
        return counter.period()
                .starts()
                .map(starts -> starts.atYear(today.getYear()))
                .map(first -> first.isAfter(today) ? first.minusYears(1) : first)
                .map(first -> first.datesUntil(first.plusYears(1)))
                .orElse(Stream.of(today));
    }

    /** The given passages that do not move the counter: what they move besides stays as it was. */
    private Set<String> others(Spending spending) {
        Set<String> others = given.inputs().stream()
                .filter(Input.Passed.class::isInstance)
                .map(input -> ((Input.Passed) input).passage().id())
                .collect(Collectors.toCollection(HashSet::new));
        if (!others.isEmpty()) {
            moving(given.inputs(), spending).forEach(passage -> others.remove(passage.id()));
        }
        return others;
    }

    /** The passages that moved the counter in its period, in their order. */
    private List<Passage> moving(List<Input> made, Spending spending) {
        Moving moving = new Moving(List.copyOf(made), spending.cell(), spending.vehicle());
        List<Passage> before = moved.get(moving);
        if (before == null) {
            before = settled(made, spending);
            moved.put(moving, before);
        }
        return before;
    }

    private List<Passage> settled(List<Input> made, Spending spending) {
        Set<LocalDate> period = days(spending.counter()).collect(Collectors.toSet());
        String name = spending.cell().regulation() + "/" + spending.cell().name();
        try (RegulationEngine engine = fed(made, spending.vehicle())) {
            return engine.settlements().stream()
                    .filter(one -> one.decision().spends().contains(name))
                    .map(Settlement::passage)
                    .filter(one -> spending.moves(one.vehicle()))
                    .filter(one -> period.contains(city.calendar().dateOf(one.at())))
                    .toList();
        }
    }

    /** One a day if the counter counts days. */
    private List<String> spent(List<Passage> moving, StateSpec.Counter counter) {
        boolean days = counter.counts() == StateSpec.Counts.DAYS;
        Set<LocalDate> seen = new HashSet<>();
        return moving.stream()
                .filter(one -> !days || seen.add(city.calendar().dateOf(one.at())))
                .map(Passage::id)
                .toList();
    }

    private RegulationEngine fed(List<Input> inputs, Twin vehicle) {
        RegulationEngine engine = engines.build();
        Stream.concat(given.implied().stream(), given.named().values().stream()).forEach(engine::put);
        engine.put(vehicle);
        new Scenario(given.named(), given.implied(), inputs).inputs().forEach(engine::accept);
        Instant at = decision.asOf().at();
        engine.advanceTo(at.isAfter(engine.now()) ? at : engine.now());
        return engine;
    }
}
