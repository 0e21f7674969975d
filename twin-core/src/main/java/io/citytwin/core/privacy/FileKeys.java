package io.citytwin.core.privacy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keys in a folder, a file for each period. For one thread at a time. */
final class FileKeys implements Keys {

    private static final String ENDING = ".key";
    private static final Pattern NAME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}\\.key");

    private final Path folder;

    FileKeys(Path folder) {
        this.folder = folder;
    }

    @Override
    public byte[] of(LocalDate first) {
        return OwnerFiles.keyOrNew(file(first));
    }

    @Override
    public Set<LocalDate> periods() {
        return OwnerFiles.names(folder, NAME).stream()
                .map(name -> LocalDate.parse(name.substring(0, name.length() - ENDING.length())))
                .collect(Collectors.toSet());
    }

    @Override
    public void destroy(LocalDate first) {
        OwnerFiles.delete(file(first));
    }

    private Path file(LocalDate first) {
        return folder.resolve(first + ENDING);
    }
}
