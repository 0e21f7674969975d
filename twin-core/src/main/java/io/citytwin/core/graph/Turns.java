package io.citytwin.core.graph;

import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Who may when: writers one after the other, readers together, and nobody reads while something changes. A writer keeps
 * its turn longer than it keeps readers away, so that listeners hear in order and may read. Safe for use by many threads.
 */
final class Turns {

    private final ReentrantLock turn = new ReentrantLock();
    private final ReentrantReadWriteLock state = new ReentrantReadWriteLock();

    void write(Runnable write) {
        if (turn.isHeldByCurrentThread()) {
            throw refused("A listener");
        }
        between(() -> {
            write.run();
            return true;
        });
    }

    /** Does something while no writer has its turn. */
    <T> T between(Supplier<T> work) {
        // A writer may have its turn and wait for this very reader.
        if (state.getReadHoldCount() > 0) {
            throw refused("A condition");
        }
        turn.lock();
        try {
            return work.get();
        } finally {
            turn.unlock();
        }
    }

    private static IllegalStateException refused(String who) {
        return new IllegalStateException(who
                + " may read the graph, not write to it: it would wait for itself. Hand the write to another thread.");
    }

    /** The part of a writer's turn that nobody may see half done. */
    void change(Runnable change) {
        state.writeLock().lock();
        try {
            change.run();
        } finally {
            state.writeLock().unlock();
        }
    }

    <T> T read(Supplier<T> read) {
        state.readLock().lock();
        try {
            return read.get();
        } finally {
            state.readLock().unlock();
        }
    }
}
