package io.citytwin.adapter.config.internal.cli;

import io.citytwin.adapter.config.AdaptersFile;
import io.citytwin.adapter.config.SettingsProblem;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.spi.Console;
import io.citytwin.core.spi.DeviceAdapter;
import io.citytwin.core.spi.Tool;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code citytwin adapters check}: what is wrong with a file of adapters. For one thread at a time. */
public final class CheckTool implements Tool {

    private static final int WIDTH = 110;

    @Override
    public String name() {
        return "adapters check";
    }

    @Override
    public String summary() {
        return "says what is wrong in a file of adapters, before anything connects";
    }

    @Override
    public int run(List<String> arguments, Console console) {
        CommandLine line = new CommandLine(spec()).setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
        ParseResult found;
        try {
            found = line.parseArgs(arguments.toArray(String[]::new));
        } catch (CommandLine.ParameterException mistake) {
            throw new CityTwinException(
                    CoreError.USAGE,
                    String.valueOf(mistake.getMessage()),
                    "Maybe look at `citytwin adapters check --help`.",
                    mistake);
        }
        if (found.isUsageHelpRequested()) {
            line.usage(console.out());
            return OK;
        }
        String name = found.matchedPositionalValue(0, "");
        AdaptersFile file = AdaptersFile.read(console.folder().resolve(name), AssetTypes.builtIn());
        return file.problems().isEmpty() ? tell(file.adapters(), console) : complain(file.problems(), console);
    }

    private static int tell(List<DeviceAdapter> adapters, Console console) {
        adapters.forEach(adapter -> console.out()
                .println(adapter.name() + ": leases are kept by "
                        + switch (adapter.leaseSupport()) {
                            case DEVICE -> "its devices";
                            case NONE ->
                                "nobody: a device that no longer hears from the city stays as it was asked last";
                        }));
        console.out().println("0 problems");
        return OK;
    }

    private static int complain(List<SettingsProblem> problems, Console console) {
        problems.forEach(console.out()::println);
        console.out().println(problems.size() + (problems.size() == 1 ? " problem" : " problems"));
        return FINDINGS;
    }

    private CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("citytwin " + name());
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("1")
                .required(true)
                .type(String.class)
                .paramLabel("CONFIG")
                .description(
                        "A YAML file that names adapters and their settings. Secrets that it names are looked for.")
                .build());
        spec.addOption(OptionSpec.builder("--help")
                .usageHelp(true)
                .description("Explains this command.")
                .build());
        spec.usageMessage()
                .width(WIDTH)
                .description(summary())
                .footerHeading("Examples:%n")
                .footer("  citytwin adapters check adapters.yaml");
        return spec;
    }
}
