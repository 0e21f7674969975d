package io.citytwin.rules.fuzz;

import java.io.IOException;
import java.nio.file.Path;

/** What Jazzer calls, in a process of its own. */
public final class FuzzEntry {

    private static Target target;
    private static Bench bench;

    private FuzzEntry() {}

    /** Called by Jazzer once, with the name of the target and a directory to work in. */
    public static void fuzzerInitialize(String[] words) throws IOException {
        target = Target.valueOf(words[0]);
        bench = Bench.in(Path.of(words[1]).toAbsolutePath());
        // What is loaded and started once for all is no escape.
        for (Path seed : FuzzRun.seeds(target)) {
            bench.warm(target, Trees.bytes(seed));
        }
        bench = bench.watchedBy(EscapeWatch.install());
    }

    /** Called by Jazzer with each input. */
    public static void fuzzerTestOneInput(byte[] input) {
        bench.run(target, input);
    }
}
