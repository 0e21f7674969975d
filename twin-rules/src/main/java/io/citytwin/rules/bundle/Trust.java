package io.citytwin.rules.bundle;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.rules.internal.yaml.TrustReader;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whom a host lets make which law: the host's {@code trust.yaml}, which lies outside the folders. Immutable.
 *
 * <p>Of several grants that fit a folder the first counts, alone. A folder that no grant fits is refused.
 *
 * @param seenFrom the directory from which grants name folders; empty for the one that is opened
 * @param signatures whether folders must be signed
 * @param keys name to the key that signatures are checked with
 * @param grants in the order in which they count
 */
public record Trust(
        Optional<Path> seenFrom, Signatures signatures, SortedMap<String, PublicKey> keys, List<Grant> grants) {

    /** Copies keys and grants. */
    public Trust {
        keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
        grants = List.copyOf(grants);
    }

    /** Whether folders must be signed. */
    public enum Signatures {
        /** A folder without one is refused. */
        REQUIRED,
        /** One that is there must be right. */
        OPTIONAL,
        /** Nobody looks. */
        IGNORED
    }

    /**
     * No limits: folders may do all that folders can do.
     *
     * @return what holds where no trust is given
     */
    public static Trust everything() {
        return new Trust(Optional.empty(), Signatures.IGNORED, new TreeMap<>(), List.of());
    }

    /**
     * Reads a host's file.
     *
     * @param file any name; folders are named from its directory
     * @return what it grants
     * @throws CityTwinException {@code R401} if it cannot be read, with each mistake and its place
     */
    public static Trust read(Path file) {
        return TrustReader.read(file);
    }

    /**
     * Whether folders are limited at all.
     *
     * @return false for {@link #everything}
     */
    public boolean isLimited() {
        return signatures != Signatures.IGNORED || !grants.isEmpty();
    }
}
