package io.citytwin.adapter.dittoembedded.internal.cli;

import io.citytwin.adapter.dittoembedded.EmbeddedDitto;
import io.citytwin.adapter.dittoembedded.EmbeddedDittoBuilder;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.graph.TwinGraph;
import io.citytwin.core.model.Twin;
import io.citytwin.core.spi.Console;
import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.Tool;
import io.citytwin.core.time.SystemClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code ditto serve}: a Ditto-compatible endpoint until Ctrl-C. For one thread at a time. */
public final class DittoServeTool implements Tool {

    private static final String PASSWORD = "CITYTWIN_DITTO_PASSWORD";

    private final Map<String, String> environment;

    /** The tool as the launcher finds it. */
    public DittoServeTool() {
        this(System.getenv());
    }

    DittoServeTool(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public String name() {
        return "ditto serve";
    }

    @Override
    public String summary() {
        return "runs a Ditto-compatible endpoint in memory, for development and tests, until Ctrl-C";
    }

    @Override
    public int run(List<String> arguments, Console console) {
        CommandLine line = new CommandLine(spec()).setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
        ParseResult words;
        try {
            words = line.parseArgs(arguments.toArray(String[]::new));
        } catch (CommandLine.ParameterException mistake) {
            throw refused(String.valueOf(mistake.getMessage()));
        }
        if (words.isUsageHelpRequested()) {
            line.usage(console.out());
            return OK;
        }
        serve(words, console);
        return OK;
    }

    private CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().name("citytwin ditto serve");
        spec.addOption(option("--port", "N", "Port; any free one without it."));
        spec.addOption(option("--bind", "ADDRESS", "Address of this machine; loopback without it."));
        spec.addOption(option("--user", "NAME", "Who may log in, with the password in " + PASSWORD + "."));
        spec.addOption(option("--users", "FILE", "Who may log in, one NAME:PASSWORD on each line."));
        spec.addOption(option("--inventory", "PATH", "CSV or GeoJSON named like an asset type, or a folder of them."));
        spec.addOption(option("--namespace", "NAME", "Namespace of ids that are written without one."));
        spec.addOption(OptionSpec.builder("--help")
                .usageHelp(true)
                .description("Explains this command.")
                .build());
        spec.usageMessage()
                .description(summary())
                .footerHeading("Examples:%n")
                .footer(
                        "  citytwin ditto serve --port 8080",
                        "  citytwin ditto serve --inventory city --namespace it.milano --users users.txt");
        return spec;
    }

    private static OptionSpec option(String name, String label, String description) {
        return OptionSpec.builder(name)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    private void serve(ParseResult words, Console console) {
        EmbeddedDittoBuilder builder = EmbeddedDitto.builder();
        int users = users(words, console, builder);
        AssetTypes types = AssetTypes.builtIn();
        TwinGraph graph = TwinGraph.of(types);
        List<Twin> twins = text(words, "--inventory")
                .map(path -> new InventoryFiles(types, text(words, "--namespace"))
                        .read(console.folder().resolve(path)))
                .orElse(List.of());
        graph.put(twins, new SystemClock().now());
        // A journal in memory would grow with each write, for as long as this runs.
        builder.graph(graph)
                .journal(Journal.forgetful())
                .bind(text(words, "--bind").orElse("127.0.0.1"), port(words));
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Thread hook = new Thread(
                () -> {
                    end.countDown();
                    await(closed);
                },
                "citytwin-ditto-end");
        try (EmbeddedDitto ditto = builder.build().start()) {
            Runtime.getRuntime().addShutdownHook(hook);
            console.out().println("Ditto endpoint at " + ditto.uri() + " (WebSocket /ws/2, HTTP /api/2)");
            console.out()
                    .println(twins.size() + " twins; "
                            + (users == 0 ? "no login, for this machine only" : "users: " + users)
                            + "; kept in memory until Ctrl-C");
            console.out().flush();
            await(end);
        } finally {
            closed.countDown();
            forget(hook);
        }
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The machine is ending already, and the hook runs.
        }
    }

    private int users(ParseResult words, Console console, EmbeddedDittoBuilder builder) {
        Optional<String> name = text(words, "--user");
        name.ifPresent(user -> builder.user(
                user,
                Optional.ofNullable(environment.get(PASSWORD))
                        .orElseThrow(() -> refused("`" + PASSWORD + "` is not set in the environment."))));
        Map<String, String> listed = text(words, "--users")
                .map(file -> UserFile.read(console.folder().resolve(file)))
                .orElse(Map.of());
        listed.forEach(builder::user);
        return listed.size() + (name.isPresent() ? 1 : 0);
    }

    private static int port(ParseResult words) {
        String text = text(words, "--port").orElse("0");
        if (!text.matches("\\d{1,5}")) {
            throw refused("`" + text + "` is no port.");
        }
        return Integer.parseInt(text);
    }

    private static Optional<String> text(ParseResult words, String option) {
        return Optional.ofNullable(words.<String>matchedOptionValue(option, null));
    }

    static CityTwinException refused(String problem) {
        return new CityTwinException(CoreError.USAGE, problem, "Maybe look at `citytwin ditto serve --help`.");
    }
}
