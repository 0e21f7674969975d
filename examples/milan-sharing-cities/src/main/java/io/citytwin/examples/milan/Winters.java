package io.citytwin.examples.milan;

import io.citytwin.examples.milan.city.City;
import io.citytwin.examples.milan.report.Answer;
import io.citytwin.examples.milan.report.Day;
import io.citytwin.examples.milan.report.Heading;
import io.citytwin.examples.milan.report.Period;
import io.citytwin.examples.milan.report.Province;
import io.citytwin.examples.milan.report.Winter;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.bundle.RegulationBundle;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The levels of a city's region, if its regulation has a level that follows from days above a limit. Immutable.
 *
 * @param city whose province is shown large
 * @param air what was measured, or made up
 * @param law empty if no folder has such a level
 * @param heading of the part on levels
 */
record Winters(City city, AirWinter air, Optional<LevelLaw> law, Heading heading) {

    static Winters of(City city, AirWinter air, RegulationBundle bundle, Period period, List<String> notes) {
        String id = city.file().air().level();
        Optional<LevelLaw> law = bundle.find(id).flatMap(LevelLaw::of);
        List<String> all = new ArrayList<>(notes);
        law.ifPresentOrElse(
                found -> all.addAll(Notes.of(air, found, period)),
                () -> all.add("`" + id + "` has no level that follows from days above a limit: none is shown."));
        Heading heading = new Heading(
                period,
                air.title(),
                air.generated(),
                law.map(found -> id + ", " + found.regulation().title().in("en") + ", "
                                + found.regulation().authority())
                        .orElse(id),
                bundle.regulations().stream()
                        .map(regulation -> regulation.verified())
                        .min(LocalDate::compareTo)
                        .orElse(period.from()),
                AirWinter.label(city.find(city.file().province())),
                all);
        return new Winters(city, air, law, heading);
    }

    Winter read(RegulationEngine engine) {
        return law.map(found -> read(engine, found))
                .orElseGet(() -> new Winter(heading, List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    private Winter read(RegulationEngine engine, LevelLaw found) {
        WinterRun run = new WinterRun(engine, found, air, heading.period());
        run.read();
        List<Province> provinces = run.provinces();
        return new Winter(
                heading,
                found.states(),
                found.parts(heading.period()),
                found.limits(heading.period()),
                provinces,
                found.rows(heading.period()),
                answers(engine, provinces));
    }

    /** The cars are asked on the first day on which the chosen province has a level. */
    private List<Answer> answers(RegulationEngine engine, List<Province> provinces) {
        return provinces.stream()
                .filter(province -> province.name().equals(heading.chosen()))
                .flatMap(province -> province.days().stream())
                .filter(day -> day.state() > 0)
                .map(Day::date)
                .findFirst()
                .map(day -> new CarQuestions(engine, city).ask(day))
                .orElse(List.of());
    }
}
