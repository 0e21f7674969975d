package io.citytwin.examples.milan;

import io.citytwin.adapter.sqlite.SqliteJournal;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.spi.Console;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.Tool;
import io.citytwin.core.sync.CityPhase;
import io.citytwin.examples.milan.city.Cities;
import io.citytwin.examples.milan.city.City;
import io.citytwin.examples.milan.report.CityHeading;
import io.citytwin.examples.milan.report.CityPage;
import io.citytwin.examples.milan.report.CityReport;
import io.citytwin.examples.milan.report.CityText;
import io.citytwin.examples.milan.report.Period;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.bundle.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** {@code citytwin demo}: a winter of a city as text and as one HTML file. For one thread at a time. */
public final class DemoTool implements Tool {

    private final Consumer<CityPhase> watcher;

    /** A demo that nobody watches. */
    public DemoTool() {
        this(phase -> {});
    }

    /** Somebody is told what the city is doing. */
    DemoTool(Consumer<CityPhase> watcher) {
        this.watcher = watcher;
    }

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public String summary() {
        return "plays a winter of a city under its regulations, as text and as one HTML file";
    }

    @Override
    public int run(List<String> arguments, Console console) {
        if (arguments.contains("--help")) {
            console.out().println(DemoArguments.HELP);
            return OK;
        }
        DemoArguments given = DemoArguments.of(arguments, console.folder());
        City city = Cities.named(given.city(), console.folder());
        Trust trust = given.trust().map(Trust::read).orElse(Trust.everything());
        Optional<SavedLaw> saved =
                given.folder().map(folder -> SavedLaw.open(folder, city.regulations(), trust, console.out()));
        RegulationBundle law = saved.map(SavedLaw::bundle).orElseGet(city::regulations);
        List<String> notes = new ArrayList<>();
        AirWinter air = AirSource.of(city, given.air(), notes);
        Period period = given.period(air.period());
        CityHeading heading = CityReporter.heading(city, air, law, period);
        CityText.heading(heading).forEach(console.out()::println);
        console.out().flush();
        Winters winters = Winters.of(city, air, law, period, notes);
        Site site = site(given, city, console);
        CityReport report;
        try (Journal journal = given.journal().map(DemoTool::open).orElseGet(Journal::forgetful)) {
            CityRun run =
                    new CityRun(city, new CityRun.Days(air, period), law, site, new CityRun.Keeping(journal, watcher));
            // A winter played as fast as it can be is over before anybody saves: only a live city looks again.
            Consumer<Instant> between = moment ->
                    saved.filter(one -> given.speed().isPresent()).ifPresent(one -> one.takeInto(run, moment));
            report = play(run, given, heading, winters, new Talk(console, between));
        }
        new CityText(report).body().forEach(console.out()::println);
        write(report, given.report().orElseGet(() -> defaultFile(console.folder(), heading)), console);
        return OK;
    }

    private static Site site(DemoArguments given, City city, Console console) {
        return switch (given.meeting()) {
            case DIRECT -> Site.DIRECT;
            case DITTO -> new DittoSite(console.out());
            case PROTOCOL -> new ProtocolSite(city, given.broker(), console.out());
        };
    }

    /** The keys of what is personal lie beside the file here; a real host keeps them elsewhere. */
    private static Journal open(Path file) {
        return SqliteJournal.builder()
                .file(file)
                .keys(file.resolveSibling(file.getFileName() + ".keys"))
                .build();
    }

    private static CityReport play(CityRun city, DemoArguments given, CityHeading heading, Winters winters, Talk talk) {
        try (CityRun run = city) {
            if (given.speed().isPresent()) {
                run.play(new Live(run, given.speed().get(), talk.console().out()).andThen(talk.between()));
            } else {
                try (Progress progress =
                        new Progress(heading.period(), talk.console().err())) {
                    run.play(talk.between().andThen(progress));
                }
            }
            return CityReporter.of(run, heading, winters);
        }
    }

    /** What happens between two hours, besides the city, and where it is told. */
    private record Talk(Console console, Consumer<Instant> between) {}

    private static Path defaultFile(Path folder, CityHeading heading) {
        return folder.resolve("report").resolve(heading.name() + (heading.generated() ? "-GENERATED.html" : ".html"));
    }

    private static void write(CityReport report, Path file, Console console) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.writeString(file, new CityPage(report).html());
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
