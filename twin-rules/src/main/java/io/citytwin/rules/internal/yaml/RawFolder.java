package io.citytwin.rules.internal.yaml;

import com.google.common.collect.Maps;
import com.google.common.hash.HashCode;
import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.citytwin.rules.bundle.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The bytes of a regulation folder, each file read once: what is hashed is what is used. Immutable.
 *
 * @param path of the folder below the place that was opened, with slashes; empty for that place itself
 * @param files path inside the folder to bytes; nobody changes the bytes
 * @param problems met while reading
 */
public record RawFolder(String path, SortedMap<String, byte[]> files, List<Problem> problems) {

    /** The most bytes that a file may have. */
    static final int LARGEST_FILE = 1 << 20;

    /** The most files that a folder may have. */
    static final int MOST_FILES = 200;

    /** The most directories below each other. */
    static final int DEEPEST = 16;

    /** The most folders that are read at once. */
    static final int MOST_FOLDERS = 1_000;

    /** The most bytes that are read at once. */
    static final long MOST_BYTES = 64 << 20;

    /** The file that makes a folder a regulation folder. */
    static final String REGULATION = "regulation.yaml";

    /** Files that lie in regulation folders only. */
    static final List<String> SIGNS = List.of(REGULATION, "parameters.yaml", "state.yaml", "rules.drl");

    /** The file that says who signed the folder; the only one that a signature does not cover. */
    static final String SIGNATURE = "signature.yaml";

    /** Copies the collections. */
    public RawFolder {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        problems = List.copyOf(problems);
    }

    /** How many bytes all files have. */
    long size() {
        return files.values().stream().mapToLong(bytes -> bytes.length).sum();
    }

    /** How places name a file. */
    String place(String file) {
        return path.isEmpty() ? file : path + "/" + file;
    }

    /**
     * What tells the folder's content from any other.
     *
     * @return SHA-256 over paths and bytes of all files but the signature, in the order of the paths, hexadecimal
     */
    public String hash() {
        Hasher hasher = Hashing.sha256().newHasher();
        files.forEach((file, bytes) -> {
            if (!file.equals(SIGNATURE)) {
                byte[] name = file.getBytes(StandardCharsets.UTF_8);
                hasher.putInt(name.length).putBytes(name).putInt(bytes.length).putBytes(bytes);
            }
        });
        return hasher.hash().toString();
    }

    /** SHA-256 of each file, by path. */
    SortedMap<String, HashCode> hashes() {
        return Maps.transformValues(files, bytes -> Hashing.sha256().hashBytes(bytes));
    }
}
