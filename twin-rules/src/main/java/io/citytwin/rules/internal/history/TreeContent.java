package io.citytwin.rules.internal.history;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.citytwin.rules.internal.yaml.DirectoryFolders;
import io.citytwin.rules.internal.yaml.RawFolder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All files of all regulation folders below a directory, each read once. Files that the reader of folders refuses, such
 * as links that lead out of a folder, are none of them. Immutable.
 *
 * @param folders sorted by path
 * @param files path below the directory, with slashes, to bytes; nobody changes the bytes
 * @param hash SHA-256 over the files, hexadecimal
 */
public record TreeContent(List<RawFolder> folders, SortedMap<String, byte[]> files, String hash) {

    /** Copies the collections. */
    public TreeContent {
        folders = List.copyOf(folders);
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /**
     * Reads a tree.
     *
     * @param directory the tree's root
     * @return its content
     * @throws io.citytwin.core.error.CityTwinException {@code C111} if there is no such directory
     */
    public static TreeContent read(Path directory) {
        List<RawFolder> folders = DirectoryFolders.read(directory);
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (RawFolder folder : folders) {
            String start = folder.path().isEmpty() ? "" : folder.path() + "/";
            folder.files().forEach((name, bytes) -> files.put(start + name, bytes));
        }
        Hasher hasher = Hashing.sha256().newHasher();
        files.forEach((file, bytes) -> {
            byte[] name = file.getBytes(StandardCharsets.UTF_8);
            hasher.putInt(name.length).putBytes(name).putInt(bytes.length).putBytes(bytes);
        });
        return new TreeContent(folders, files, hasher.hash().toString());
    }

    /**
     * Reads a tree twice.
     *
     * @param directory the tree's root
     * @return its content, or empty if somebody wrote in between
     */
    public static Optional<TreeContent> steady(Path directory) {
        TreeContent first = read(directory);
        return Optional.of(read(directory)).filter(first::isSameAs);
    }

    /**
     * Whether the same files hold the same, and the same files are refused.
     *
     * @param other another reading
     * @return true if nothing changed
     */
    public boolean isSameAs(TreeContent other) {
        return hash.equals(other.hash) && problems(this).equals(problems(other));
    }

    private static String problems(TreeContent content) {
        return content.folders.stream().map(RawFolder::problems).toList().toString();
    }
}
