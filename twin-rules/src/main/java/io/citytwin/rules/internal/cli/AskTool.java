package io.citytwin.rules.internal.cli;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.spi.Console;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.Question;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.internal.verify.AskFile;
import io.citytwin.rules.internal.verify.City;
import io.citytwin.rules.internal.yaml.Node;
import io.citytwin.rules.internal.yaml.YamlReader;
import io.citytwin.rules.regulation.Place;
import io.citytwin.rules.regulation.Regulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code ask}: answers one question with its reasons. For one thread at a time. */
public final class AskTool extends AbstractTool {

    private static final String GIVEN = "--given";
    private static final String MAY = "--may";
    private static final String THROUGH = "--through";
    private static final String LIMITS = "--limits";
    private static final String TWIN = "--twin";
    private static final String AT = "--at";
    private static final String PUBLISHED = "--published";
    private static final String LANGUAGE = "--language";
    private static final String REGULATION = "--regulation";
    private static final String FOLDER = "--folder";

    private final CivilCalendar calendar = CivilCalendar.italy();

    /** The tool as the launcher finds it. */
    public AskTool() {
        super("ask", "Answers one question about one twin at one moment, with the reasons.");
    }

    @Override
    void describe(CommandSpec spec) {
        spec.addPositional(path("FILE", "A case file, with `at: 2026-01-18 10:00`. The options below go before it."));
        spec.addOption(texts(
                GIVEN,
                "TWIN",
                "A twin with its values, in quotes; can be given several times. A level is announced from the day"
                        + " before, an indicator is the value of the day before, an input that of the day."));
        spec.addOption(text(MAY, "ACT", "Asks whether the twin may do this."));
        spec.addOption(text(THROUGH, "GATE", "Asks whether the twin may pass this gate, and what it costs."));
        spec.addOption(text(LIMITS, "PROPERTY", "Asks which limits this property has."));
        spec.addOption(text(TWIN, "TYPE/NAME", "Which twin is asked about; without it, the first one given."));
        spec.addOption(text(AT, "MOMENT", "Civil time, such as 2026-01-18T10:00."));
        spec.addOption(text(PUBLISHED, "DATE", "The law as it stood published on this day."));
        spec.addOption(text(LANGUAGE, "CODE", "Language of the sentences, such as en."));
        spec.addOption(text(REGULATION, "ID", "Only this regulation and those that it uses."));
        spec.addOption(text(FOLDER, "PATH", "Regulation folders that are not on the class path."));
    }

    @Override
    List<String> examples() {
        return List.of(
                "question.yaml",
                "--given \"Vehicle/v category=M1 fuel=diesel euro=4 place=mill\" --given \"Municipality/mill"
                        + " province=pa\" --given \"Province/pa Level=first\" --may circulate --at 2026-01-18T10:00");
    }

    @Override
    int call(ParseResult words, Console console) {
        RegulationBundle bundle = Chosen.bundle(option(words, FOLDER).map(console.folder()::resolve));
        List<Regulation> law = option(words, REGULATION)
                .map(id -> City.withUsed(List.of(Chosen.regulation(bundle, id)), bundle.regulations()))
                .orElse(bundle.regulations());
        City city = City.of(law, AssetTypes.builtIn(), calendar);
        Set<Problem> problems = new TreeSet<>();
        Node.Mapping root = root(words, console, city, problems);
        Optional<AskFile> file = problems.isEmpty() ? AskFile.read(root, city, problems::add) : Optional.empty();
        if (file.isEmpty()) {
            problems.forEach(console.err()::println);
            return COULD_NOT_RUN;
        }
        AskFile ask = file.get();
        try (RegulationEngine engine = RegulationEngine.builder()
                .regulations(law)
                .assets(city.assets())
                .calendar(calendar)
                .build()) {
            ask.given().feed(engine, ask.at());
            Question question = ask.question();
            console.out()
                    .println(engine.decide(question, ask.clocks().at(ask.at()))
                            .explain(option(words, LANGUAGE).orElse("en")));
        }
        return OK;
    }

    /** The file, with what the options say on top. */
    private Node.Mapping root(ParseResult words, Console console, City city, Set<Problem> problems) {
        Node.Mapping file = path(words, console)
                .flatMap(path -> YamlReader.read(words.matchedPositionalValue(0, ""), text(path), problems::add))
                .filter(Node.Mapping.class::isInstance)
                .map(Node.Mapping.class::cast)
                .orElse(new Node.Mapping(List.of(), new Place("ask", 1, 1)));
        List<Node.Entry> entries = new ArrayList<>();
        option(words, AT).ifPresent(at -> entries.add(entry("at", scalar(AT, at))));
        option(words, PUBLISHED).ifPresent(day -> entries.add(entry("law", scalar(PUBLISHED, day))));
        List<Node.Entry> given = given(words, city, file);
        if (!given.isEmpty()) {
            entries.add(
                    entry("given", new Node.Mapping(given, given.get(0).key().place())));
        }
        ask(words, given).ifPresent(ask -> entries.add(entry("ask", ask)));
        return AskFile.over(file, new Node.Mapping(entries, file.place()));
    }

    private static List<Node.Entry> given(ParseResult words, City city, Node.Mapping file) {
        Optional<String> at = option(words, AT).or(() -> file.scalar("at").map(Node.Scalar::text));
        List<String> all = options(words, GIVEN);
        List<Node.Entry> given = new ArrayList<>();
        for (String one : all) {
            given.add(new GivenWords(city, day(at)).entry(one, given.size() + 1));
        }
        return given;
    }

    private static LocalDate day(Optional<String> at) {
        try {
            return LocalDate.parse(at.map(text -> text.substring(0, Math.min(10, text.length())))
                    .orElse(""));
        } catch (DateTimeException impossible) {
            throw refused("`" + at.orElse("") + "` is not a moment to ask about.", "Maybe --at 2026-01-18T10:00.");
        }
    }

    private static Optional<Node> ask(ParseResult words, List<Node.Entry> given) {
        List<Node.Entry> entries = new ArrayList<>();
        option(words, MAY).ifPresent(act -> entries.add(entry("may", scalar(MAY, act))));
        option(words, THROUGH).ifPresent(gate -> entries.add(entry("through", scalar(THROUGH, gate))));
        option(words, LIMITS).ifPresent(property -> entries.add(entry("limits", scalar(LIMITS, property))));
        Optional<String> twin = option(words, TWIN)
                .or(() -> given.stream().findFirst().map(first -> first.key().text()));
        twin.filter(called -> !entries.isEmpty()).ifPresent(called -> entries.add(entry("twin", scalar(TWIN, called))));
        return entries.isEmpty() ? Optional.empty() : Optional.of(new Node.Mapping(entries, new Place(MAY, 1, 1)));
    }

    private static Node.Entry entry(String key, Node value) {
        return new Node.Entry(new Node.Scalar(key, true, value.place()), value);
    }

    private static Node.Scalar scalar(String option, String text) {
        return new Node.Scalar(text, true, new Place(option, 1, 1));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new CityTwinException(
                    CoreError.NOTHING_TO_READ,
                    "`" + file + "` cannot be read.",
                    "Maybe it has another name, or is not UTF-8.",
                    unreadable);
        }
    }
}
