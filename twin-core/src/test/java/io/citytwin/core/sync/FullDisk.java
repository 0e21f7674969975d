package io.citytwin.core.sync;

import io.citytwin.core.spi.Journal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Takes nothing while it is full. */
final class FullDisk implements Journal {
    final List<String> payloads = new ArrayList<>();
    boolean full;

    @Override
    public long append(List<Entry> batch, List<Mark> marks) {
        if (full) {
            throw new UncheckedIOException(new IOException("No space left."));
        }
        batch.forEach(entry -> payloads.add(entry.payload()));
        return payloads.size();
    }

    @Override
    public void replay(String stream, long after, Consumer<Numbered> reader) {}

    @Override
    public void replay(String stream, String key, Consumer<Numbered> reader) {}

    @Override
    public void replay(Set<String> streams, long after, Consumer<Numbered> reader) {}

    @Override
    public Optional<Marked> mark(String name) {
        return Optional.empty();
    }

    @Override
    public void forget(Set<String> streams, long upTo) {}

    @Override
    public void close() {}
}
