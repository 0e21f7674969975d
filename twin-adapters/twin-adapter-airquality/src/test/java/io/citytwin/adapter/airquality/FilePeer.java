package io.citytwin.adapter.airquality;

import io.citytwin.core.time.CityClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** An agency that writes a file. Safe for use by many threads. */
final class FilePeer extends StationPeer {

    private final Path file;

    FilePeer(Path folder, CityClock clock) {
        super(clock);
        file = folder.resolve("air.csv");
        publish(table());
    }

    @Override
    AirSource source() {
        return AirSource.file("file", file, FEED);
    }

    // Written beside and moved, as who publishes a file should: nobody sees half of it.
    @Override
    synchronized void publish(String text) {
        Path beside = file.resolveSibling("air.csv.new");
        try {
            Files.writeString(beside, text);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        // the file stays for the next city
    }
}
