package io.citytwin.adapter.dittotck.internal;

import java.util.ArrayDeque;
import java.util.Deque;

/** The last things said, for whoever reads a failure; never a login. Safe for use by many threads. */
public final class Transcript {

    private static final int LINES = 60;
    private static final int WIDTH = 700;

    private final Deque<String> lines = new ArrayDeque<>();

    /**
     * Adds a line, and forgets the oldest if there are many.
     *
     * @param line cut if it is long
     */
    public synchronized void add(String line) {
        lines.add(line.length() > WIDTH ? line.substring(0, WIDTH) + "..." : line);
        if (lines.size() > LINES) {
            lines.remove();
        }
    }

    @Override
    public synchronized String toString() {
        return String.join("\n", lines);
    }
}
