package io.citytwin.adapter.sqlite.internal;

import io.citytwin.adapter.sqlite.JournalStatistics;
import java.time.Duration;
import java.util.Arrays;

/** Counts what is written and how long it took. Safe for use by many threads. */
final class Latency {

    private static final int NEWEST = 1000;
    private static final int HUNDRED = 100;

    private final long[] nanos = new long[NEWEST];
    private long entries;
    private long bytes;
    private long commits;

    synchronized void add(long added, long size, long took) {
        entries += added;
        bytes += size;
        nanos[(int) (commits % NEWEST)] = took;
        commits++;
    }

    synchronized JournalStatistics statistics() {
        int kept = (int) Math.min(commits, NEWEST);
        if (kept == 0) {
            return new JournalStatistics(entries, bytes, commits, Duration.ZERO, Duration.ZERO);
        }
        long[] sorted = Arrays.copyOf(nanos, kept);
        Arrays.sort(sorted);
        long slow = sorted[(kept * (HUNDRED - 1) + HUNDRED - 1) / HUNDRED - 1];
        return new JournalStatistics(
                entries,
                bytes,
                commits,
                Duration.ofNanos(nanos[(int) ((commits - 1) % NEWEST)]),
                Duration.ofNanos(slow));
    }
}
