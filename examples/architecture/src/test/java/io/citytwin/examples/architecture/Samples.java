package io.citytwin.examples.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The samples of a Markdown page: fenced blocks, and the region of a file that each claims to be. Immutable. */
record Samples(List<Sample> all) {

    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- region (\\S+?)(?:#(\\w+))? -->\\n)?```(\\w+)\\n(.*?)\\n```", Pattern.DOTALL);

    /**
     * A block.
     *
     * @param language after the fence
     * @param file that it is a region of, from the top folder
     * @param tag of the region; empty for the whole file
     * @param text without the fences
     */
    record Sample(String language, Optional<String> file, Optional<String> tag, String text) {

        /** What the file says now. */
        String region(Path top) throws IOException {
            String whole = Files.readString(top.resolve(file.orElseThrow())).stripTrailing();
            return tag.map(name -> between(whole, name)).orElse(whole);
        }

        private static String between(String whole, String name) {
            List<String> lines = new ArrayList<>();
            boolean inside = false;
            for (String line : whole.split("\n", -1)) {
                if (line.contains("end::" + name + "[]")) {
                    return String.join("\n", lines).stripIndent().stripTrailing();
                } else if (inside) {
                    lines.add(line);
                }
                inside |= line.contains("tag::" + name + "[]");
            }
            throw new IllegalArgumentException("no region `" + name + "`");
        }
    }

    static Samples of(String markdown) {
        List<Sample> samples = new ArrayList<>();
        Matcher block = BLOCK.matcher(markdown);
        while (block.find()) {
            samples.add(new Sample(
                    block.group(3),
                    Optional.ofNullable(block.group(1)),
                    Optional.ofNullable(block.group(2)),
                    block.group(4)));
        }
        return new Samples(samples);
    }
}
