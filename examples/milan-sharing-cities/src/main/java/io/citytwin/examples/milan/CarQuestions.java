package io.citytwin.examples.milan;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.examples.milan.report.Answer;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Decision;
import io.citytwin.rules.Finding;
import io.citytwin.rules.Justification;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Asks whether two cars that differ in their emission class only may circulate. For one thread at a time. */
final class CarQuestions {

    private static final LocalTime TIME = LocalTime.of(10, 0);
    private static final TwinId CITY = TwinId.of("it.milano:municipality");
    private static final String INHABITANTS = "1350000";
    private static final String ACT = "circulate";

    private final RegulationEngine engine;

    CarQuestions(RegulationEngine engine) {
        this.engine = engine;
    }

    /** The cars at ten o'clock of a day, in the city that the province is named after. */
    List<Answer> ask(Twin province, LocalDate day) {
        engine.put(Twin.of(CITY, AssetTypes.builtIn().get("Municipality"))
                .with("label", AirWinter.label(province))
                .with("population", INHABITANTS)
                .with("volunteer", "false")
                .with("province", province.id()));
        return List.of(ask("4", province, day), ask("5", province, day));
    }

    private Answer ask(String euro, Twin province, LocalDate day) {
        TwinId car = TwinId.of("it.milano:diesel-euro-" + euro);
        engine.put(Twin.of(car, AssetTypes.builtIn().get("Vehicle"))
                .with("category", "M1")
                .with("fuel", "diesel")
                .with("euro", euro)
                .with("dpf", "factory")
                .with("kilometreScheme", "false")
                .with("place", CITY));
        AsOf clocks = AsOf.at(CivilCalendar.italy().at(day, TIME));
        Decision decision = engine.decide(Question.may(car, ACT), clocks);
        String asked = "May a diesel Euro " + euro + " car (M1) circulate in " + AirWinter.label(province) + " ("
                + INHABITANTS + " inhabitants) on " + day + " at " + TIME + "?";
        return new Answer(
                asked,
                decision.outcome().name(),
                decision.findings().stream().map(CarQuestions::reason).toList(),
                others(decision));
    }

    private static Answer.Reason reason(Finding finding) {
        Justification why = finding.why();
        List<String> lines = new ArrayList<>();
        Words.law(why.law()).forEach(line -> lines.add("law: " + line));
        why.readings().stream()
                .map(reading -> "read: " + reading.twin().name() + " " + Words.reading(reading))
                .distinct()
                .forEach(lines::add);
        why.margins()
                .forEach(margin -> lines.add("compared: " + margin.property() + " "
                        + margin.value().toPlainString() + " " + margin.sign() + " "
                        + margin.limit().toPlainString()));
        return new Answer.Reason(
                finding.provision().id() + ", " + finding.provision().title().in("en") + "; "
                        + finding.provision().source(),
                why.says().map(says -> says.in("en")).orElse(""),
                lines);
    }

    private static List<String> others(Decision decision) {
        List<String> lines = new ArrayList<>();
        if (!decision.unknown().isEmpty()) {
            lines.add("would be decided by " + String.join(", ", decision.unknown()));
        }
        decision.notApplied()
                .forEach(not -> lines.add("not " + not.provision().id() + ", "
                        + not.provision().title().in("en") + ": " + not.failed()));
        return lines;
    }
}
