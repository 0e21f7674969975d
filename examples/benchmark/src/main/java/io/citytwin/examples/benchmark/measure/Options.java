package io.citytwin.examples.benchmark.measure;

import com.google.common.base.Splitter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What to measure. Immutable.
 *
 * @param engines which engines
 * @param sizes of the city, air stations and areas aside
 * @param forks how many machines for each engine and size
 * @param seconds how long each machine measures updates, after the compiler rests or four times as long has passed
 * @param heap of each machine, as Java writes it
 * @param output folder for the table and the plot
 * @param what is measured
 */
record Options(
        List<Contender> engines,
        List<Integer> sizes,
        int forks,
        double seconds,
        String heap,
        String output,
        What what) {

    /** What is measured. */
    enum What {
        ENGINES,
        GRAPH,
        DECISIONS
    }

    static final String USAGE = """
            Measures engines that keep the findings of a city.
              --engines=hand,ours,tuned,naive   which engines
              --sizes=10000,100000         how many twins
              --forks=3                    machines for each engine and size; medians are shown
              --seconds=10                 how long each measures updates
              --heap=4g                    of each machine
              --output=target              folder for benchmark.md and benchmark.svg
              --graph                      observations through a graph instead, and law that changes meanwhile; writes graph.md
              --decisions                  single questions of CityTwin instead, of so many vehicles; writes decisions.md
              --quick                      one machine each, 10000 twins, three seconds""";

    private static final Set<String> SWITCHES = Set.of("--quick", "--graph", "--decisions");

    /** Reads options of the form {@code --name=value}. */
    static Options of(String... arguments) {
        Map<String, String> given = new TreeMap<>();
        if (Arrays.asList(arguments).contains("--quick")) {
            given.putAll(Map.of("sizes", "10000", "forks", "1", "seconds", "3"));
        }
        for (String argument : arguments) {
            if (argument.startsWith("--") && argument.contains("=")) {
                given.put(argument.substring(2, argument.indexOf('=')), argument.substring(argument.indexOf('=') + 1));
            } else if (!SWITCHES.contains(argument)) {
                throw new IllegalArgumentException("`" + argument + "` is no option\n" + USAGE);
            }
        }
        return new Options(
                list(given, "engines", "hand,ours,tuned,naive").stream()
                        .map(Contender::of)
                        .toList(),
                list(given, "sizes", "10000,100000").stream()
                        .map(Integer::valueOf)
                        .toList(),
                Integer.parseInt(given.getOrDefault("forks", "3")),
                Double.parseDouble(given.getOrDefault("seconds", "10")),
                given.getOrDefault("heap", "4g"),
                given.getOrDefault("output", "target"),
                what(Arrays.asList(arguments)));
    }

    private static What what(List<String> arguments) {
        if (arguments.contains("--graph")) {
            return What.GRAPH;
        }
        return arguments.contains("--decisions") ? What.DECISIONS : What.ENGINES;
    }

    private static List<String> list(Map<String, String> given, String name, String otherwise) {
        return Splitter.on(',').splitToList(given.getOrDefault(name, otherwise));
    }
}
