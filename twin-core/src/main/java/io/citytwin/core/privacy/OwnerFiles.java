package io.citytwin.core.privacy;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files that only their owner reads, there whole or not at all. Safe for use by many threads. */
final class OwnerFiles {

    private static final String BESIDE = ".new";

    private OwnerFiles() {}

    /** The key in a file, which is made if it is not there. */
    static byte[] keyOrNew(Path file) {
        if (!Files.exists(file)) {
            write(file, Keys.random());
        }
        return key(file);
    }

    /** The key in a file that must be there. */
    static byte[] key(Path file) {
        byte[] key = Files.exists(file) ? read(file) : new byte[0];
        if (key.length != Keys.BYTES) {
            throw new CityTwinException(
                    CoreError.NOTHING_TO_READ,
                    "`" + file + "` holds `" + key.length + "` bytes and is no key.",
                    "Maybe it was lost, or copied in part.");
        }
        return key;
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, byte[] bytes) {
        Path beside = file.resolveSibling(file.getFileName() + BESIDE);
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""), ownersOnly(file, "rwx------"));
            Files.deleteIfExists(beside);
            try (FileChannel channel = FileChannel.open(
                    beside,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    ownersOnly(file, "rw-------"))) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            settle(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names in a folder outlive a cut of power only after this. */
    private static void settle(Path file) throws IOException {
        if (hasOwners(file)) {
            try (FileChannel folder =
                    FileChannel.open(file.toAbsolutePath().resolveSibling(""), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    private static boolean hasOwners(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    // Where there are no such permissions, the folder's own have to do.
    private static FileAttribute<?>[] ownersOnly(Path file, String permissions) {
        return hasOwners(file)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    static void delete(Path file) {
        try {
            if (Files.deleteIfExists(file)) {
                settle(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names in a folder that are of a form; none if it is not there. What a crash left beside such files is deleted. */
    static List<String> names(Path folder, Pattern form) {
        List<String> all = names(folder);
        all.stream()
                .filter(name -> name.endsWith(BESIDE)
                        && form.matcher(name.substring(0, name.length() - BESIDE.length()))
                                .matches())
                .forEach(name -> delete(folder.resolve(name)));
        return all.stream().filter(name -> form.matcher(name).matches()).toList();
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
