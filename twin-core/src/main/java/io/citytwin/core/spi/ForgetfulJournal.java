package io.citytwin.core.spi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Counts what happened and forgets it. Safe for use by many threads. */
final class ForgetfulJournal implements Journal {

    private final AtomicLong last = new AtomicLong();

    @Override
    public boolean forgets() {
        return true;
    }

    @Override
    public long append(List<Entry> batch, List<Mark> marks) {
        return last.addAndGet(batch.size());
    }

    @Override
    public void replay(String stream, long after, Consumer<Numbered> reader) {
        // Nothing was kept.
    }

    @Override
    public void replay(Set<String> streams, long after, Consumer<Numbered> reader) {
        // Nothing was kept.
    }

    @Override
    public Optional<Marked> mark(String name) {
        return Optional.empty();
    }

    @Override
    public void forget(Set<String> streams, long upTo) {
        // Nothing was kept.
    }

    @Override
    public void replay(String stream, String key, Consumer<Numbered> reader) {
        // Nothing was kept.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
