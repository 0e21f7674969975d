package io.citytwin.core.spi;

import com.google.common.base.Splitter;
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
import java.util.Objects;
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
     * Runs the tool that the first words name and ends the process with its exit status. Traces of failures are
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
     * Runs the tool that the first word or the first two words name. Without words, or with {@code --help}, it lists the
     * tools; a first word that several tools share lists these. {@code help CODE} prints the page of an error code, or of
     * several, {@code help TOOL} explains a tool.
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
            list(tools, console);
            return Tool.OK;
        }
        if (first.equals(HELP)) {
            return help(words.subList(1, words.size()), console);
        }
        String name = name(words);
        int length = name.equals(first) ? 1 : 2;
        List<String> arguments = List.copyOf(words.subList(length, words.size()));
        SortedMap<String, Tool> group = group(first);
        if (!tools.containsKey(name) && !group.isEmpty() && isHelp(arguments)) {
            list(group, console);
            return Tool.OK;
        }
        return tool(name, words).run(arguments, console);
    }

    private static boolean isHelp(List<String> arguments) {
        return arguments.isEmpty() || arguments.equals(List.of("--help"));
    }

    /** The two words that name a tool, or else the first one. */
    private String name(List<String> words) {
        String two = String.join(" ", words.subList(0, Math.min(2, words.size())));
        return tools.containsKey(two) ? two : words.get(0);
    }

    /** The tools whose names begin with a word that they share. */
    private SortedMap<String, Tool> group(String first) {
        return tools.subMap(first + " ", first + "!");
    }

    private int help(List<String> words, Console console) {
        String word = String.join(" ", words);
        if (tools.containsKey(word)) {
            return tools.get(word).run(List.of("--help"), console);
        } else if (!group(word).isEmpty()) {
            list(group(word), console);
            return Tool.OK;
        }
        if (words.isEmpty() || !codes.keySet().containsAll(words)) {
            throw unknown(
                    word,
                    "an error code or a command",
                    Stream.concat(codes.keySet().stream(), tools.keySet().stream())
                            .toList());
        }
        words.forEach(id -> page(Objects.requireNonNull(codes.get(id)), console));
        return Tool.OK;
    }

    private static void page(ErrorCode code, Console console) {
        console.out()
                .println(code.page()
                        .orElse("# " + code.id() + " " + code.meaning())
                        .strip());
        console.out().println();
    }

    private Tool tool(String name, List<String> words) {
        Tool tool = tools.get(name);
        if (tool == null) {
            SortedMap<String, Tool> group = group(name);
            if (!group.isEmpty()) {
                throw unknown(name + " " + words.get(1), "a command", List.copyOf(group.keySet()));
            }
            throw unknown(name, "a command", names());
        }
        return tool;
    }

    /** All names, and the words that several of them share: who mistypes such a word is near to it only. */
    private List<String> names() {
        return tools.keySet().stream()
                .flatMap(name ->
                        Stream.of(name, Splitter.on(' ').splitToList(name).get(0)))
                .distinct()
                .sorted()
                .toList();
    }

    private static void list(SortedMap<String, Tool> tools, Console console) {
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
