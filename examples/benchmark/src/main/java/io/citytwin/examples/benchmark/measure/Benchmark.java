package io.citytwin.examples.benchmark.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Measures all engines, checks that they found the same, and writes a table and a plot. For one thread at a time. */
public final class Benchmark {

    private final Options options;

    private Benchmark(Options options) {
        this.options = options;
    }

    /**
     * Measures.
     *
     * @param arguments see {@link Options#USAGE}
     */
    public static void main(String... arguments) throws IOException, InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.println(Options.USAGE);
            return;
        }
        Options options = Options.of(arguments);
        switch (options.what()) {
            case DECISIONS -> System.out.println(Decisions.run(options));
            case GRAPH -> new Benchmark(options).runGraph();
            case ENGINES -> new Benchmark(options).run();
        }
    }

    private void runGraph() throws IOException, InterruptedException {
        List<Figures> all = new ArrayList<>();
        for (int size : options.sizes()) {
            Figures figures = new Figures(Contender.OURS, size);
            for (int i = 1; i <= options.forks(); i++) {
                System.out.printf("graph, %,d twins, machine %d of %d%n", size, i, options.forks());
                measure(figures, GraphFork.class, Integer.toString(size), Double.toString(options.seconds()));
            }
            all.add(figures);
        }
        String table = GraphTable.of(all, options.forks());
        Files.writeString(Files.createDirectories(Path.of(options.output())).resolve("graph.md"), table);
        System.out.println(table);
    }

    private void run() throws IOException, InterruptedException {
        List<Figures> all = new ArrayList<>();
        for (int size : options.sizes()) {
            for (Contender contender : options.engines()) {
                Figures figures = new Figures(contender, size);
                for (int i = 1; i <= options.forks(); i++) {
                    System.out.printf("%s, %,d twins, machine %d of %d%n", contender.title(), size, i, options.forks());
                    measure(
                            figures,
                            Fork.class,
                            contender.option(),
                            Integer.toString(size),
                            Double.toString(options.seconds()));
                }
                all.add(figures);
            }
        }
        checkHashes(all);
        Path output = Files.createDirectories(Path.of(options.output()));
        String table = Table.of(all, options);
        Files.writeString(output.resolve("benchmark.md"), table);
        Files.writeString(output.resolve("benchmark.svg"), Plot.of(all));
        System.out.println(table);
    }

    private void measure(Figures figures, Class<?> fork, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + options.heap(),
                "-cp",
                System.getProperty("java.class.path"),
                fork.getName()));
        command.addAll(List.of(arguments));
        Process java = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(java.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(figures::add);
            if (java.waitFor() != 0) {
                throw new IllegalStateException(figures.contender().title() + " failed");
            }
        } finally {
            java.destroyForcibly();
        }
    }

    /** Engines are compared only because they do the same. */
    private static void checkHashes(List<Figures> all) {
        Map<String, String> known = new HashMap<>();
        for (Figures figures : all) {
            figures.hashes().forEach((when, hash) -> {
                String before = known.putIfAbsent(figures.size() + " " + when, hash);
                if (before != null && !before.equals(hash)) {
                    throw new IllegalStateException(figures.contender().title() + " found something else at " + when);
                }
            });
        }
    }
}
