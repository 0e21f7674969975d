package io.citytwin.adapter.sqlite.internal;

import io.citytwin.adapter.sqlite.JournalError;
import io.citytwin.core.error.CityTwinException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds the file of a journal for one writer: a lock on a file beside it, which the system lets go of when the process ends,
 * however it ends. Safe for use by many threads.
 */
final class FileHold implements AutoCloseable {

    /**
     * What this process holds. The system counts locks by process: a second try from here would get the lock, and giving it
     * back would let go of the first.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path beside;
    private final FileChannel channel;

    private FileHold(Path beside, FileChannel channel) {
        this.beside = beside;
        this.channel = channel;
    }

    static FileHold of(Path file) {
        try {
            Path beside = beside(file);
            if (!HELD.add(beside)) {
                throw inUse(file);
            }
            boolean held = false;
            try {
                FileHold hold = new FileHold(beside, locked(file, beside));
                held = true;
                return hold;
            } finally {
                if (!held) {
                    HELD.remove(beside);
                }
            }
        } catch (IOException failure) {
            throw Failures.unreadable(file, failure);
        }
    }

    /** One place for all ways that lead to a file. */
    private static Path beside(Path file) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
        Path real = Files.exists(file) ? file.toRealPath() : folder.toRealPath().resolve(file.getFileName());
        return real.resolveSibling(real.getFileName() + ".lock");
    }

    private static FileChannel locked(Path file, Path beside) throws IOException {
        FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw inUse(file);
        }
        return channel;
    }

    private static CityTwinException inUse(Path file) {
        return new CityTwinException(
                JournalError.IN_USE,
                "`" + file + "` is open already, here or in another process.",
                "Maybe end the other city, or give this one a file of its own.");
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException nothingToSave) {
            // The lock ends with the process at the latest.
            return;
        } finally {
            HELD.remove(beside);
        }
    }
}
