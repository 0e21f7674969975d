package io.citytwin.examples.hello;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Twin;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import java.time.Instant;
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
        Twin region = city.twin("it:Lombardia", "Region").with("code", "IT-25");
        Twin province = city.twin("it.province:Monza", "Province").with("region", region.id());
        Twin town = city.twin("it:Monza", "Municipality")
                .with("province", province.id())
                .with("population", "122000");
        Twin car = city.twin("demo:car", "Vehicle").with("place", town.id()).with("category", "M1");
        try (RegulationEngine engine = RegulationEngine.builder().build()) {
            engine.put(region, province, town, car.with("fuel", "diesel").with("euro", "4"));
            engine.announce(province.id(), "it.lombardia.antismog/Level", "first", LocalDate.parse("2026-01-16"));
            AsOf sunday = AsOf.at(Instant.parse("2026-01-18T09:00:00Z"));
            System.out.println(
                    engine.decide(Question.may(car.id(), "circulate"), sunday).explain("en"));
        }
        // end::hello[]
    }
}
