package io.citytwin.rules.bundle;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.editor.WorkspaceFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Files that let an editor complete and check the files of regulation folders: settings, recommended extensions, and the
 * JSON Schemas that the loader uses. Safe for use by many threads.
 */
public final class EditorFiles {

    private EditorFiles() {}

    /** What became of a file. */
    public enum Outcome {
        /** It is written now. */
        WRITTEN,
        /** It was there already, with the same content. */
        SAME,
        /** It was there with other content, which was kept. */
        KEPT
    }

    /**
     * Writes the files into a workspace. Nothing is merged: a file with other content stays as it is.
     *
     * @param workspace the directory that is opened in the editor
     * @param overwrite whether files with other content are overwritten all the same
     * @return path below the workspace, with slashes, to what became of the file
     * @throws CityTwinException {@code C111} if there is no such directory, {@code R350} if a file cannot be written
     */
    public static SortedMap<String, Outcome> write(Path workspace, boolean overwrite) {
        if (!Files.isDirectory(workspace)) {
            throw new CityTwinException(
                    CoreError.NOTHING_TO_READ,
                    "`" + workspace + "` is not a directory.",
                    "Maybe make it first; it is the one that you open in the editor.");
        }
        SortedMap<String, Outcome> outcomes = new TreeMap<>();
        WorkspaceFiles.all().forEach((name, bytes) -> {
            try {
                outcomes.put(name, write(workspace.resolve(name), bytes, overwrite));
            } catch (IOException failure) {
                throw new CityTwinException(
                        RulesError.EDITOR_FILE,
                        "`" + name + "` cannot be written.",
                        "Maybe something else has this name, or the directory is write protected.");
            }
        });
        return outcomes;
    }

    private static Outcome write(Path file, byte[] bytes, boolean overwrite) throws IOException {
        if (Files.exists(file)) {
            if (Arrays.equals(Files.readAllBytes(file), bytes)) {
                return Outcome.SAME;
            } else if (!overwrite) {
                return Outcome.KEPT;
            }
        }
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, bytes);
        return Outcome.WRITTEN;
    }
}
