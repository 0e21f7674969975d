package io.citytwin.adapter.airquality.internal.cli;

import io.citytwin.adapter.airquality.internal.imports.ImportForm;
import io.citytwin.adapter.airquality.internal.imports.Importing;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.spi.Console;
import io.citytwin.core.spi.Tool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code citytwin import}: makes inventory files of files of agencies and cities. For one thread at a time. */
public final class ImportTool implements Tool {

    private static final int WIDTH = 110;
    private static final String MAPPING = "--mapping";
    private static final String OUT = "--out";

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String summary() {
        return "makes an inventory of an agency's or a city's file, CSV or GeoJSON; exits 1 if a row cannot be used";
    }

    @Override
    public int run(List<String> arguments, Console console) {
        CommandLine line = new CommandLine(spec()).setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
        ParseResult words = parse(line, arguments);
        if (words.isUsageHelpRequested()) {
            line.usage(console.out());
            return OK;
        }
        String file = words.matchedPositionalValue(0, "");
        Path out = console.folder().resolve(words.matchedOptionValue(OUT, ""));
        ImportForm form =
                ImportForm.read(text(console.folder().resolve(words.matchedOptionValue(MAPPING, ""))), isJson(file));
        Importing.Imported imported = new Importing(form, isJson(out.toString()))
                .read(file, bytes(console.folder().resolve(file)));
        write(out, imported.text());
        imported.unusable()
                .forEach(
                        row -> console.out().println(file + ":" + row.line() + " " + row.code() + " " + row.problem()));
        console.out()
                .println(imported.twins() + " twins of type " + form.type() + " in " + out.getFileName() + "; "
                        + imported.unusable().size() + " rows unusable, " + imported.passed() + " passed over, "
                        + imported.repeated() + " repeated");
        return imported.unusable().isEmpty() ? OK : FINDINGS;
    }

    private static boolean isJson(String file) {
        return file.endsWith(".geojson") || file.endsWith(".json");
    }

    private CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("citytwin " + name());
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .arity("1")
                .required(true)
                .type(String.class)
                .paramLabel("FILE")
                .description("What an agency or a city publishes: CSV with any delimiter, or GeoJSON.")
                .build());
        spec.addOption(option(MAPPING, "What becomes of its rows, as JSON."));
        spec.addOption(option(OUT, "The inventory to write, .csv or .geojson, sorted by id."));
        spec.addOption(OptionSpec.builder("--help")
                .usageHelp(true)
                .description("Explains this command.")
                .build());
        spec.usageMessage()
                .width(WIDTH)
                .description(summary())
                .footerHeading("A mapping, for a file with the columns code, name, kw, x and y:%n")
                .footer(
                        "  {\"type\": \"Evse\", \"id\": \"evse-{code}\", \"label\": \"{name}\",",
                        "   \"values\": {\"ratedPower [kW]\": \"{kw}\", \"station\": \"charging-{site}\"},",
                        "   \"delimiter\": \";\", \"decimal\": \",\", \"missing\": [\"n.d.\"]}",
                        "Also: longitude, latitude, terms, where, repeated, format, rows, namespace, extent; see the README.",
                        "Examples:",
                        "  citytwin import columns.csv --mapping columns.json --out inventory/evses.csv");
        return spec;
    }

    private static OptionSpec option(String name, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .required(true)
                .paramLabel("FILE")
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

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw missing(file, unreadable);
        }
    }

    private static ByteBuffer bytes(Path file) {
        try {
            return ByteBuffer.wrap(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw missing(file, unreadable);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException broken) {
            throw refused("`" + file + "` cannot be written.", broken);
        }
    }

    private static CityTwinException missing(Path file, IOException cause) {
        return new CityTwinException(
                CoreError.NOTHING_TO_READ, "`" + file + "` cannot be read.", "Maybe check the path.", cause);
    }

    private static CityTwinException refused(String problem, @Nullable Exception cause) {
        return new CityTwinException(CoreError.USAGE, problem, "Maybe look at `citytwin import --help`.", cause);
    }
}
