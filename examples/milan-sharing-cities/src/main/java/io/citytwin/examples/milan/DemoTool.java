package io.citytwin.examples.milan;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.Twin;
import io.citytwin.core.spi.Console;
import io.citytwin.core.spi.ObservationArchive;
import io.citytwin.core.spi.Recording;
import io.citytwin.core.spi.Tool;
import io.citytwin.examples.milan.report.Answer;
import io.citytwin.examples.milan.report.Day;
import io.citytwin.examples.milan.report.Heading;
import io.citytwin.examples.milan.report.Period;
import io.citytwin.examples.milan.report.Province;
import io.citytwin.examples.milan.report.Winter;
import io.citytwin.examples.milan.report.WinterPage;
import io.citytwin.examples.milan.report.WinterText;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.bundle.RegulationBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** {@code citytwin demo}: a winter as text and as one HTML file. For one thread at a time. */
public final class DemoTool implements Tool {

    private static final String REGULATION = "it.lombardia.antismog";
    private static final String CHOSEN = "Milano";

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String summary() {
        return "shows a winter in Lombardy under its anti-smog regulation, as text and as one HTML file";
    }

    @Override
    public int run(List<String> arguments, Console console) {
        if (arguments.contains("--help")) {
            console.out().println(DemoArguments.HELP);
            return OK;
        }
        DemoArguments given = DemoArguments.of(arguments, console.folder());
        RegulationBundle bundle = RegulationBundle.classpath();
        LevelLaw law = LevelLaw.of(bundle, REGULATION);
        List<String> notes = new ArrayList<>();
        given.air().ifPresent(folder -> say("Reading " + folder + " ...", console));
        AirWinter air = air(given, law, notes);
        Period period = given.period(air.period());
        notes.addAll(Notes.of(air, law, period));
        Heading heading = heading(air, law, period, notes);
        WinterText.heading(heading).forEach(console.out()::println);
        console.out().flush();
        say("Deciding " + period.days() + " days ...", console);
        Winter winter = winter(bundle, law, air, heading);
        new WinterText(winter).body().forEach(console.out()::println);
        write(winter, given.report().orElseGet(() -> defaultFile(console.folder(), air)), console);
        return OK;
    }

    private static void say(String progress, Console console) {
        console.err().println(progress);
        console.err().flush();
    }

    private static AirWinter air(DemoArguments given, LevelLaw law, List<String> notes) {
        if (given.air().isEmpty()) {
            return GeneratedWinter.of(GeneratedWinter.SEED);
        }
        Path folder = given.air().orElseThrow();
        Recording recording = ServiceLoader.load(ObservationArchive.class, DemoTool.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(archive -> archive.reads(folder))
                .findFirst()
                .map(archive -> archive.open(folder))
                .orElseThrow(() -> new CityTwinException(
                        CoreError.ARCHIVE,
                        "`" + folder + "` is not a folder of daily PM10 that can be read.",
                        "Maybe give the folder that holds `stations.csv` and `pm10_daily.csv`."));
        if (!recording.refused().isEmpty()) {
            notes.add(recording.refused().size() + " of the folder's rows could not be used, the first one is "
                    + recording.refused().get(0).file() + ":"
                    + recording.refused().get(0).line() + ".");
        }
        String code = law.regulation().jurisdiction();
        return AirWinter.of(recording, code)
                .orElseThrow(() -> new CityTwinException(
                        CoreError.NOTHING_TO_READ,
                        "`" + folder + "` has no daily PM10 of `" + code + "`, where `" + REGULATION + "` holds.",
                        "Maybe another folder is meant."));
    }

    private static Heading heading(AirWinter air, LevelLaw law, Period period, List<String> notes) {
        return new Heading(
                period,
                air.title(),
                air.generated(),
                REGULATION + ", " + law.regulation().title().in("en") + ", "
                        + law.regulation().authority(),
                law.regulation().verified(),
                CHOSEN,
                notes);
    }

    private static Winter winter(RegulationBundle bundle, LevelLaw law, AirWinter air, Heading heading) {
        try (RegulationEngine engine =
                RegulationEngine.builder().regulations(bundle).build()) {
            WinterRun run = new WinterRun(engine, law, air, heading.period());
            run.tell();
            List<Province> provinces = run.provinces();
            return new Winter(
                    heading,
                    law.states(),
                    law.parts(heading.period()),
                    law.limits(heading.period()),
                    provinces,
                    law.rows(heading.period()),
                    answers(engine, air, provinces));
        }
    }

    /** The cars are asked on the first day on which the chosen province has a level. */
    private static List<Answer> answers(RegulationEngine engine, AirWinter air, List<Province> provinces) {
        List<Answer> answers = new ArrayList<>();
        for (Twin twin : air.provinces()) {
            if (AirWinter.label(twin).equals(CHOSEN)) {
                provinces.stream()
                        .filter(province -> province.name().equals(CHOSEN))
                        .flatMap(province -> province.days().stream())
                        .filter(day -> day.state() > 0)
                        .map(Day::date)
                        .findFirst()
                        .ifPresent(day -> answers.addAll(new CarQuestions(engine).ask(twin, day)));
            }
        }
        return answers;
    }

    private static Path defaultFile(Path folder, AirWinter air) {
        return folder.resolve("report").resolve(air.generated() ? "winter-GENERATED.html" : "winter.html");
    }

    private static void write(Winter winter, Path file, Console console) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(file, new WinterPage(winter).html());
        } catch (IOException e) {
            throw new CityTwinException(
                    CoreError.USAGE,
                    "`" + file + "` cannot be written.",
                    "Maybe name another file with `--report`.",
                    e);
        }
        console.err().println("The same as a page: " + file);
    }
}
