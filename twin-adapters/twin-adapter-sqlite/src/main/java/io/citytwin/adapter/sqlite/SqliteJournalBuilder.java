package io.citytwin.adapter.sqlite;

import io.citytwin.adapter.sqlite.internal.Months;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.privacy.PeriodKeys;
import java.nio.file.Path;
import java.time.Period;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says where a journal lies and how long personal entries can be read. For one thread at a time. */
public final class SqliteJournalBuilder {

    private @Nullable Path file;
    private @Nullable Path keys;
    private @Nullable Period keepPersonal;

    SqliteJournalBuilder() {}

    /**
     * Sets the file, which is made if it is not there. Beside it lie its log ({@code -wal}, {@code -shm}) and a
     * {@code .lock} that keeps a second writer out.
     *
     * @param path on a disk of this machine: a network folder loses locks
     * @return this builder
     */
    public SqliteJournalBuilder file(Path path) {
        file = path;
        return this;
    }

    /**
     * Sets the folder of the keys of months; without one, personal entries are refused, and so is all that comes in one
     * batch with them. A city needs it: its snapshots and dead letters always count as personal.
     *
     * @param folder not the one of the file, and in no copy that lasts longer than the keys may
     * @return this builder
     */
    public SqliteJournalBuilder keys(Path folder) {
        keys = folder;
        return this;
    }

    /**
     * Sets how long the personal entries of a month can be read after its end, for {@link SqliteJournal#eraseBefore}; until
     * somebody erases them if left out.
     *
     * @param time zero or more
     * @return this builder
     */
    public SqliteJournalBuilder keepPersonal(Period time) {
        keepPersonal = time;
        return this;
    }

    /**
     * Opens the journal, makes it if it is not there and brings an older one up to date.
     *
     * @return a journal that is the only one on its file
     * @throws CityTwinException {@code J501} to {@code J506} if the file cannot be opened; {@code C110} if no file was named,
     *     the keys lie beside it, or the time is negative
     */
    public SqliteJournal build() {
        if (file == null) {
            throw refused("A journal needs a file.", "Maybe name one with `file`.");
        }
        if (keys != null && folder(file).equals(keys.toAbsolutePath().normalize())) {
            throw refused(
                    "The keys would lie in `" + keys + "`, beside `" + file + "`.",
                    "Maybe give them a folder of their own: a copy of the journal must not bring its keys along.");
        }
        if (keepPersonal != null && keepPersonal.isNegative()) {
            throw refused("Nobody can keep something for `" + keepPersonal + "`.", "Maybe drop the sign.");
        }
        Months months = new Months(Optional.ofNullable(keys).map(PeriodKeys::in));
        return new SqliteJournal(file.toAbsolutePath().normalize(), months, Optional.ofNullable(keepPersonal));
    }

    private static Path folder(Path path) {
        return path.toAbsolutePath().normalize().resolveSibling("").normalize();
    }

    private static CityTwinException refused(String problem, String advice) {
        return new CityTwinException(CoreError.USAGE, problem, advice);
    }
}
