package io.citytwin.rules.fuzz;

import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Tries, in a process of its own, what no loader may do, and writes down each attempt that was not noticed. */
final class EscapeAttempts {

    private EscapeAttempts() {}

    /** Tries a file outside, the first word, and more; writes the names of what was not noticed to the second word. */
    public static void main(String[] words) throws Exception {
        Path place = Files.createTempDirectory("place");
        Path inside = Files.writeString(place.resolve("inside.txt"), "inside");
        Map<String, Callable<?>> attempts = new LinkedHashMap<>();
        attempts.put("read", () -> Files.readAllBytes(Path.of(words[0])));
        attempts.put("list", () -> Path.of(words[0]).getParent().toFile().list());
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
        EscapeWatch watch = EscapeWatch.install();
        watch.over(place, () -> attempt(() -> Files.readAllBytes(inside)));
        List<String> unnoticed = new ArrayList<>();
        for (Map.Entry<String, Callable<?>> one : attempts.entrySet()) {
            try {
                watch.over(place, () -> attempt(one.getValue()));
                unnoticed.add(one.getKey());
            } catch (AssertionError noticed) {
                // as it must be
            }
        }
        Files.writeString(Path.of(words[1]), attempts.size() + " attempts, not noticed: " + unnoticed);
    }

    private static void attempt(Callable<?> attempt) {
        try {
            attempt.call();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
