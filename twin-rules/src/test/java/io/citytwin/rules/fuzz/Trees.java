package io.citytwin.rules.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The folders of the tests as maps from path to bytes, and all words that stand in them. */
final class Trees {

    static final Path RESOURCES = Path.of("src/test/resources").toAbsolutePath();

    /** Directories with folders that use one another. */
    static final List<SortedMap<String, byte[]>> SEEDS = Stream.of(
                    "verify/northland", "folders/northland", "gates/northland", "directives/northland")
            .map(name -> read(RESOURCES.resolve(name)))
            .toList();

    /** Every word of the seeds, and words that have spoilt loaders before. */
    static final List<String> WORDS = Stream.concat(
                    SEEDS.stream()
                            .flatMap(seed -> seed.values().stream())
                            .flatMap(bytes -> Arrays.stream(new String(bytes, StandardCharsets.UTF_8).split("\\s+"))),
                    Stream.of(
                            "1e100000000",
                            "-0",
                            "0x10",
                            ".inf",
                            "99999999999999999999",
                            "2024-02-30",
                            "9999-12-31",
                            "0000-01-01",
                            "24:00",
                            "25:61",
                            "~",
                            "null",
                            "*a",
                            "&a",
                            "!!java.lang.Runtime",
                            "<<",
                            "---",
                            "'",
                            "\"",
                            "{",
                            "}",
                            "[",
                            "]",
                            "|",
                            ">",
                            "?",
                            ":",
                            "- -",
                            "\uFEFF",
                            "\u0000",
                            "\u2028",
                            "\uD83D\uDE8C",
                            "eval(",
                            "import",
                            "salience",
                            "findings.raise(",
                            "@spends(",
                            "$x",
                            "\\"))
            .distinct()
            .sorted()
            .toList();

    private Trees() {}

    private static SortedMap<String, byte[]> read(Path directory) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Path file : files(directory)) {
            files.put(directory.relativize(file).toString().replace('\\', '/'), bytes(file));
        }
        return Collections.unmodifiableSortedMap(files);
    }

    /** The files of one folder of a seed, named from that folder on. */
    static SortedMap<String, byte[]> folder(int seed, String folder) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        SEEDS.get(seed).forEach((name, bytes) -> {
            if (name.startsWith(folder + "/")) {
                files.put(name.substring(folder.length() + 1), bytes);
            }
        });
        return files;
    }

    static List<Path> files(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static void remove(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
