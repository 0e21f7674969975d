package io.citytwin.rules.internal.engine;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one property, or one register, of all twins of a type is, by its code. For one thread at a time. */
final class Column {

    private static final int FEW = 32;
    private static final Turn[] UNKNOWN = {};

    private final String name;
    private final Codes codes;
    private final boolean tellsArea;
    private boolean holder;
    private Records.@Nullable Field rows;
    /** The cells of groups that read it. */
    private Outlook.Cell[] cells = {};
    /** By the code before and the code now, as far as somebody asked. */
    private Turn[][] turns = {};

    private final Map<Object, Integer> kept = new HashMap<>();
    private final List<Object> contents = new ArrayList<>();

    Column(String name, Codes codes) {
        this.name = name;
        this.tellsArea = name.equals(Jurisdictions.CODE);
        this.codes = codes;
    }

    String name() {
        return name;
    }

    Codes codes() {
        return codes;
    }

    Outlook.Cell[] cells() {
        return cells;
    }

    void add(Outlook.Cell cell) {
        cells = Arrays.copyOf(cells, cells.length + 1);
        cells[cells.length - 1] = cell;
    }

    /** What groups notice when one code takes the place of another. */
    record Turn(Outlook.Cell cell, int code) {}

    /** Most codes take each other's place again and again. */
    Turn[] turns(int before, int code) {
        if (before >= FEW || code >= FEW) {
            return find(before, code);
        }
        if (turns.length == 0) {
            turns = new Turn[FEW * FEW][];
            Arrays.fill(turns, UNKNOWN);
        }
        int at = before * FEW + code;
        Turn[] known = turns[at];
        if (known == UNKNOWN) {
            known = find(before, code);
            turns[at] = known;
        }
        return known;
    }

    private Turn[] find(int before, int code) {
        return Arrays.stream(cells)
                .filter(cell -> cell.local(code) != cell.local(before))
                .map(cell -> new Turn(cell, cell.local(code)))
                .toArray(Turn[]::new);
    }

    /** Its numbers are kept there. */
    void keepIn(Records records) {
        rows = records.field();
    }

    /** Whether it tells which area a twin is. */
    boolean tellsArea() {
        return tellsArea;
    }

    /** Whether it tells with whom a twin is counted. */
    boolean tellsHolder() {
        return holder;
    }

    void tellHolder() {
        holder = true;
    }

    int get(int row) {
        return requireNonNull(rows).get(row);
    }

    void set(int row, int code) {
        requireNonNull(rows).set(row, code);
    }

    /** The code of what a register holds, from 1. */
    int codeOf(Object content) {
        return kept.computeIfAbsent(content, fresh -> {
            contents.add(fresh);
            return contents.size();
        });
    }

    /** What a register holds. */
    Object content(int code) {
        return contents.get(code - 1);
    }
}
