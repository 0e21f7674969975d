package io.citytwin.rules.internal.engine;

import io.citytwin.core.model.TwinId;
import java.util.Arrays;
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

    int size() {
        return size;
    }

    TwinId id(int number) {
        return Objects.requireNonNull(ids[number]);
    }

    /** The number of a twin, or {@link #NOBODY}. */
    int find(TwinId id) {
        return table[place(id)] - 1;
    }

    /** The number of a twin, a new one if it was not heard of. */
    int number(TwinId id) {
        int place = place(id);
        if (table[place] == 0) {
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, size + (size >> 1));
            }
            ids[size++] = id;
            table[place] = size;
            if (3 * size > 2 * table.length) {
                grow();
            }
            return size - 1;
        }
        return table[place] - 1;
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
            table[place(id(number))] = number + 1;
        }
    }
}
