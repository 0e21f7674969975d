package io.citytwin.examples.milan;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.model.Value;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.examples.milan.city.City;
import io.citytwin.examples.milan.report.Answer;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** Asks whether two cars that differ in their emission class only may circulate. For one thread at a time. */
final class CarQuestions {

    private static final LocalTime TIME = LocalTime.of(10, 0);
    private static final String ACT = "circulate";

    private final RegulationEngine engine;
    private final City city;
    private final Twin municipality;

    CarQuestions(RegulationEngine engine, City city) {
        this.engine = engine;
        this.city = city;
        this.municipality = city.find(city.file().municipality());
    }

    /** The cars at ten o'clock of a day. */
    List<Answer> ask(LocalDate day) {
        engine.put(municipality);
        return List.of(ask("4", day), ask("5", day));
    }

    private Answer ask(String euro, LocalDate day) {
        TwinId car = new TwinId(city.file().namespace(), "diesel-euro-" + euro);
        engine.put(Twin.of(car, AssetTypes.builtIn().get("Vehicle"))
                .with("category", "M1")
                .with("fuel", "diesel")
                .with("euro", euro)
                .with("dpf", "factory")
                .with("kilometreScheme", "false")
                .with("place", municipality.id()));
        AsOf clocks = AsOf.at(CivilCalendar.italy().at(day, TIME));
        Decision decision = engine.decide(Question.may(car, ACT), clocks);
        String inhabitants =
                municipality.value("population").map(Value::toString).orElse("population unknown");
        String asked = "May a diesel Euro " + euro + " car (M1) circulate in " + AirWinter.label(municipality) + " ("
                + inhabitants + ") on " + day + " at " + TIME + "?";
        return Answers.of(asked, decision);
    }
}
