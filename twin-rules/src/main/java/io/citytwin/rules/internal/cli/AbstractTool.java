package io.citytwin.rules.internal.cli;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.spi.Console;
import io.citytwin.core.spi.Tool;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** What tools share: reading their words, and help. For one thread at a time. */
abstract class AbstractTool implements Tool {

    private static final int WIDTH = 110;

    private final String name;
    private final String summary;

    AbstractTool(String name, String summary) {
        this.name = name;
        this.summary = summary;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String summary() {
        return summary;
    }

    /** Declares options and parameters. */
    abstract void describe(CommandSpec spec);

    /** An example of a call for {@code --help}, without the tool's name. */
    abstract List<String> examples();

    /** Does the work. */
    abstract int call(ParseResult words, Console console);

    @Override
    public final int run(List<String> arguments, Console console) {
        CommandSpec spec = CommandSpec.create().name("citytwin " + name);
        describe(spec);
        spec.addOption(OptionSpec.builder("--help")
                .usageHelp(true)
                .description("Explains this command.")
                .build());
        spec.usageMessage()
                .width(WIDTH)
                .description(summary)
                .footerHeading("Examples:%n")
                .footer(examples().stream()
                        .map(example -> "  citytwin " + name + " " + example)
                        .toArray(String[]::new));
        CommandLine line = new CommandLine(spec).setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
        ParseResult words = parse(line, arguments);
        if (words.isUsageHelpRequested()) {
            line.usage(console.out());
            return OK;
        }
        return call(words, console);
    }

    private ParseResult parse(CommandLine line, List<String> arguments) {
        try {
            return line.parseArgs(arguments.toArray(String[]::new));
        } catch (CommandLine.ParameterException mistake) {
            throw refused(String.valueOf(mistake.getMessage()), "Maybe look at `citytwin " + name + " --help`.");
        }
    }

    /** A mistake in how the tool was called. */
    static CityTwinException refused(String problem, String advice) {
        return new CityTwinException(CoreError.USAGE, problem, advice);
    }

    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .description(description)
                .build();
    }

    static OptionSpec text(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    static OptionSpec number(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(Integer.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    static int number(ParseResult words, String name, int otherwise) {
        return words.matchedOptionValue(name, otherwise);
    }

    static OptionSpec texts(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel(label)
                .description(description)
                .build();
    }

    static PositionalParamSpec path(String label, String description) {
        return PositionalParamSpec.builder()
                .index("0")
                .arity("0..1")
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    static boolean has(ParseResult words, String option) {
        return words.matchedOptionValue(option, false);
    }

    static java.util.Optional<String> option(ParseResult words, String name) {
        return java.util.Optional.ofNullable(words.<String>matchedOptionValue(name, null));
    }

    static List<String> options(ParseResult words, String name) {
        return words.matchedOptionValue(name, List.of());
    }

    static java.util.Optional<Path> path(ParseResult words, Console console) {
        return java.util.Optional.ofNullable(words.<String>matchedPositionalValue(0, null))
                .map(console.folder()::resolve);
    }
}
