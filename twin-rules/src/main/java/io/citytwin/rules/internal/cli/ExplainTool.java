package io.citytwin.rules.internal.cli;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.NearestName;
import io.citytwin.core.model.Twin;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.spi.Console;
import io.citytwin.rules.AsOf;
import io.citytwin.rules.Cell;
import io.citytwin.rules.RegulationEngine;
import io.citytwin.rules.internal.verify.AskFile;
import io.citytwin.rules.internal.verify.GivenFile;
import io.citytwin.rules.internal.verify.Scenario;
import io.citytwin.rules.verify.Explained;
import io.citytwin.rules.verify.Explanation;
import io.citytwin.rules.verify.LevelExplanation;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code explain}: says why, why not, and what would flip an answer or a level. For one thread at a time. */
public final class ExplainTool extends AbstractTool {

    private static final String LEVEL = "--level";
    private static final String ON = "--on";
    private static final String FORMAT = "--format";
    private static final List<String> FORMATS = List.of("text", "json", "svg", "dot", "citizen");

    /** The tool as the launcher finds it. */
    public ExplainTool() {
        super("explain", "Says why a question is answered so, why not otherwise, and what alone would change it.");
    }

    @Override
    void describe(CommandSpec spec) {
        QuestionWords.describe(spec);
        spec.addOption(
                text(LEVEL, "ID/LEVEL", "Explains the state of this level instead, such as xx.area.smog/Level."));
        spec.addOption(text(ON, "DAY", "The day of that state, such as 2026-01-16."));
        spec.addOption(text(FORMAT, "FORMAT", "One of " + String.join(", ", FORMATS) + "; without it, text."));
    }

    @Override
    List<String> examples() {
        return List.of(
                "--format citizen --language en question.yaml",
                "--level xx.northland.smoke/Level --twin Province/pa --on 2026-01-16 case.yaml",
                "--given \"Vehicle/v category=M1 fuel=diesel euro=4 place=mill\" --given \"Municipality/mill"
                        + " province=pa\" --given \"Province/pa Level=first\" --may circulate --at 2026-01-18T10:00");
    }

    @Override
    int call(ParseResult words, Console console) {
        String format = option(words, FORMAT).orElse("text");
        if (!FORMATS.contains(format)) {
            throw refused("`" + format + "` is no format.", "Maybe one of " + String.join(", ", FORMATS) + ".");
        }
        Optional<String> text = option(words, LEVEL).isPresent()
                ? level(words, console, format)
                : question(new QuestionWords(words, console, Optional.empty()), format);
        text.ifPresent(console.out()::println);
        return text.isPresent() ? OK : COULD_NOT_RUN;
    }

    private static Optional<String> question(QuestionWords asked, String format) {
        return asked.question().map((AskFile ask) -> {
            try (RegulationEngine engine = asked.engine()) {
                AsOf asOf = ask.clocks().at(ask.at());
                ask.given().feed(engine, asOf);
                Explanation explanation = Explanation.of(engine, ask.question(), asOf);
                return written(explanation, format, asked.language());
            }
        });
    }

    private static Optional<String> level(ParseResult words, Console console, String format) {
        LocalDate day = day(option(words, ON).orElse(""));
        // The state of a day follows from what was known the day before.
        QuestionWords asked = new QuestionWords(words, console, Optional.of(day.minusDays(1)));
        return asked.given().map((GivenFile file) -> {
            Instant end = asked.city().calendar().startOf(day.plusDays(1));
            try (RegulationEngine engine = asked.engine()) {
                file.given().feed(engine, file.clocks().at(end));
                LevelExplanation explanation = LevelExplanation.of(
                        engine, level(words, file.given(), day), file.clocks().at(end));
                return written(explanation, format, asked.language());
            }
        });
    }

    private static Cell.Level level(ParseResult words, Scenario given, LocalDate day) {
        String level = option(words, LEVEL).orElse("");
        int slash = level.lastIndexOf('/');
        if (slash < 1) {
            throw refused("`" + level + "` names no level.", "Maybe write it like `xx.area.smog/Level`.");
        }
        return new Cell.Level(
                level.substring(0, slash),
                level.substring(slash + 1),
                twin(option(words, QuestionWords.TWIN), given),
                day);
    }

    private static TwinId twin(Optional<String> called, Scenario given) {
        String name = called.or(() -> given.named().keySet().stream()
                        .findFirst()
                        .filter(only -> given.named().size() == 1))
                .orElseThrow(() -> refused("`--twin` is missing.", "Maybe `--twin Province/pa`."));
        return Optional.ofNullable(given.named().get(name)).map(Twin::id).orElseThrow(() -> unknown(name, given));
    }

    private static CityTwinException unknown(String name, Scenario given) {
        return refused(
                "`" + name + "` is not among what is given.",
                NearestName.to(name, given.named().keySet())
                        .map(near -> "Maybe `" + near + "`.")
                        .orElse("Maybe one of "
                                + String.join(", ", given.named().keySet()) + "."));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException impossible) {
            throw refused("`" + text + "` is not a day.", "Maybe `--on 2026-01-16`.");
        }
    }

    private static String written(Explained explanation, String format, String language) {
        return switch (format) {
            case "json" -> explanation.json(language);
            case "svg" -> explanation.svg(language);
            case "dot" -> explanation.dot(language);
            case "citizen" -> explanation.citizen(language);
            default -> explanation.text(language);
        };
    }
}
