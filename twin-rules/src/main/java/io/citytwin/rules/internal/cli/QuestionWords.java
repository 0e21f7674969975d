package io.citytwin.rules.internal.cli;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.spi.Console;
import io.citytwin.core.time.CivilCalendar;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.internal.verify.AskFile;
import io.citytwin.rules.internal.verify.City;
import io.citytwin.rules.internal.verify.GivenFile;
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

/** The words in which tools are told what is given and what is asked, in a file or as options. For one thread at a time. */
final class QuestionWords {

    static final String TWIN = "--twin";

    private static final String GIVEN = "--given";
    private static final String MAY = "--may";
    private static final String THROUGH = "--through";
    private static final String LIMITS = "--limits";
    private static final String AT = "--at";
    private static final String PUBLISHED = "--published";
    private static final String LANGUAGE = "--language";
    private static final String REGULATION = "--regulation";

    private final ParseResult words;
    private final Console console;
    private final City city;
    private final Optional<LocalDate> day;
    private final Set<Problem> problems = new TreeSet<>();

    /**
     * Reads words.
     *
     * @param day that daily values lead up to; empty for the day of {@code --at}
     */
    QuestionWords(ParseResult words, Console console, Optional<LocalDate> day) {
        this.words = words;
        this.console = console;
        this.day = day;
        RegulationBundle bundle = Chosen.bundle(words, console);
        List<Regulation> law = AbstractTool.option(words, REGULATION)
                .map(id -> City.withUsed(List.of(Chosen.regulation(bundle, id)), bundle.regulations()))
                .orElse(bundle.regulations());
        this.city = City.of(law, AssetTypes.builtIn(), CivilCalendar.italy());
    }

    static void describe(CommandSpec spec) {
        spec.addPositional(
                AbstractTool.path("FILE", "A case file, with `at: 2026-01-18 10:00`. The options below go before it."));
        spec.addOption(AbstractTool.texts(
                GIVEN,
                "TWIN",
                "A twin with its values, in quotes; can be given several times. A level is announced from the day"
                        + " before, an indicator is the value of the day before, an input that of the day. In a"
                        + " single region that is given lies all that names no other."));
        spec.addOption(AbstractTool.text(MAY, "ACT", "Asks whether the twin may do this."));
        spec.addOption(
                AbstractTool.text(THROUGH, "GATE", "Asks whether the twin may pass this gate, and what it costs."));
        spec.addOption(AbstractTool.text(
                LIMITS, "PROPERTY", "Asks which limits this property has, and what law computes it as."));
        spec.addOption(
                AbstractTool.text(TWIN, "TYPE/NAME", "Which twin is asked about; without it, the first one given."));
        spec.addOption(AbstractTool.text(AT, "MOMENT", "Civil time, such as 2026-01-18T10:00."));
        spec.addOption(AbstractTool.text(PUBLISHED, "DATE", "The law as it stood published on this day."));
        spec.addOption(AbstractTool.text(LANGUAGE, "CODE", "Language of the sentences, such as en."));
        spec.addOption(AbstractTool.text(REGULATION, "ID", "Only this regulation and those that it uses."));
        Chosen.describe(spec);
    }

    String language() {
        return AbstractTool.option(words, LANGUAGE).orElse("en");
    }

    City city() {
        return city;
    }

    /** An engine with nothing in it yet. */
    RegulationEngine engine() {
        return RegulationEngine.builder()
                .regulations(city.regulations())
                .assets(city.assets())
                .calendar(city.calendar())
                .build();
    }

    /** What is asked; empty after telling everything that is wrong. */
    Optional<AskFile> question() {
        Node.Mapping root = root();
        return told(problems.isEmpty() ? AskFile.read(root, city, problems::add) : Optional.empty());
    }

    /** What is given, with nothing asked; empty after telling everything that is wrong. */
    Optional<GivenFile> given() {
        Node.Mapping root = root();
        return told(problems.isEmpty() ? GivenFile.read(root, city, problems::add) : Optional.empty());
    }

    private <T> Optional<T> told(Optional<T> read) {
        if (read.isEmpty()) {
            problems.forEach(console.err()::println);
        }
        return read;
    }

    /** The file, with what the options say on top. */
    private Node.Mapping root() {
        Node.Mapping file = AbstractTool.path(words, console)
                .flatMap(path -> YamlReader.read(words.matchedPositionalValue(0, ""), text(path), problems::add))
                .filter(Node.Mapping.class::isInstance)
                .map(Node.Mapping.class::cast)
                .orElse(new Node.Mapping(List.of(), new Place("ask", 1, 1)));
        List<Node.Entry> entries = new ArrayList<>();
        AbstractTool.option(words, AT).ifPresent(at -> entries.add(entry("at", scalar(AT, at))));
        AbstractTool.option(words, PUBLISHED).ifPresent(day -> entries.add(entry("law", scalar(PUBLISHED, day))));
        List<Node.Entry> given = given(file);
        if (!given.isEmpty()) {
            entries.add(
                    entry("given", new Node.Mapping(given, given.get(0).key().place())));
        }
        ask(given).ifPresent(ask -> entries.add(entry("ask", ask)));
        return AskFile.over(file, new Node.Mapping(entries, file.place()));
    }

    private List<Node.Entry> given(Node.Mapping file) {
        Optional<String> at =
                AbstractTool.option(words, AT).or(() -> file.scalar("at").map(Node.Scalar::text));
        List<String> all = AbstractTool.options(words, GIVEN);
        List<Node.Entry> given = new ArrayList<>();
        for (String one : all) {
            given.add(new GivenWords(city, day.orElseGet(() -> day(at))).entry(one, given.size() + 1));
        }
        return given;
    }

    private static LocalDate day(Optional<String> at) {
        try {
            return LocalDate.parse(at.map(text -> text.substring(0, Math.min(10, text.length())))
                    .orElse(""));
        } catch (DateTimeException impossible) {
            throw AbstractTool.refused(
                    "`" + at.orElse("") + "` is not a moment to ask about.", "Maybe --at 2026-01-18T10:00.");
        }
    }

    private Optional<Node> ask(List<Node.Entry> given) {
        List<Node.Entry> entries = new ArrayList<>();
        AbstractTool.option(words, MAY).ifPresent(act -> entries.add(entry("may", scalar(MAY, act))));
        AbstractTool.option(words, THROUGH).ifPresent(gate -> entries.add(entry("through", scalar(THROUGH, gate))));
        AbstractTool.option(words, LIMITS)
                .ifPresent(property -> entries.add(entry("limits", scalar(LIMITS, property))));
        Optional<String> twin = AbstractTool.option(words, TWIN)
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
