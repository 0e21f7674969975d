package io.citytwin.rules.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** Where targets are run: a directory for what they write, and a bound on what they may cost. */
final class Bench {

    /** A folder is small: what takes longer on a processor of its own would be a hang for somebody who waits. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Path place;
    private final Consumer<Runnable> guard;

    private Bench(Path place, Consumer<Runnable> guard) {
        this.place = place;
        this.guard = guard;
    }

    /** Below an empty directory, with something beside it that nobody may read. */
    static Bench in(Path directory) throws IOException {
        Path outside = Files.createDirectories(directory.resolve("outside"));
        Files.writeString(outside.resolve("leaked.yaml"), "leaked: {unit: days, values: []}\n");
        Files.writeString(outside.resolve("leaked.csv"), "leaked,leaked\n");
        return new Bench(directory.resolve("place"), Runnable::run);
    }

    /** The same, with nothing to be read or started but what lies in the directory. */
    Bench watchedBy(EscapeWatch watch) {
        return new Bench(place, work -> watch.over(place, work));
    }

    /** Runs a target once and says what that cost. */
    Duration warm(Target target, byte[] input) {
        try {
            Files.createDirectories(place);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        target.prepare(input, place);
        long before = spent();
        guard.accept(() -> target.read(input, place));
        Duration cost = Duration.ofNanos(spent() - before);
        Trees.remove(place);
        return cost;
    }

    /** Runs a target once; fails if that takes too long. */
    void run(Target target, byte[] input) {
        Duration cost = warm(target, input);
        if (cost.compareTo(LONGEST) > 0) {
            throw new AssertionError("hang: " + cost);
        }
    }

    private static long spent() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
