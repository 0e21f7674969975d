package io.citytwin.rules.internal.backtest;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.text.CsvLine;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.regulation.Confidence;
import io.citytwin.rules.verify.BacktestFactors.Factor;
import io.citytwin.rules.verify.BacktestFactors.Per;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads factors from a table. Safe for use by many threads. */
public final class FactorFile {

    private static final List<String> COLUMNS = List.of("class", "value", "unit", "source", "confidence");
    private static final Pattern CLASS = Pattern.compile("[A-Za-z]\\w*(?: [a-z]\\w*=\\S+)*");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})?");

    private final String name;
    private int line;

    private FactorFile(String name) {
        this.name = name;
    }

    /**
     * Reads a file.
     *
     * @param file CSV, UTF-8, with commas
     * @return its factors in file order
     * @throws CityTwinException {@code R331} if a row cannot be used, {@code C111} if there is no such file
     */
    public static List<Factor> read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException failure) {
            throw new CityTwinException(
                    CoreError.NOTHING_TO_READ,
                    "`" + file + "` cannot be read.",
                    "Maybe check the path; the file is UTF-8.",
                    failure);
        }
        return new FactorFile(String.valueOf(file.getFileName())).factors(lines);
    }

    private List<Factor> factors(List<String> lines) {
        List<Factor> factors = new ArrayList<>();
        boolean headed = false;
        for (String text : lines) {
            line++;
            List<String> cells =
                    CsvLine.of(text).cells().stream().map(CsvLine.Cell::text).toList();
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            } else if (headed) {
                factors.add(factor(cells));
            } else if (!cells.equals(COLUMNS)) {
                throw refused(
                        "The first line is not `" + String.join(",", COLUMNS) + "`.",
                        "Maybe it was saved with semicolons, or a column is missing.");
            }
            headed = true;
        }
        return factors;
    }

    private Factor factor(List<String> cells) {
        if (cells.size() != COLUMNS.size()) {
            throw refused("The row has `" + cells.size() + "` cells.", "Maybe put a cell with a comma in quotes.");
        }
        String about = cells.get(0);
        if (!CLASS.matcher(about).matches()) {
            throw refused(
                    "`" + about + "` is no class of assets.", "Maybe write it like `Vehicle fuel=diesel euro=4`.");
        }
        if (!NUMBER.matcher(cells.get(1)).matches()) {
            throw refused("`" + cells.get(1) + "` is not a plain decimal number.", "Maybe with a decimal point.");
        }
        if (cells.get(3).isBlank()) {
            throw refused("`" + about + "` has no source.", "Maybe say where the factor stands.");
        }
        String[] words = about.split(" ", -1);
        return new Factor(
                words[0],
                values(words),
                new BigDecimal(cells.get(1)),
                Per.of(cells.get(2))
                        .orElseThrow(() -> refused(
                                "`" + cells.get(2) + "` is no unit of a factor.",
                                "Maybe one of g/km, km/h, g/kWh, kWh/Kh.")),
                cells.get(3),
                Confidence.of(cells.get(4))
                        .orElseThrow(() -> refused(
                                "`" + cells.get(4) + "` is no confidence.",
                                "Maybe one of VERIFIED/A, VERIFIED/P, RECALLED, CHECK, OPEN, OWN.")));
    }

    private static SortedMap<String, String> values(String[] words) {
        SortedMap<String, String> values = new TreeMap<>();
        for (int at = 1; at < words.length; at++) {
            int equals = words[at].indexOf('=');
            values.put(words[at].substring(0, equals), words[at].substring(equals + 1));
        }
        return values;
    }

    private CityTwinException refused(String problem, String advice) {
        return new CityTwinException(RulesError.FACTOR, name + ":" + line + " " + problem, advice);
    }
}
