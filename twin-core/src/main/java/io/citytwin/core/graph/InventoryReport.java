package io.citytwin.core.graph;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.error.ErrorCode;
import io.citytwin.core.model.Twin;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What was read from inventory files. Immutable.
 *
 * @param twins of the rows without a problem, sorted by id
 * @param problems every one, in the order of files and lines
 */
public record InventoryReport(List<Twin> twins, List<Problem> problems) {

    private static final int SHOWN = 20;

    /** Copies the lists. */
    public InventoryReport {
        twins = List.copyOf(twins);
        problems = List.copyOf(problems);
    }

    /**
     * A row that cannot be used, or something else that is wrong with a file. Immutable.
     *
     * @param file which
     * @param line from 1
     * @param column from 1, or empty if the whole line is meant
     * @param code {@code C114}, or a more exact one
     * @param problem one sentence, values in backticks
     * @param advice one line that says what to try
     * @param row its text, shortened
     */
    public record Problem(
            Path file, int line, OptionalInt column, ErrorCode code, String problem, String advice, String row) {

        /** Where and what, as compilers say it. */
        @Override
        public String toString() {
            String place = file + ":" + line + (column.isPresent() ? ":" + column.getAsInt() : "");
            return place + " " + code.id() + " " + problem + " " + advice;
        }
    }

    /**
     * The twins, if all is well.
     *
     * @return all twins, sorted by id
     * @throws CityTwinException {@code C114} if there is any problem
     */
    public List<Twin> orElseThrow() {
        if (problems.isEmpty()) {
            return twins;
        }
        String first = problems.stream().limit(SHOWN).map(Problem::toString).collect(Collectors.joining("\n  "));
        throw new CityTwinException(
                CoreError.INVENTORY,
                "The inventory has `" + problems.size() + "` problems:\n  " + first,
                "Maybe mend the files and read them again; `" + twins.size() + "` twins were readable.");
    }
}
