package io.citytwin.examples.milan.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs words in a directory. */
final class Shell {

    private Shell() {}

    /**
     * How a program ended.
     *
     * @param status its exit status
     * @param text everything it printed
     */
    record Ended(int status, String text) {}

    static Ended run(Path directory, Map<String, String> environment, String... words)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile("shell", ".log");
        ProcessBuilder program = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        program.environment().keySet().removeIf(name -> name.matches("JAVA_HOME|CITYTWIN_.*|LANG|LC_.*|MAVEN_.*"));
        program.environment().putAll(environment);
        Process process = program.start();
        try {
            boolean ended = process.waitFor(10, TimeUnit.MINUTES);
            String text = Files.readString(log);
            return ended ? new Ended(process.exitValue(), text) : new Ended(-1, "no end after 10 minutes\n" + text);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.delete(log);
        }
    }
}
