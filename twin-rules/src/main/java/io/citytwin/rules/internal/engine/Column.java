package io.citytwin.rules.internal.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one property, or one register, of all twins of a type is, by its code. For one thread at a time. */
final class Column {

    private final String name;
    private final Codes codes;
    private boolean holder;
    private final NarrowInts rows = new NarrowInts();
    /** The cells of groups that read it. */
    private final List<Outlook.Cell> cells = new ArrayList<>();

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

    List<Outlook.Cell> cells() {
        return cells;
    }

    /** Whether it tells with whom a twin is counted. */
    boolean tellsHolder() {
        return holder;
    }

    void tellHolder() {
        holder = true;
    }

    int get(int row) {
        return rows.get(row);
    }

    void set(int row, int code) {
        rows.set(row, code);
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
