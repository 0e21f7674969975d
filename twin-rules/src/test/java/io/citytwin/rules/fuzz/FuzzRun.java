package io.citytwin.rules.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One search by Jazzer in a process of its own, with little memory.
 *
 * @param status 0 if nothing was found, 77 if something was
 * @param log everything it said
 */
record FuzzRun(int status, String log) {

    static final int FOUND = 77;

    /** The seconds after which an input that has not ended counts as a hang. */
    private static final int LONGEST = 60;

    /** Searches from the seeds of a target on, `words` being for Jazzer and libFuzzer. */
    static FuzzRun of(Class<?> entry, Target target, Path directory, List<String> words)
            throws IOException, InterruptedException {
        Path corpus = Files.createDirectories(directory.resolve("corpus"));
        for (Path seed : seeds(target)) {
            String name = Trees.RESOURCES.relativize(seed).toString().replace(File.separatorChar, '-');
            Files.write(corpus.resolve(name), Trees.bytes(seed));
        }
        List<String> command = new ArrayList<>(command(entry, target, directory));
        command.addAll(words);
        command.add(corpus.toString());
        Path log = directory.resolve("log.txt");
        Process jazzer = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            return new FuzzRun(jazzer.waitFor(), Files.readString(log));
        } finally {
            jazzer.destroyForcibly();
        }
    }

    private static List<String> command(Class<?> entry, Target target, Path directory) throws IOException {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-Djava.security.manager=allow",
                // Else cases would run on threads that nobody watches.
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=0",
                // Else the virtual machine itself would make classes for calls by reflection.
                "-Dsun.reflect.inflationThreshold=2147483647",
                "-cp",
                classPath(),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + entry.getName(),
                "--target_args=" + target + " " + Files.createDirectories(directory.resolve("work")),
                "--instrumentation_includes=io.citytwin.**:org.snakeyaml.**",
                "--instrumentation_excludes=io.citytwin.rules.fuzz.*",
                "--custom_hook_includes=io.citytwin.**:org.snakeyaml.**",
                "--custom_hook_excludes=io.citytwin.rules.fuzz.*",
                "--reproducer_path=" + directory,
                "-artifact_prefix=" + directory.resolve("found-"),
                "-timeout=" + LONGEST,
                "-rss_limit_mb=0",
                "-max_len=16384",
                "-use_value_profile=1",
                "-dict=" + dictionary(directory),
                "-print_final_stats=1");
    }

    /** Without empty entries, which would stand for the working directory: nothing may be read there. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The words of all seeds, as libFuzzer takes them. */
    private static Path dictionary(Path directory) throws IOException {
        List<String> words = Trees.WORDS.stream()
                .filter(word -> word.length() > 1 && word.length() < 30)
                .map(word -> word.chars()
                        .mapToObj(sign -> sign > ' ' && sign < 127 && sign != '"' && sign != '\\'
                                ? String.valueOf((char) sign)
                                : "\\x%02X".formatted(sign & 0xFF))
                        .collect(Collectors.joining("", "\"", "\"")))
                .distinct()
                .toList();
        return Files.write(directory.resolve("words.dict"), words);
    }

    /** Files of the tests that are like what the target reads, and everything found before. */
    static List<Path> seeds(Target target) {
        return Trees.files(Trees.RESOURCES).stream()
                .filter(file -> file.toString().endsWith(target.ending()))
                .toList();
    }

    /** The last lines, in which libFuzzer counts. */
    String figures() {
        Stream<String> lines = log.lines().filter(line -> line.matches("#\\d+\\s+DONE.*|stat::.*|Done \\d+ runs.*"));
        return String.join("\n", lines.toList());
    }

    /** What was found, or nothing. */
    String finding() {
        int start = log.indexOf("== Java Exception");
        return status == 0 ? "" : log.substring(start < 0 ? Math.max(0, log.length() - 4000) : start);
    }
}
