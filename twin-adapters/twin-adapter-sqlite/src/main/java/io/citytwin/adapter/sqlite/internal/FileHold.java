package io.citytwin.adapter.sqlite.internal;

import io.citytwin.adapter.sqlite.JournalError;
import io.citytwin.core.error.CityTwinException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Holds the file of a journal for one writer: a lock on a file beside it, which the system lets go of when the process ends,
 * however it ends. Safe for use by many threads.
 */
final class FileHold implements AutoCloseable {

    private final FileChannel channel;

    private FileHold(FileChannel channel) {
        this.channel = channel;
    }

    static FileHold of(Path file) {
        Path beside = file.resolveSibling(file.getFileName() + ".lock");
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            FileChannel channel = FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new CityTwinException(
                        JournalError.IN_USE,
                        "`" + file + "` is open already, here or in another process.",
                        "Maybe end the other city, or give this one a file of its own.");
            }
            return new FileHold(channel);
        } catch (IOException failure) {
            throw Failures.unreadable(beside, failure);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException nothingToSave) {
            // The lock ends with the process at the latest.
            return;
        }
    }
}
