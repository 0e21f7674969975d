package io.citytwin.regulations.it;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The collected legal facts, where they lie beside the project. */
final class LegalRows {

    private static final String PLACE = "shared/regulations/parameters.csv";

    private LegalRows() {}

    /**
     * A collected fact; an id with several periods has several.
     *
     * @param section such as A3
     * @param id what folders call {@code row}
     * @param confidence how it was read
     */
    record Row(String section, String id, String confidence) {}

    /** All rows; without the file the test is skipped. */
    static List<Row> read() throws IOException {
        Optional<Path> found = Stream.iterate(Path.of("").toAbsolutePath(), up -> up != null, Path::getParent)
                .map(up -> up.resolve(PLACE))
                .filter(Files::isRegularFile)
                .findFirst();
        assumeTrue(found.isPresent(), "No `" + PLACE + "` above this module: its rows are not looked for.");
        List<Row> rows = new ArrayList<>();
        List<String> lines = Files.readAllLines(found.orElseThrow(), StandardCharsets.UTF_8);
        List<String> header = cells(lines.get(0));
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            rows.add(new Row(
                    cells.get(header.indexOf("section")),
                    cells.get(header.indexOf("id")),
                    cells.get(header.indexOf("confidence"))));
        }
        return rows;
    }

    /** Cells between commas; quotes keep commas, and two of them stand for one. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char letter = line.charAt(at);
            if (letter == '"' && quoted && at + 1 < line.length() && line.charAt(at + 1) == '"') {
                cell.append(letter);
                at++;
            } else if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
