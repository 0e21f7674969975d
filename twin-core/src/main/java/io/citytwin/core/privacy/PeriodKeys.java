package io.citytwin.core.privacy;

import io.citytwin.core.error.CityTwinException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Random keys for calendar months, each in a file that only its owner reads. What was encrypted under the key of a month is
 * gone with its key, also from every copy. Safe for use by many threads.
 */
public final class PeriodKeys {

    private static final String ENDING = ".key";
    private static final Pattern NAME = Pattern.compile("\\d{4}-\\d{2}\\.key");

    private final Path folder;

    private PeriodKeys(Path folder) {
        this.folder = folder;
    }

    /**
     * The keys in a folder, which is made with the first of them.
     *
     * @param folder of the keys, one process at a time; keep it apart from all data, and out of every copy that lasts longer
     * @return the keys in it
     */
    public static PeriodKeys in(Path folder) {
        return new PeriodKeys(folder);
    }

    /**
     * The key of a month.
     *
     * @param month which
     * @return 32 bytes; empty if it was never made or is destroyed
     * @throws CityTwinException {@code C111} if its file holds no key
     */
    public synchronized Optional<byte[]> find(YearMonth month) {
        return Files.exists(file(month)) ? Optional.of(OwnerFiles.key(file(month))) : Optional.empty();
    }

    /**
     * The key of a month, made if it is not there. When this returns, the key outlives the process.
     *
     * @param month which
     * @return 32 bytes
     * @throws CityTwinException {@code C111} if its file holds no key
     */
    public synchronized byte[] findOrMake(YearMonth month) {
        return OwnerFiles.keyOrNew(file(month));
    }

    /**
     * The months that have a key.
     *
     * @return the first one first
     */
    public synchronized SortedSet<YearMonth> months() {
        SortedSet<YearMonth> months = new TreeSet<>();
        OwnerFiles.names(folder, NAME)
                .forEach(name -> months.add(YearMonth.parse(name.substring(0, name.length() - ENDING.length()))));
        return months;
    }

    /**
     * Destroys the key of a month, if there is one.
     *
     * @param month which
     */
    public synchronized void destroy(YearMonth month) {
        OwnerFiles.delete(file(month));
    }

    private Path file(YearMonth month) {
        return folder.resolve(month + ENDING);
    }
}
