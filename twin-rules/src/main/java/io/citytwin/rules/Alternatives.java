package io.citytwin.rules;

import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.rules.internal.engine.DefaultRegulationEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds what one may do instead of what is forbidden: later, by another vehicle, or not all the way. Whatever the law has
 * a say in is offered only if the engine has been asked and allows it for certain; what is unknown is not offered. Safe
 * for use by many threads.
 */
public final class Alternatives {

    private static final Duration AHEAD = Duration.ofDays(14);
    /** Nobody walks further to a bike or a car than a few of them stand apart. */
    private static final int TRIED = 20;

    private final DefaultRegulationEngine engine;
    private final TwinGraph graph;

    private Alternatives(DefaultRegulationEngine engine, TwinGraph graph) {
        this.engine = engine;
        this.graph = graph;
    }

    /**
     * Alternatives in a city.
     *
     * @param engine asked what is lawful; it knows the twins of the graph
     * @param graph says what is near
     * @return what finds them
     */
    public static Alternatives of(RegulationEngine engine, TwinGraph graph) {
        // The interface is not for implementing elsewhere: there is no other engine.
        return new Alternatives((DefaultRegulationEngine) engine, graph);
    }

    /**
     * What to do instead, up to 14 days ahead.
     *
     * @param denied an answer of the engine about an act or a passage
     * @return later, park and ride, bike, shared car: at most one of each; empty if it was allowed, or is not about a
     *     vehicle's way
     */
    public List<Alternative> to(Decision denied) {
        Question question = denied.question();
        if (denied.outcome() == Decision.Outcome.ALLOWED || question instanceof Question.Limits) {
            return List.of();
        }
        Optional<Location> here = location(start(question));
        return Stream.of(
                        later(denied),
                        here.flatMap(point -> parkAndRide(denied, point)),
                        here.flatMap(this::sharedBike),
                        here.flatMap(point -> sharedCar(denied, point)))
                .<Alternative>flatMap(Optional::stream)
                .toList();
    }

    private static TwinId start(Question question) {
        return question instanceof Question.Passage passage ? passage.gate() : question.subject();
    }

    private Optional<Location> location(TwinId twin) {
        return graph.find(twin)
                .flatMap(found -> found.value("location"))
                .filter(Location.class::isInstance)
                .map(Location.class::cast);
    }

    /** What is known then is what was known when it was denied: nobody knows the levels of next week. */
    private static AsOf at(Instant moment, AsOf denied) {
        Instant known = denied.known().orElse(denied.at());
        return new AsOf(moment, Optional.of(known), denied.published(), denied.hindsight());
    }

    private Optional<Alternative> later(Decision denied) {
        Instant now = denied.asOf().at();
        for (Instant turn : engine.turns(denied.question(), now, now.plus(AHEAD))) {
            Decision then = engine.decide(denied.question(), at(turn, denied.asOf()));
            if (then.outcome() == Decision.Outcome.ALLOWED) {
                return Optional.of(new Alternative.Later(turn, then));
            }
        }
        return Optional.empty();
    }

    private Optional<Alternative> parkAndRide(Decision denied, Location here) {
        Optional<TwinId> guarded = denied.question() instanceof Question.Passage passage
                ? graph.find(passage.gate())
                        .flatMap(gate -> gate.value("zone"))
                        .map(zone -> ((Value.Ref) zone).target())
                : Optional.empty();
        Predicate<Twin> outside = park ->
                guarded.filter(zone -> graph.zonesOf(park.id()).contains(zone)).isEmpty();
        TwinId vehicle = denied.question().subject();
        for (TwinGraph.Near near : graph.nearest(here, "CarPark", outside.and(is("parkAndRide")), TRIED)) {
            Decision may = engine.decide(Question.drive(vehicle, near.twin()), denied.asOf());
            if (may.outcome() == Decision.Outcome.ALLOWED) {
                return Optional.of(new Alternative.ParkAndRide(near.twin(), near.distance(), may));
            }
        }
        return Optional.empty();
    }

    private Optional<Alternative> sharedBike(Location here) {
        return graph.nearest(here, "BikeStation", station -> bikes(station).isPresent(), 1).stream()
                .flatMap(near -> graph.find(near.twin()).flatMap(Alternatives::bikes).stream()
                        .<Alternative>map(bikes -> new Alternative.SharedBike(near.twin(), bikes, near.distance())))
                .findFirst();
    }

    private Optional<Alternative> sharedCar(Decision denied, Location here) {
        TwinId own = denied.question().subject();
        Predicate<Twin> shared = car -> !car.id().equals(own);
        for (TwinGraph.Near near : graph.nearest(
                here, "Vehicle", shared.and(is("service", "sharing")).and(is("fuel", "electric")), TRIED)) {
            Decision may = engine.decide(about(near.twin(), denied.question()), denied.asOf());
            if (may.outcome() == Decision.Outcome.ALLOWED) {
                return Optional.of(new Alternative.SharedCar(near.twin(), near.distance(), may));
            }
        }
        return Optional.empty();
    }

    private static Question about(TwinId vehicle, Question question) {
        if (question instanceof Question.Passage passage) {
            return Question.passage(vehicle, passage.gate());
        } else if (question instanceof Question.Drive drive) {
            return Question.drive(vehicle, drive.destination());
        }
        return Question.may(vehicle, ((Question.Act) question).act());
    }

    private static Optional<Quantity> bikes(Twin station) {
        return station.value("bikes")
                .map(Quantity.class::cast)
                .filter(bikes -> bikes.amount().signum() > 0);
    }

    private static Predicate<Twin> is(String flag) {
        return twin -> twin.value(flag).equals(Optional.of(new Value.Flag(true)));
    }

    private static Predicate<Twin> is(String property, String name) {
        return twin -> twin.value(property).equals(Optional.of(new Value.Term(name)));
    }
}
