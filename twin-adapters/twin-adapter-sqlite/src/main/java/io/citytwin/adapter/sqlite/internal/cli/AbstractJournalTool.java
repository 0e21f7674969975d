package io.citytwin.adapter.sqlite.internal.cli;

import io.citytwin.adapter.sqlite.internal.Months;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.spi.Console;
import io.citytwin.core.spi.Tool;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** A command that reads the file of a journal. For one thread at a time. */
abstract class AbstractJournalTool implements Tool {

    static final String KEYS = "--keys";

    private static final int WIDTH = 110;

    /** The options of this command besides {@code --keys} and {@code --help}. */
    abstract List<OptionSpec> options();

    abstract String example();

    abstract int read(Path file, Words words, Console console);

    @Override
    public final int run(List<String> arguments, Console console) {
        CommandLine line = new CommandLine(spec()).setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
        ParseResult found;
        try {
            found = line.parseArgs(arguments.toArray(String[]::new));
        } catch (CommandLine.ParameterException mistake) {
            throw refused(String.valueOf(mistake.getMessage()), mistake);
        }
        if (found.isUsageHelpRequested()) {
            line.usage(console.out());
            return OK;
        }
        Path file = console.folder().resolve(found.matchedPositionalValue(0, ""));
        return read(file, new Words(found), console);
    }

    private CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("citytwin " + name());
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("1")
                .required(true)
                .type(String.class)
                .paramLabel("FILE")
                .description("The file of a journal. It is only read, and a city may write to it meanwhile.")
                .build());
        options().forEach(spec::addOption);
        spec.addOption(option(KEYS, "DIR", "The folder of the keys of months."));
        spec.addOption(OptionSpec.builder("--help")
                .usageHelp(true)
                .description("Explains this command.")
                .build());
        spec.usageMessage()
                .width(WIDTH)
                .description(summary())
                .footerHeading("Examples:%n")
                .footer("  " + example());
        return spec;
    }

    static OptionSpec option(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    final CityTwinException refused(String problem, @Nullable Exception cause) {
        return new CityTwinException(
                CoreError.USAGE, problem, "Maybe look at `citytwin " + name() + " --help`.", cause);
    }

    /** The keys that a command may use; none without {@code --keys}. */
    static Months keys(Words words, Console console) {
        return Months.in(folder(words, console));
    }

    static Optional<Path> folder(Words words, Console console) {
        return words.text(KEYS).map(console.folder()::resolve);
    }

    /** What was typed. For one thread at a time. */
    record Words(ParseResult found) {

        Optional<String> text(String option) {
            return Optional.ofNullable(found.<String>matchedOptionValue(option, null));
        }

        boolean has(String option) {
            return found.hasMatchedOption(option);
        }
    }
}
