package io.citytwin.rules.internal.engine;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Where one relation of all twins of a type leads, and from where it leads to a twin. For one thread at a time. */
final class Leads {

    private static final int[] NONE = {};

    /** One more than the number of the target, by the row of the source. */
    private int[] targets = NONE;
    /** Where a source stands in the list of its target. */
    private int[] places = NONE;
    /** The number of a target and one to its list: first how many sources there are, then their rows. */
    private final LongIntMap lists = new LongIntMap();

    private int[][] sources = {};

    /** The number of the twin that a row leads to, or {@link Roster#NOBODY}. */
    int target(int row) {
        return row < targets.length ? targets[row] - 1 : Roster.NOBODY;
    }

    boolean isLedTo(int target) {
        int list = lists.get(target + 1L);
        return list != LongIntMap.ABSENT && sources[list][0] > 0;
    }

    void set(int row, int target) {
        int before = target(row);
        if (before != Roster.NOBODY) {
            remove(row, before);
        }
        if (target != Roster.NOBODY) {
            add(row, target);
        }
    }

    private void add(int row, int target) {
        if (row >= targets.length) {
            targets = Arrays.copyOf(targets, row + 1 + (row >> 3));
            places = Arrays.copyOf(places, targets.length);
        }
        int list = lists.get(target + 1L);
        if (list == LongIntMap.ABSENT) {
            list = lists.size();
            lists.put(target + 1L, list);
            sources = list < sources.length ? sources : Arrays.copyOf(sources, list + 1 + (list >> 1));
            sources[list] = new int[2];
        }
        int[] from = sources[list];
        if (from[0] + 1 == from.length) {
            from = Arrays.copyOf(from, from.length + 1 + (from.length >> 2));
        }
        from[++from[0]] = row;
        sources[list] = from;
        places[row] = from[0];
        targets[row] = target + 1;
    }

    private void remove(int row, int target) {
        int[] from = sources[lists.get(target + 1L)];
        int last = from[from[0]--];
        from[places[row]] = last;
        places[last] = places[row];
        targets[row] = 0;
    }

    /** The rows that lead to a twin. The consumer must not change where they lead. */
    void sources(int target, IntConsumer row) {
        int list = lists.get(target + 1L);
        if (list != LongIntMap.ABSENT) {
            int[] from = sources[list];
            for (int at = 1; at <= from[0]; at++) {
                row.accept(from[at]);
            }
        }
    }
}
