package io.citytwin.examples.benchmark.measure;

import java.util.Arrays;

/** Durations in nanoseconds, and how they are spread. For one thread at a time. */
final class Times {

    private long[] all = new long[1024];
    private int size;

    void add(long nanoseconds) {
        if (size == all.length) {
            all = Arrays.copyOf(all, 2 * size);
        }
        all[size++] = nanoseconds;
    }

    /** The least duration that is not exceeded by a share of all, in microseconds; 0 if there are none. */
    double microseconds(double share) {
        if (size == 0) {
            return 0;
        }
        long[] sorted = Arrays.copyOf(all, size);
        Arrays.sort(sorted);
        int at = (int) Math.ceil(share * size) - 1;
        return sorted[Math.max(0, at)] / 1000.0;
    }
}
