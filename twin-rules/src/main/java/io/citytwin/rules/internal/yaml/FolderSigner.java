package io.citytwin.rules.internal.yaml;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import io.citytwin.rules.internal.trust.Ed25519;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;

/** Signs folders. Safe for use by many threads. */
public final class FolderSigner {

    private FolderSigner() {}

    /**
     * Signs all folders below a directory.
     *
     * @param directory it may be a folder itself
     * @param pair the keys
     * @return the signatures written
     */
    public static List<Path> sign(Path directory, KeyPair pair) {
        List<RawFolder> folders = DirectoryFolders.read(directory);
        folders.stream()
                .flatMap(folder -> folder.problems().stream())
                .findFirst()
                .ifPresent(problem -> {
                    throw unreadable(problem);
                });
        List<Path> written = new ArrayList<>();
        for (RawFolder folder : folders) {
            String hash = folder.hash();
            String text = "key: " + Ed25519.idOf(pair.getPublic()) + "\nalgorithm: " + Ed25519.NAME + "\nhash: " + hash
                    + "\nsignature: " + Ed25519.sign(pair.getPrivate(), hash) + "\n";
            Path file = directory.resolve(folder.place(RawFolder.SIGNATURE));
            write(file, text);
            written.add(file);
        }
        return written;
    }

    private static void write(Path file, String text) {
        try {
            // What stood there may be a link to another file.
            Files.deleteIfExists(file);
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (IOException failure) {
            throw new CityTwinException(
                    RulesError.BROKEN_FOLDER, "`" + file + "` cannot be written.", "Maybe the directory is not yours.");
        }
    }

    private static CityTwinException unreadable(Problem problem) {
        return new CityTwinException(
                RulesError.BROKEN_FOLDER,
                "A folder cannot be signed: " + problem.place() + " " + problem.what(),
                problem.advice());
    }
}
