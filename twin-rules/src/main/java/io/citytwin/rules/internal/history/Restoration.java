package io.citytwin.rules.internal.history;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.rules.error.RulesError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Puts a version in the place of what a tree holds. Touches nothing but files that were kept. Immutable.
 *
 * @param tree the root
 * @param now what the tree holds, already kept
 * @param wanted what it shall hold
 */
record Restoration(Path tree, TreeContent now, TreeContent wanted) {

    /** Refuses if something that was not kept stands in the way. */
    void check() {
        for (String file : wanted.files().keySet()) {
            Path target = tree.resolve(file);
            boolean unknown = DurableFiles.exists(target) && !now.files().containsKey(file);
            if (unknown || blocked(target)) {
                throw new CityTwinException(
                        RulesError.HISTORY,
                        "`" + file + "` cannot be put back: what stands there is a link, or was never kept.",
                        "Maybe move it away first; nothing was changed.");
            }
        }
    }

    /** Whether a directory on the way to a file is none, so that the file would lie elsewhere. */
    private boolean blocked(Path target) {
        Optional<Path> directory = Optional.ofNullable(target.getParent());
        while (directory.isPresent() && !directory.get().equals(tree)) {
            if (DurableFiles.exists(directory.get()) && !DurableFiles.isDirectory(directory.get())) {
                return true;
            }
            directory = Optional.ofNullable(directory.get().getParent());
        }
        return false;
    }

    void run() throws IOException {
        for (Map.Entry<String, byte[]> file : wanted.files().entrySet()) {
            if (!Arrays.equals(file.getValue(), now.files().get(file.getKey()))) {
                DurableFiles.replace(tree.resolve(file.getKey()), file.getValue());
            }
        }
        for (String file : now.files().keySet()) {
            if (!wanted.files().containsKey(file)) {
                Files.deleteIfExists(tree.resolve(file));
            }
        }
    }
}
