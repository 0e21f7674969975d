package io.citytwin.adapter.mqtt.internal.link;

import java.util.concurrent.Semaphore;

/**
 * How many messages of a line are in work. Whoever reads one more waits, so that the broker cannot send on, whatever it
 * was told. Safe for use by many threads.
 */
final class Window {

    private final Semaphore free;
    private volatile boolean closed;

    Window(int most) {
        free = new Semaphore(most);
    }

    /** Waits until one more may be read; false once it is closed. */
    boolean enter() {
        free.acquireUninterruptibly();
        if (closed) {
            // For whoever else waits.
            free.release();
        }
        return !closed;
    }

    /** One is done; false if the line is not there any more. */
    boolean leave() {
        free.release();
        return !closed;
    }

    boolean isClosed() {
        return closed;
    }

    /** Lets nobody wait any more. */
    void close() {
        closed = true;
        free.release();
    }
}
