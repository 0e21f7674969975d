package io.citytwin.examples.hello;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Twin;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import java.time.LocalDate;

/** Asks about one vehicle at one instant and prints the reason. For one thread at a time. */
public final class HelloRegulation {

    private HelloRegulation() {}

    /**
     * Runs the example.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        // tag::hello[]
        AssetTypes city = AssetTypes.builtIn();
        Twin region = city.twin("it:Lombardia", "Region").withAll("code=IT-25");
        Twin province = city.twin("it.province:Monza", "Province").withAll("region=it:Lombardia");
        Twin town = city.twin("it:Monza", "Municipality").withAll("province=it.province:Monza population=122000");
        Twin car = city.twin("demo:car", "Vehicle").withAll("place=it:Monza category=M1 fuel=diesel euro=4");
        RegulationEngine engine = RegulationEngine.builder().build();
        engine.put(region, province, town, car);
        engine.announce(province.id(), "it.lombardia.antismog/Level", "first", LocalDate.parse("2026-01-16"));
        Decision decision = engine.decide(Question.may(car.id(), "circulate"), AsOf.at("2026-01-18T10:00+01:00"));
        System.out.println(decision.explain("en"));
        // end::hello[]
    }
}
