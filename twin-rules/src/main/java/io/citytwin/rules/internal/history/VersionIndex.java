package io.citytwin.rules.internal.history;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.text.CsvLine;
import io.citytwin.rules.bundle.FolderHistory.Version;
import io.citytwin.rules.error.RulesError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The list of versions, in a file that is replaced whole. Immutable.
 *
 * @param file comma separated, with a header
 */
record VersionIndex(Path file) {

    private static final String HEADER = "number,hash,instant,note";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /** The versions, oldest first; none if there is no list yet. */
    List<Version> read() throws IOException {
        if (!DurableFiles.exists(file)) {
            return List.of();
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        List<Version> versions = new ArrayList<>();
        for (int line = 1; line < lines.size(); line++) {
            versions.add(version(lines.get(line), line + 1));
        }
        return versions;
    }

    private Version version(String text, int line) {
        List<String> cells =
                CsvLine.of(text).cells().stream().map(CsvLine.Cell::text).toList();
        try {
            if (cells.size() == 4
                    && NUMBER.matcher(cells.get(0)).matches()
                    && HASH.matcher(cells.get(1)).matches()) {
                return new Version(
                        Integer.parseInt(cells.get(0)), cells.get(1), Instant.parse(cells.get(2)), cells.get(3));
            }
        } catch (DateTimeException mistake) {
            throw damaged(line);
        }
        throw damaged(line);
    }

    private CityTwinException damaged(int line) {
        return new CityTwinException(
                RulesError.DAMAGED_VERSION,
                "Line `" + line + "` of `" + file + "` was changed.",
                "Maybe rename its directory: the next save starts a new list, and the old versions stay beside it.");
    }

    void write(List<Version> versions) throws IOException {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        versions.forEach(one -> text.append(one.number())
                .append(',')
                .append(one.hash())
                .append(',')
                .append(one.kept())
                .append(',')
                .append(CsvLine.written(one.note()))
                .append('\n'));
        DurableFiles.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
