package io.citytwin.rules.fuzz;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Tries, in a process of its own, what no loader may do, and prints each attempt that was not noticed. */
final class EscapeAttempts {

    private EscapeAttempts() {}

    /** Prints how many attempts were refused, and the others by name. */
    public static void main(String[] words) throws Exception {
        Path place = Files.createTempDirectory("place");
        Path inside = Files.writeString(place.resolve("inside.txt"), "inside");
        Map<String, Callable<?>> attempts = new LinkedHashMap<>();
        attempts.put("read", () -> Files.readAllBytes(Path.of(words[0])));
        attempts.put("list", () -> {
            try (Stream<Path> listed = Files.list(Path.of(words[0]).getParent())) {
                return listed.count();
            }
        });
        attempts.put("write", () -> Files.writeString(place.resolve("new.txt"), "new"));
        attempts.put("delete", () -> Files.deleteIfExists(inside));
        attempts.put("listen", () -> new ServerSocket(0));
        attempts.put("connect", () -> new URL("http://127.0.0.1:9/").openStream());
        attempts.put("run", () -> new ProcessBuilder("true").start());
        attempts.put("loader", () -> new URLClassLoader(new URL[0]));
        attempts.put("thread", () -> {
            Thread thread = new Thread(() -> {});
            thread.start();
            thread.join();
            return thread;
        });
        // The process that started this one reads what it prints.
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        EscapeWatch watch = EscapeWatch.install();
        watch.over(place, () -> attempt(() -> Files.readAllBytes(inside)));
        int refused = 0;
        for (Map.Entry<String, Callable<?>> one : attempts.entrySet()) {
            try {
                watch.over(place, () -> attempt(one.getValue()));
                out.println("not noticed: " + one.getKey());
            } catch (AssertionError noticed) {
                refused++;
            }
        }
        out.println(refused + " refused");
    }

    private static void attempt(Callable<?> attempt) {
        try {
            attempt.call();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
