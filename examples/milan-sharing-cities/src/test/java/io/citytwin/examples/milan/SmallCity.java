package io.citytwin.examples.milan;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Observation;
import io.citytwin.core.model.Quality;
import io.citytwin.core.model.Quantity;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.Unit;
import io.citytwin.core.signal.Input;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.register.LevelDecision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** One province with one station, and an old diesel in its capital. */
final class SmallCity {

    static final Twin CAR;
    private static final Twin REGION;
    private static final Twin PROVINCE;
    private static final Twin TOWN;
    private static final Twin STATION;

    static {
        AssetTypes types = AssetTypes.builtIn();
        REGION = types.twin("it:IT-25", "Region").with("code", "IT-25");
        PROVINCE = types.twin("it:mb", "Province").with("region", REGION.id());
        TOWN = types.twin("it:monza", "Municipality")
                .with("province", PROVINCE.id())
                .with("population", "122000")
                .with("trafficBand", "3");
        STATION = types.twin("it:monza-macello", "AirStation")
                .with("province", PROVINCE.id())
                .with("role", "reference");
        CAR = types.twin("it:car", "Vehicle")
                .with("place", TOWN.id())
                .with("category", "M1")
                .with("fuel", "diesel")
                .with("euro", "3");
    }

    private SmallCity() {}

    /** An engine under the shipped regulations that knows the city and has heard nothing yet. */
    static RegulationEngine engine() {
        RegulationEngine engine = RegulationEngine.builder().build();
        twins().forEach(engine::put);
        return engine;
    }

    static List<Twin> twins() {
        return List.of(REGION, PROVINCE, TOWN, STATION, CAR);
    }

    /** Daily means from a day on, each told at 10:00 of the day after it. */
    static void tell(RegulationEngine engine, LocalDate from, int... means) {
        for (int index = 0; index < means.length; index++) {
            LocalDate day = from.plusDays(index);
            engine.accept(mean(day, means[index], at(day.plusDays(1), 10)));
        }
    }

    static Input mean(LocalDate day, int value, Instant received) {
        return new Input.Observed(new Observation(
                STATION.id(),
                "pm10",
                Optional.of(Quantity.of(value, Unit.MICROGRAM_PER_CUBIC_METRE)),
                at(day, 0),
                received,
                "station",
                Quality.GOOD));
    }

    static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(RealAir.CIVIL).toInstant();
    }

    /** What was decided on a day. */
    static LevelDecision on(LocalDate day, List<LevelDecision> decisions) {
        return decisions.stream()
                .filter(decision -> decision.decidedAt().equals(at(day, 12)))
                .findFirst()
                .orElseThrow();
    }
}
