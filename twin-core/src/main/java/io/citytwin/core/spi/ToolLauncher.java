package io.citytwin.core.spi;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.error.ErrorCode;
import io.citytwin.core.error.NearestName;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The {@code citytwin} command: finds the tools on the class path and runs one. For one thread at a time. */
public final class ToolLauncher {

    private static final String HELP = "help";

    private final SortedMap<String, Tool> tools = new TreeMap<>();
    private final SortedMap<String, ErrorCode> codes = new TreeMap<>();
    private final boolean debug;

    /**
     * A launcher of some tools.
     *
     * @param tools what can be run; of two with one name the first counts
     * @param catalogs what {@code help CODE} explains
     * @param debug whether failures print where they come from
     */
    public ToolLauncher(Iterable<Tool> tools, Iterable<ErrorCatalog> catalogs, boolean debug) {
        tools.forEach(tool -> this.tools.putIfAbsent(tool.name(), tool));
        catalogs.forEach(catalog -> catalog.codes().forEach(code -> codes.putIfAbsent(code.id(), code)));
        this.debug = debug;
    }

    /**
     * A launcher of everything on the class path.
     *
     * @param debug whether failures print where they come from
     * @return a launcher
     */
    public static ToolLauncher ofClassPath(boolean debug) {
        return new ToolLauncher(ServiceLoader.load(Tool.class), ServiceLoader.load(ErrorCatalog.class), debug);
    }

    /**
     * Runs the tool that the first word names and ends the process with its exit status. Traces of failures are
     * printed only if the environment sets {@code CITYTWIN_DEBUG}.
     *
     * @param words the tool's name and its arguments
     */
    public static void main(String[] words) {
        boolean debug = System.getenv("CITYTWIN_DEBUG") != null;
        Console console =
                new Console(utf8(System.out), utf8(System.err), Path.of("").toAbsolutePath());
        System.exit(ofClassPath(debug).run(List.of(words), console));
    }

    /**
     * Runs the tool that the first word names. Without words, or with {@code --help}, it lists the tools;
     * {@code help CODE} explains an error code, {@code help TOOL} a tool.
     *
     * @param words the tool's name and its arguments
     * @param console where to print
     * @return the tool's answer, or {@link Tool#COULD_NOT_RUN} after a message
     */
    public int run(List<String> words, Console console) {
        try {
            return dispatch(words, console);
        } catch (CityTwinException mistake) {
            console.err().println(mistake.getMessage());
            trace(mistake, console);
        } catch (RuntimeException defect) {
            console.err()
                    .println("`" + String.join(" ", words) + "` failed unexpectedly: `" + defect.getMessage() + "`.\n"
                            + "  Maybe set CITYTWIN_DEBUG=1 to see where, and report it.");
            trace(defect, console);
        } finally {
            console.out().flush();
            console.err().flush();
        }
        return Tool.COULD_NOT_RUN;
    }

    private int dispatch(List<String> words, Console console) {
        String first = words.isEmpty() ? "--help" : words.get(0);
        if (first.equals("--help") || words.equals(List.of(HELP))) {
            list(console);
            return Tool.OK;
        }
        List<String> arguments = words.subList(1, words.size());
        if (first.equals(HELP)) {
            return help(arguments.get(0), console);
        }
        return tool(first).run(List.copyOf(arguments), console);
    }

    private int help(String word, Console console) {
        if (tools.containsKey(word)) {
            return tool(word).run(List.of("--help"), console);
        }
        ErrorCode code = codes.get(word);
        if (code == null) {
            throw unknown(
                    word,
                    "an error code or a command",
                    Stream.concat(codes.keySet().stream(), tools.keySet().stream())
                            .toList());
        }
        console.out().println(code.id() + "  " + code.meaning());
        return Tool.OK;
    }

    private Tool tool(String name) {
        Tool tool = tools.get(name);
        if (tool == null) {
            throw unknown(name, "a command", List.copyOf(tools.keySet()));
        }
        return tool;
    }

    private void list(Console console) {
        int width = tools.keySet().stream().mapToInt(String::length).max().orElse(0);
        console.out().println("citytwin COMMAND [ARGUMENTS]\n");
        tools.forEach((name, tool) ->
                console.out().println("  " + name + " ".repeat(width - name.length()) + "  " + tool.summary()));
        console.out().println("\ncitytwin COMMAND --help explains a command, citytwin help CODE an error code.");
    }

    private void trace(RuntimeException failure, Console console) {
        if (debug) {
            failure.printStackTrace(console.err());
        }
    }

    private static CityTwinException unknown(String word, String what, List<String> names) {
        String advice = NearestName.to(word, names)
                .map(name -> "Maybe `" + name + "`.")
                .orElse(
                        names.isEmpty()
                                ? "Maybe put the jar that brings it on the class path."
                                : "Maybe one of " + String.join(", ", names) + ".");
        return new CityTwinException(CoreError.USAGE, "`" + word + "` is not " + what + ".", advice);
    }

    private static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
