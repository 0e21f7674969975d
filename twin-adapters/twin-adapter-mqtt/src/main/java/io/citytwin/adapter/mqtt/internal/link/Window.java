package io.citytwin.adapter.mqtt.internal.link;

/**
 * How many messages of a line are in work. Whoever reads one more waits, so that the broker cannot send on, whatever it
 * was told; and goes on when half of them are done, since to wake a thread for each costs more than to read. Safe for use by
 * many threads.
 */
final class Window {

    private final int most;
    private int inWork;
    private boolean closed;

    Window(int most) {
        this.most = most;
    }

    /** Waits until one more may be read; false once it is closed. */
    synchronized boolean enter() {
        if (inWork >= most) {
            try {
                while (!closed && inWork > most / 2) {
                    wait();
                }
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        inWork++;
        return !closed;
    }

    /** One is done; false if the line is not there any more. */
    synchronized boolean leave() {
        inWork--;
        if (inWork == most / 2) {
            notifyAll();
        }
        return !closed;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Lets nobody wait any more. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }
}
