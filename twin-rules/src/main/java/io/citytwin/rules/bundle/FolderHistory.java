package io.citytwin.rules.bundle;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.time.CityClock;
import io.citytwin.rules.internal.history.VersionStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The last {@value #MOST} versions of a tree of regulation folders, kept in its directory {@code .citytwin/versions},
 * which no reader of folders looks into. Safe for use by many threads. Processes may share it.
 *
 * <p>A version is the files of the folders and nothing else; links that lead out are neither kept nor followed. Each is
 * written aside and then moved into its place, so that a crash leaves the older ones as they were.
 *
 * <p>A rollback replaces files one by one. A {@link FolderWatch} takes nothing while one goes on, and a tree only when
 * two readings give the same: it never sees half a rollback. One that a crash cut is ended by the next use.
 */
public final class FolderHistory {

    /** How many versions are kept; the oldest go first. */
    public static final int MOST = VersionStore.MOST;

    private final VersionStore store;

    private FolderHistory(VersionStore store) {
        this.store = store;
    }

    /**
     * The history of a tree.
     *
     * @param directory each directory below it with a {@code regulation.yaml} is a folder; it may be one itself
     * @param clock says when a version is kept
     * @return its history; nothing is written yet
     */
    public static FolderHistory of(Path directory, CityClock clock) {
        return new FolderHistory(new VersionStore(directory, clock));
    }

    /**
     * Keeps what the folders hold, whether it is right or wrong.
     *
     * @param note why
     * @return the new version, or the newest one if it holds the same
     * @throws CityTwinException {@code C111} if there is no such directory, {@code R440} if there is nothing to keep or
     *     the disk refuses, {@code R441} if somebody writes all the time
     */
    public Version keep(String note) {
        return store.keep(note, Optional.empty()).orElseThrow();
    }

    /**
     * Keeps what the folders hold, if it is still what the caller has looked at.
     *
     * @param note why
     * @param hash of what the caller has looked at
     * @return the version, or empty if somebody has saved something else since
     * @throws CityTwinException as {@link #keep(String)}
     */
    public Optional<Version> keep(String note, String hash) {
        return store.keep(note, Optional.of(hash));
    }

    /**
     * What was kept.
     *
     * @return oldest first
     * @throws CityTwinException {@code R443} if the list was changed
     */
    public List<Version> versions() {
        return store.versions();
    }

    /**
     * Where the folders of a version stand, to be read only.
     *
     * @param version one of {@link #versions}
     * @return a directory
     */
    public Path folder(Version version) {
        return store.folder(version);
    }

    /**
     * Brings a version back: its files replace those of the folders, and files that it did not have are removed. What
     * the folders held is kept first, and what they hold then is a new version. So a rollback can be rolled back.
     *
     * @param number which; without it, the newest one before what the folders hold now
     * @return the new version; the newest one if the folders hold that already
     * @throws CityTwinException {@code R442} if there is no such version, {@code R443} if it was changed since,
     *     {@code R440} if something that was never kept is in the way; then nothing was changed
     */
    public Version rollback(OptionalInt number) {
        return store.rollback(number);
    }

    /**
     * What the folders held once. Immutable.
     *
     * @param number from 1
     * @param hash of the paths and bytes of all files, hexadecimal
     * @param kept when
     * @param note why, on one line
     */
    public record Version(int number, String hash, Instant kept, String note) {

        /** Puts the note on one line. */
        public Version {
            note = note.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
        }
    }
}
