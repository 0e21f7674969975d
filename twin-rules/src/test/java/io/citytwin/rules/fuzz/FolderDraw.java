package io.citytwin.rules.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Draws a directory of spoilt regulation folders from bytes: a sound one, changed in ways that know lines and words. */
final class FolderDraw {

    private static final int MOST_CHANGES = 12;
    private static final Pattern WORD = Pattern.compile("[\\w.$@/-]+|[^\\w\\s]");
    private static final List<String> NAMES = List.of(
            "regulation.yaml",
            "parameters.yaml",
            "state.yaml",
            "rules.drl",
            "tables/old.csv",
            "tables/stopped.csv",
            "cases/one.yaml",
            "cases/deep/er/one.yaml",
            "Rules.drl",
            "state.yml",
            ".hidden/regulation.yaml",
            "trust.yaml",
            "tables/\u00e4 b.csv",
            "inner/regulation.yaml",
            "a\nb.yaml",
            "README.md");

    private final Choices choices;
    private final SortedMap<String, byte[]> files;
    private final SortedMap<String, String> links = new TreeMap<>();

    private FolderDraw(Choices choices) {
        this.choices = choices;
        this.files = new TreeMap<>(choices.of(Trees.SEEDS));
    }

    /** Writes a drawn directory; links in it may lead to `outside`. */
    static void write(byte[] input, Path directory, Path outside) {
        FolderDraw draw = new FolderDraw(new Choices(input));
        for (int change = 0; change < MOST_CHANGES && !draw.choices.isEmpty(); change++) {
            draw.change();
        }
        draw.links.keySet().removeAll(draw.files.keySet());
        draw.files.forEach((name, bytes) -> write(directory, name, path -> Files.write(path, bytes)));
        draw.links.forEach((name, target) ->
                write(directory, name, path -> Files.createSymbolicLink(path, outside.resolve(target))));
    }

    private void change() {
        String file = files.isEmpty() ? NAMES.get(0) : choices.of(List.copyOf(files.keySet()));
        byte[] bytes = files.getOrDefault(file, new byte[0]);
        String folder = file.substring(0, file.indexOf('/') + 1);
        switch (choices.below(9)) {
            case 0, 1, 2 -> files.put(file, word(bytes));
            case 3, 4 -> files.put(file, lines(bytes));
            case 5 -> files.put(file, spoilt(bytes));
            case 6 -> files.put(folder + choices.of(NAMES), bytes);
            case 7 -> files.remove(file);
            default -> {
                files.remove(file);
                links.put(file, choices.of(List.of("leaked.yaml", "leaked.csv", "", "nothing")));
            }
        }
    }

    /** Another word in the place of one. */
    private byte[] word(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        List<int[]> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(new int[] {matcher.start(), matcher.end()});
        }
        if (words.isEmpty()) {
            return bytes;
        }
        int[] word = choices.of(words);
        String other = choices.below(4) == 0 ? choices.text() : choices.of(Trees.WORDS);
        return (text.substring(0, word[0]) + other + text.substring(word[1])).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] lines(byte[] bytes) {
        List<String> lines = new ArrayList<>(Arrays.asList(new String(bytes, StandardCharsets.UTF_8).split("\n", -1)));
        int line = choices.below(lines.size());
        switch (choices.below(6)) {
            case 0 -> lines.remove(line);
            case 1 -> lines.add(choices.below(lines.size()), lines.get(line));
            case 2 -> Collections.swap(lines, line, choices.below(lines.size()));
            case 3 ->
                lines.set(line, " ".repeat(choices.below(6)) + lines.get(line).strip());
            case 4 -> lines.add(line, choices.of(otherLines()));
            default -> lines.addAll(line, Collections.nCopies(1 << choices.below(10), lines.get(line)));
        }
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private List<String> otherLines() {
        byte[] other = choices.of(List.copyOf(choices.of(Trees.SEEDS).values()));
        return Arrays.asList(new String(other, StandardCharsets.UTF_8).split("\n", -1));
    }

    /** Raw bytes in the middle of a file, or its end lost. */
    private byte[] spoilt(byte[] bytes) {
        int at = choices.below(bytes.length);
        byte[] some = choices.some();
        byte[] spoilt = Arrays.copyOf(bytes, some.length == 0 ? at : bytes.length);
        System.arraycopy(some, 0, spoilt, at, Math.min(some.length, spoilt.length - at));
        return spoilt;
    }

    private static void write(Path directory, String name, Writing writing) {
        try {
            Path path = directory.resolve(name);
            Files.createDirectories(path.getParent());
            writing.write(path);
        } catch (InvalidPathException notHere) {
            throw new IllegalStateException("This machine cannot have such a file.", notHere);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private interface Writing {

        void write(Path path) throws IOException;
    }
}
