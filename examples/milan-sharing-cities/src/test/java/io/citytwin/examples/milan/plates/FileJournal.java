package io.citytwin.examples.milan.plates;

import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.MemoryJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** A journal that writes down all that it is given, for a test to look at. Safe for use by many threads. */
final class FileJournal implements Journal {

    private final Path file;
    private final MemoryJournal memory = new MemoryJournal();

    FileJournal(Path file) {
        this.file = file;
    }

    @Override
    public long append(List<Entry> batch, List<Mark> marks) {
        List<String> lines = batch.stream().map(Entry::toString).toList();
        try {
            Files.write(file, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
        return memory.mark(name);
    }

    @Override
    public void forget(Set<String> streams, long upTo) {
        memory.forget(streams, upTo);
    }

    @Override
    public void close() {
        memory.close();
    }
}
