package io.citytwin.adapter.sqlite;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Another Java process that runs a class of these tests and prints lines. For one thread at a time. */
final class Child implements AutoCloseable {

    private final Process process;
    private final BufferedReader lines;

    private Child(Process process) {
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
    }

    static Child of(Class<?> main, String... arguments) throws IOException {
        return of(List.of(), main, arguments);
    }

    /** One whose files may not grow beyond some blocks of 512 or 1024 bytes: a disk that fails. */
    static Child limited(int blocks, Class<?> main, String... arguments) throws IOException {
        return of(List.of("sh", "-c", "ulimit -f " + blocks + "; exec \"$0\" \"$@\""), main, arguments);
    }

    private static Child of(List<String> before, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new Child(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Where a child prints. */
    static PrintStream out() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }

    /** The next whole line; null when the child has ended. */
    @Nullable
    String line() throws IOException {
        return lines.readLine();
    }

    /** Ends it as a cut of power would, and gives back what it had still printed. */
    List<String> kill() throws IOException, InterruptedException {
        // The process itself would close its streams, and what it said last would be lost.
        process.toHandle().destroyForcibly();
        List<String> rest = rest();
        process.waitFor();
        return rest;
    }

    List<String> rest() throws IOException {
        List<String> rest = new ArrayList<>();
        for (String line = line(); line != null; line = line()) {
            rest.add(line);
        }
        return rest;
    }

    int status() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
