package io.citytwin.adapter.ditto.internal.cli;

import io.citytwin.adapter.ditto.ThingModels;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.spi.Console;
import io.citytwin.core.spi.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code citytwin ditto models}: writes the Thing Models of all asset types. For one thread at a time. */
public final class ModelsTool implements Tool {

    private static final int WIDTH = 110;

    @Override
    public String name() {
        return "ditto models";
    }

    @Override
    public String summary() {
        return "writes a W3C WoT Thing Model for every asset type";
    }

    @Override
    public int run(List<String> arguments, Console console) {
        CommandLine line = new CommandLine(spec()).setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
        ParseResult words = parse(line, arguments);
        if (words.isUsageHelpRequested()) {
            line.usage(console.out());
            return OK;
        }
        String base = words.matchedOptionValue("--base", "");
        if (!base.matches("|https?://\\S+")) {
            throw refused("`" + base + "` is not the URL of a folder.", null);
        }
        Path folder = console.folder().resolve(words.matchedOptionValue("--out", "models"));
        SortedMap<String, String> files =
                ThingModels.of(AssetTypes.builtIn(), base).files();
        write(files, folder);
        files.keySet().forEach(name -> console.out().println(folder.resolve(name)));
        console.out().println(files.size() + " Thing Models");
        return OK;
    }

    private CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("citytwin " + name());
        spec.addOption(option("--out", "DIR", "The folder to write to, `models` if left out."));
        spec.addOption(option("--base", "URL", "Where they will be published: links are then URLs below it."));
        spec.addOption(OptionSpec.builder("--help")
                .usageHelp(true)
                .description("Explains this command.")
                .build());
        spec.usageMessage()
                .width(WIDTH)
                .description(summary())
                .footerHeading("Examples:%n")
                .footer("  citytwin ditto models --out models --base https://models.example/city/");
        return spec;
    }

    private static OptionSpec option(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    private static ParseResult parse(CommandLine line, List<String> arguments) {
        try {
            return line.parseArgs(arguments.toArray(String[]::new));
        } catch (CommandLine.ParameterException mistake) {
            throw refused(String.valueOf(mistake.getMessage()), mistake);
        }
    }

    private static CityTwinException refused(String problem, @Nullable Exception cause) {
        return new CityTwinException(CoreError.USAGE, problem, "Maybe look at `citytwin ditto models --help`.", cause);
    }

    private static void write(Map<String, String> files, Path folder) {
        try {
            Files.createDirectories(folder);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(folder.resolve(file.getKey()), file.getValue());
            }
        } catch (IOException broken) {
            throw new CityTwinException(
                    CoreError.USAGE,
                    "`" + folder + "` cannot be written to.",
                    "Maybe name another folder with `--out`.",
                    broken);
        }
    }
}
