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

    private final String name;
    private final Codes codes;
    private boolean holder;
    private Records.@Nullable Field rows;
    /** The cells of groups that read it. */
    private Outlook.Cell[] cells = {};

    private final Map<Object, Integer> kept = new HashMap<>();
    private final List<Object> contents = new ArrayList<>();

    Column(String name, Codes codes) {
        this.name = name;
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

    /** Its numbers are kept there. */
    void keepIn(Records records) {
        rows = records.field();
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
