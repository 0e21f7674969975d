package io.citytwin.adapter.airquality.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Reads a file when its size or its time changes. For one thread at a time. */
final class FileFetcher implements Fetcher {

    private final Path path;
    private final int largest;

    FileFetcher(Path path, int largest) {
        this.path = path;
        this.largest = largest;
    }

    @Override
    public Fetched fetch(Fetched.Version known) throws SourceFailure {
        try {
            Fetched.Version now = version();
            if (now.equals(known)) {
                return new Fetched(Optional.empty(), known);
            }
            try (InputStream in = Files.newInputStream(path)) {
                byte[] bytes = in.readNBytes(largest);
                if (in.read() >= 0) {
                    throw new SourceFailure("The file has more than `" + largest + "` bytes.");
                }
                return new Fetched(Optional.of(ByteBuffer.wrap(bytes)), now);
            }
        } catch (NoSuchFileException missing) {
            throw new SourceFailure("There is no file `" + path.getFileName() + "`.");
        } catch (IOException unreadable) {
            throw new SourceFailure(
                    "The file `" + path.getFileName() + "` cannot be read: `" + unreadable.getMessage() + "`.");
        }
    }

    private Fetched.Version version() throws IOException, SourceFailure {
        BasicFileAttributes about = Files.readAttributes(path, BasicFileAttributes.class);
        if (!about.isRegularFile()) {
            throw new SourceFailure("`" + path.getFileName() + "` is no file.");
        }
        return new Fetched.Version(
                String.valueOf(about.size()),
                about.lastModifiedTime().toInstant().toString());
    }
}
