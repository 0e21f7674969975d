package io.citytwin.rules.internal.yaml;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.rules.bundle.Problem;
import io.citytwin.rules.error.RulesError;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Reads the folders of a jar while it is built, and puts beside their index what they hold, so that nobody has to read them when a
 * program starts. Safe for use by many threads.
 */
public final class FolderCompiler {

    private FolderCompiler() {}

    /**
     * Called by the build of a jar of folders.
     *
     * @param arguments the directory that becomes the jar
     * @throws IOException if it cannot be read or written
     * @throws CityTwinException {@code R305} if a folder has mistakes
     */
    public static void main(String[] arguments) throws IOException {
        compile(Path.of(arguments[0]));
    }

    /**
     * Compiles the folders that an index lists.
     *
     * @param root the directory with {@code META-INF}
     * @throws IOException if it cannot be read or written
     */
    static void compile(Path root) throws IOException {
        AssetTypes types = AssetTypes.builtIn();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {root.toUri().toURL()}, null)) {
            List<Draft> drafts = ClasspathFolders.read(loader).stream()
                    .map(folder -> FolderReader.read(folder, types))
                    .toList();
            refuseBroken(drafts);
            Files.write(root.resolve(CompiledFolders.RESOURCE), CompiledFolders.write(Linker.linked(drafts), types));
        }
    }

    private static void refuseBroken(List<Draft> drafts) {
        List<Problem> errors = drafts.stream()
                .filter(Draft::isBroken)
                .flatMap(draft -> draft.problems().stream())
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            throw new CityTwinException(
                    RulesError.BROKEN_FOLDER,
                    "The folders have `" + errors.size() + "` mistakes:\n"
                            + errors.stream().map(Problem::toString).collect(Collectors.joining("\n")),
                    "Maybe mend them first; `citytwin check` shows all.");
        }
    }
}
