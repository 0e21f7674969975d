package io.citytwin.core.sync;

import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.MemoryJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A journal that can be full, keep what it should let go of, and lose what it should keep. */
final class LossyJournal implements Journal {
    private final MemoryJournal memory = new MemoryJournal();
    final List<Long> forgotten = new ArrayList<>();
    boolean full;
    boolean stuck;
    Set<String> unreadable = Set.of();

    @Override
    public long append(List<Entry> batch, List<Mark> marks) {
        if (full) {
            throw new UncheckedIOException(new IOException("No space left."));
        }
        return memory.append(batch, marks);
    }

    @Override
    public void replay(String stream, long after, Consumer<Numbered> reader) {
        memory.replay(stream, after, reader);
    }

    @Override
    public void replay(String stream, String key, Consumer<Numbered> reader) {
        memory.replay(stream, key, reader);
    }

    @Override
    public void replay(Set<String> streams, long after, Consumer<Numbered> reader) {
        memory.replay(streams, after, reader);
    }

    @Override
    public Optional<Marked> mark(String name) {
        return unreadable.contains(name) ? Optional.empty() : memory.mark(name);
    }

    @Override
    public void forget(Set<String> streams, long upTo) {
        if (stuck) {
            throw new UncheckedIOException(new IOException("Busy."));
        }
        forgotten.add(upTo);
        memory.forget(streams, upTo);
    }

    @Override
    public void close() {}
}
