package io.citytwin.core.graph;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.error.ErrorCode;
import io.citytwin.core.graph.InventoryReport.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** What is wrong with the files so far. For one thread at a time. */
final class InventoryProblems {

    private static final int SHOWN = 200;

    private final List<InventorySource> sources;
    private final List<Located> problems = new ArrayList<>();

    InventoryProblems(List<InventorySource> sources) {
        this.sources = sources;
    }

    /**
     * A place in a file. Immutable.
     *
     * @param source the file
     * @param line from 1
     * @param column from 1, or 0 for the whole line
     * @param row the text there
     */
    record Spot(InventorySource source, int line, int column, String row) {}

    /** A problem with the position of its file in the inventory. */
    private record Located(int file, Problem problem) {}

    int count() {
        return problems.size();
    }

    void add(Spot spot, CityTwinException refused) {
        add(spot, refused.code(), refused.problem(), refused.advice());
    }

    void add(Spot spot, String what, String advice) {
        add(spot, CoreError.INVENTORY, what, advice);
    }

    void add(Spot spot, ErrorCode code, String what, String advice) {
        String row = spot.row().length() <= SHOWN ? spot.row() : spot.row().substring(0, SHOWN) + "...";
        OptionalInt column = spot.column() == 0 ? OptionalInt.empty() : OptionalInt.of(spot.column());
        problems.add(new Located(
                sources.indexOf(spot.source()),
                new Problem(spot.source().path(), spot.line(), column, code, what, advice, row)));
    }

    List<Problem> inOrder() {
        return problems.stream()
                .sorted(Comparator.comparingInt(Located::file)
                        .thenComparing(located -> located.problem().line())
                        .thenComparing(located -> located.problem().column().orElse(0)))
                .map(Located::problem)
                .toList();
    }
}
