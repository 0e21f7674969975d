package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.TwinId;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Numbers for twins, from 0 in the order in which they are first heard of. For one thread at a time. */
final class Roster {

    static final int NOBODY = -1;
    private static final int SMALLEST = 64;

    private @Nullable TwinId[] ids = new TwinId[SMALLEST];
    /** One more than the number. */
    private int[] table = new int[2 * SMALLEST];

    private int size;
    /** Numbers of twins that are no more. */
    private final Deque<Integer> free = new ArrayDeque<>();

    TwinId id(int number) {
        return Objects.requireNonNull(ids[number]);
    }

    boolean has(int number, TwinId id) {
        return number < size && id.equals(ids[number]);
    }

    /** The number of a twin, or {@link #NOBODY}. */
    int find(TwinId id) {
        return table[place(id)] - 1;
    }

    /** The number of a twin, a new one if it was not heard of. */
    int number(TwinId id) {
        int place = place(id);
        if (table[place] == 0) {
            int number = free.isEmpty() ? next() : free.pop();
            ids[number] = id;
            table[place] = number + 1;
            if (5 * size > 4 * table.length) {
                grow();
            }
            return number;
        }
        return table[place] - 1;
    }

    private int next() {
        if (size == ids.length) {
            ids = Arrays.copyOf(ids, size + (size >> 3));
        }
        return size++;
    }

    /** Nobody speaks of a twin any more; another may get its number. */
    void remove(int number) {
        int mask = table.length - 1;
        int hole = place(id(number));
        ids[number] = null;
        free.push(number);
        // Those behind move up, so that nobody meets a hole on the way to them.
        table[hole] = 0;
        for (int at = (hole + 1) & mask; table[at] != 0; at = (at + 1) & mask) {
            int moved = table[at];
            table[at] = 0;
            table[place(id(moved - 1))] = moved;
        }
    }

    /** The same numbers for the same twins, from now on each for itself. */
    void copy(Roster other) {
        ids = other.ids.clone();
        table = other.table.clone();
        size = other.size;
        free.clear();
        free.addAll(other.free);
    }

    private int place(TwinId id) {
        int mask = table.length - 1;
        int hash = id.hashCode() * 0x9E3779B9;
        int place = (hash ^ hash >>> 15) & mask;
        while (table[place] != 0 && !id.equals(ids[table[place] - 1])) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        table = new int[2 * table.length];
        for (int number = 0; number < size; number++) {
            TwinId id = ids[number];
            if (id != null) {
                table[place(id)] = number + 1;
            }
        }
    }
}
