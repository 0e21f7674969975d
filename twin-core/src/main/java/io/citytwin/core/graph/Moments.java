package io.citytwin.core.graph;

import java.time.Instant;
import java.util.Arrays;

/** One instant per row, to the nanosecond and without an object for each. For one thread at a time. */
final class Moments {

    private long[] seconds = {};
    private int[] nanos = {};

    Instant get(int row) {
        return Instant.ofEpochSecond(seconds[row], nanos[row]);
    }

    void set(int row, Instant moment) {
        if (row >= seconds.length) {
            seconds = Arrays.copyOf(seconds, Cells.larger(row));
            nanos = Arrays.copyOf(nanos, seconds.length);
        }
        seconds[row] = moment.getEpochSecond();
        nanos[row] = moment.getNano();
    }
}
