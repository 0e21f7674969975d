package io.citytwin.rules.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Location;
import io.citytwin.core.model.Outline;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Unit;
import io.citytwin.rules.Alternative;
import io.citytwin.rules.Alternatives;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may not pass is told what is lawful instead, and nothing that is not. */
class AlternativesTest {

    private static final AssetTypes TYPES = AssetTypes.builtIn();
    private static final Map<TwinId, String> GATES =
            Map.of(Town.OUTER_GATE, "9.10 45.00", Town.INNER_GATE, "9.15 45.00");

    private final RegulationEngine engine = Town.engine();
    private final TwinGraph graph = TwinGraph.of(TYPES);
    private final List<Twin> twins = new ArrayList<>();

    @AfterEach
    void close() {
        engine.close();
    }

    private static Outline square(String west, String east) {
        Location one = Location.of(west + " 44.9");
        Location two = Location.of(east + " 44.9");
        Location three = Location.of(east + " 45.1");
        Location four = Location.of(west + " 45.1");
        return new Outline(List.of(new Outline.Polygon(List.of(List.of(one, two, three, four, one)))));
    }

    private static Twin placed(Twin twin) {
        String place = GATES.get(twin.id());
        if (place != null) {
            return twin.with("location", Location.of(place));
        } else if (twin.id().name().equals("outer")) {
            return twin.with("outline", square("9.10", "9.30"));
        }
        return twin.id().name().equals("inner") ? twin.with("outline", square("9.15", "9.20")) : twin;
    }

    private void add(String name, String type, String place, String values) {
        twins.add(TYPES.twin("xx:" + name, type).withAll(values).with("location", Location.of(place)));
    }

    private void add(String name, String place, String values) {
        twins.add(Town.car(TwinId.of("xx:" + name), values).with("location", Location.of(place)));
    }

    private Decision ask(String car, Question question, String civil) {
        twins.add(Town.car(car));
        graph.put(
                Stream.concat(Stream.of(Town.twins()).map(AlternativesTest::placed), twins.stream())
                        .toList(),
                Instant.EPOCH);
        Stream.of("Region", "Province", "Municipality", "Zone", "Gate", "Vehicle", "CarPark", "BikeStation")
                .flatMap(type -> graph.all(type).stream())
                .forEach(id -> engine.put(graph.find(id).orElseThrow()));
        return engine.decide(question, AsOf.at(Town.at(civil)));
    }

    private List<Alternative> instead(Decision denied) {
        return Alternatives.of(engine, graph).to(denied);
    }

    private Decision oldCar() {
        return ask("euro=1", Question.passage(Town.CAR, Town.OUTER_GATE), "2026-01-16T18:00");
    }

    private static <A extends Alternative> List<A> of(Class<A> kind, List<Alternative> all) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    @Test
    void whoMayGoNeedsNothingElse() {
        add("bikes", "BikeStation", "9.09 45.00", "bikes=4");
        assertThat(instead(ask("euro=6", Question.passage(Town.CAR, Town.OUTER_GATE), "2026-01-16T18:00")))
                .isEmpty();
    }

    @Test
    void theFirstAllowedInstantIsTheEndOfTheHours() {
        Decision denied = oldCar();
        assertThat(denied.outcome()).isEqualTo(Decision.Outcome.FORBIDDEN);
        List<Alternative.Later> later = of(Alternative.Later.class, instead(denied));
        assertThat(later).hasSize(1);
        assertThat(later.get(0).from()).isEqualTo(Town.at("2026-01-16T19:30"));
        assertThat(later.get(0).proof().outcome()).isEqualTo(Decision.Outcome.ALLOWED);
        assertThat(later.get(0).explain())
                .isEqualTo("Allowed from 2026-01-16T19:30+01:00, if levels and data stay as they are known now.");
        AsOf before = AsOf.at(Town.at("2026-01-16T19:30").minusSeconds(1));
        assertThat(engine.decide(denied.question(), before).outcome()).isEqualTo(Decision.Outcome.FORBIDDEN);
    }

    @Test
    void whatIsForbiddenAtAnyTimeHasNoLater() {
        Decision denied = ask("length=9", Question.passage(Town.CAR, Town.INNER_GATE), "2026-01-16T18:00");
        assertThat(denied.outcome()).isEqualTo(Decision.Outcome.FORBIDDEN);
        assertThat(instead(denied)).isEmpty();
    }

    @Test
    void theNearestCarParkOutsideTheZoneIsOfferedIfTheVehicleMayDriveThere() {
        add("inside", "CarPark", "9.11 45.00", "parkAndRide=true place=xx:mill");
        add("shop", "CarPark", "9.099 45.00", "parkAndRide=false place=xx:mill");
        add("near", "CarPark", "9.09 45.00", "parkAndRide=true place=xx:mill");
        add("far", "CarPark", "9.05 45.00", "parkAndRide=true place=xx:ford");
        List<Alternative.ParkAndRide> parks = of(Alternative.ParkAndRide.class, instead(oldCar()));
        assertThat(parks).extracting(Alternative.ParkAndRide::carPark).containsExactly(TwinId.of("xx:near"));
        assertThat(parks.get(0).proof().outcome()).isEqualTo(Decision.Outcome.ALLOWED);
        assertThat(parks.get(0).distance().unit()).isEqualTo(Unit.of("m"));
    }

    @Test
    void aCarParkInAnotherZoneWhereTheVehicleIsStoppedIsNotOffered() {
        add("ring", "CarPark", "9.14 45.00", "parkAndRide=true place=xx:mill");
        Decision denied = ask("euro=1 length=9", Question.passage(Town.CAR, Town.INNER_GATE), "2026-01-16T18:00");
        assertThat(of(Alternative.ParkAndRide.class, instead(denied))).isEmpty();
        // In the evening it may drive there, but is still too long for the inner zone.
        Decision evening = engine.decide(denied.question(), AsOf.at(Town.at("2026-01-16T20:00")));
        assertThat(of(Alternative.ParkAndRide.class, instead(evening)))
                .extracting(Alternative.ParkAndRide::carPark)
                .containsExactly(TwinId.of("xx:ring"));
    }

    @Test
    void aStationWithoutBikesIsNotOffered() {
        add("empty", "BikeStation", "9.10 45.00", "bikes=0");
        add("unknown", "BikeStation", "9.101 45.00", "docks=9");
        add("full", "BikeStation", "9.09 45.00", "bikes=4");
        List<Alternative.SharedBike> bikes = of(Alternative.SharedBike.class, instead(oldCar()));
        assertThat(bikes).extracting(Alternative.SharedBike::station).containsExactly(TwinId.of("xx:full"));
        assertThat(bikes.get(0).bikes()).isEqualTo(Quantity.of(4, Unit.ONE));
    }

    @Test
    void onlyASharedElectricCarThatMayPassItselfIsOffered() {
        add("long", "9.15 45.00", "fuel=electric service=sharing length=9");
        add("private", "9.15 45.00", "fuel=electric service=private");
        add("petrol", "9.15 45.00", "fuel=petrol service=sharing");
        add("shared", "9.14 45.00", "fuel=electric service=sharing");
        Decision denied = ask("length=9", Question.passage(Town.CAR, Town.INNER_GATE), "2026-01-16T18:00");
        List<Alternative.SharedCar> cars = of(Alternative.SharedCar.class, instead(denied));
        assertThat(cars).extracting(Alternative.SharedCar::vehicle).containsExactly(TwinId.of("xx:shared"));
        assertThat(cars.get(0).proof().outcome()).isEqualTo(Decision.Outcome.ALLOWED);
    }

    @Test
    void nothingNearIsOfferedIfNobodyKnowsWhereTheGateStands() {
        add("full", "BikeStation", "9.09 45.00", "bikes=4");
        Decision denied = ask("euro=1", Question.passage(Town.CAR, Town.LANE), "2026-01-16T18:00");
        assertThat(instead(denied)).noneMatch(Alternative.SharedBike.class::isInstance);
    }
}
