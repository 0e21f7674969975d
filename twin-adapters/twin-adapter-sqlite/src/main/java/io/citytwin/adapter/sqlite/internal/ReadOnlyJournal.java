package io.citytwin.adapter.sqlite.internal;

import io.citytwin.core.spi.Journal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A journal for who looks and may not write. Safe for use by many threads. */
record ReadOnlyJournal(Path file, Reader reader) implements Journal {

    @Override
    public long append(List<Entry> batch, List<Mark> marks) {
        throw Failures.readOnly(file);
    }

    @Override
    public void replay(String stream, long after, Consumer<Numbered> each) {
        reader.replay(Set.of(stream), after, each);
    }

    @Override
    public void replay(String stream, String key, Consumer<Numbered> each) {
        reader.replay(stream, key, each);
    }

    @Override
    public void replay(Set<String> streams, long after, Consumer<Numbered> each) {
        reader.replay(streams, after, each);
    }

    @Override
    public Optional<Marked> mark(String name) {
        return reader.mark(name);
    }

    @Override
    public void forget(Set<String> streams, long upTo) {
        throw Failures.readOnly(file);
    }

    @Override
    public void close() {
        reader.close();
    }
}
