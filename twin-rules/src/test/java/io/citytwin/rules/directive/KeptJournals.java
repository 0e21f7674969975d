package io.citytwin.rules.directive;

import io.citytwin.core.spi.Journal;
import io.citytwin.core.spi.JournalFiles;
import io.citytwin.core.spi.MemoryJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Stands where an adapter with files would: a file of this kind only names a journal of this process. */
public final class KeptJournals implements JournalFiles {

    private static final Map<Path, Journal> KEPT = new ConcurrentHashMap<>();

    /** A journal that commands find under a file. */
    static Journal at(Path file) {
        try {
            Files.writeString(file, "kept in memory");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return KEPT.computeIfAbsent(file, none -> new MemoryJournal());
    }

    @Override
    public boolean reads(Path file) {
        return KEPT.containsKey(file);
    }

    @Override
    public Journal open(Path file, Optional<Path> keys) {
        return KEPT.get(file);
    }
}
