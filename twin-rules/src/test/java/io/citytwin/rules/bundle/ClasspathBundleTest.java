package io.citytwin.rules.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.rules.regulation.Regulation;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClasspathBundleTest {

    private static final Path NORTHLAND = Path.of("src/test/resources/folders/northland");

    @TempDir
    private Path temp;

    @Test
    void foldersInsideAJarAreFoundThroughItsIndex() throws IOException {
        Path jar = Folders.jar(NORTHLAND, "laws of/nörthland/", temp.resolve("laws.jar"));

        RegulationBundle bundle = read(jar);

        assertThat(bundle.report().isClean()).as(bundle.report().text()).isTrue();
        assertThat(bundle.regulations()).isEqualTo(moved("laws of/nörthland/"));
        Files.delete(jar);
    }

    /** The same files from a directory; places start at its root. */
    private List<Regulation> moved(String prefix) throws IOException {
        Folders.copy(NORTHLAND, temp.resolve("copy").resolve(prefix));
        return RegulationBundle.directory(temp.resolve("copy")).regulations();
    }

    @Test
    void foldersOfTwoJarsMayUseEachOther() throws IOException {
        Path smog = Folders.jar(NORTHLAND.resolve("smog"), "a/", temp.resolve("smog.jar"));
        Path heating = Folders.jar(NORTHLAND.resolve("heating"), "a/", temp.resolve("heating.jar"));

        assertThat(read(smog, heating).regulations())
                .hasSize(2)
                .isEqualTo(read(heating, smog).regulations());
    }

    @Test
    void aFileThatTheIndexListsAndTheJarLacksIsReported() throws IOException {
        Folders.copy(NORTHLAND, temp.resolve("laws"));
        Path index = temp.resolve(Folders.INDEX);
        Files.createDirectories(index.getParent());
        Files.writeString(
                index, "laws/heating/regulation.yaml\nlaws/heating/parameters.yaml\nlaws/heating/state.yaml\n");

        BundleReport report = read(temp).report();

        assertThat(report.errors()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).hasToString("laws/heating/state.yaml:1:1");
            assertThat(problem.code().id()).isEqualTo("R101");
        });
    }

    @Test
    void anIndexCannotLeadOutOfItsRoot() throws IOException {
        Folders.copy(NORTHLAND, temp.resolve("secret"));
        Path index = temp.resolve("root").resolve(Folders.INDEX);
        Files.createDirectories(index.getParent());
        Files.writeString(index, "../secret/heating/regulation.yaml\n../secret/heating/parameters.yaml\n");

        RegulationBundle bundle = read(temp.resolve("root"));

        assertThat(bundle.regulations()).isEmpty();
        assertThat(bundle.report().errors()).isNotEmpty();
    }

    @Test
    void theOrderOfTheIndexChangesNothing() throws IOException {
        Folders.copy(NORTHLAND, temp);
        List<String> lines = new ArrayList<>(Folders.files(NORTHLAND).stream()
                .map(file -> NORTHLAND.relativize(file).toString().replace('\\', '/'))
                .toList());
        Path index = temp.resolve(Folders.INDEX);
        Files.createDirectories(index.getParent());
        Files.write(index, lines);
        RegulationBundle sorted = read(temp);
        Collections.reverse(lines);
        Files.write(index, lines);
        RegulationBundle reversed = read(temp);

        assertThat(sorted.regulations()).hasSize(2).isEqualTo(reversed.regulations());
        assertThat(sorted.report()).isEqualTo(reversed.report());
    }

    @Test
    void theContextClassLoaderIsNeitherNeededNorLookedAt() throws IOException {
        Path jar = Folders.jar(NORTHLAND, "a/", temp.resolve("laws.jar"));
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader context = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            Thread.currentThread().setContextClassLoader(context);
            assertThat(RegulationBundle.classpath().regulations()).isEmpty();
            Thread.currentThread().setContextClassLoader(null);
            assertThat(RegulationBundle.classpath().regulations()).isEmpty();
            assertThat(RegulationBundle.directory(NORTHLAND).regulations()).hasSize(2);
            assertThat(RegulationBundle.classpath(context).regulations()).hasSize(2);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static RegulationBundle read(Path... places) throws IOException {
        URL[] urls = new URL[places.length];
        for (int i = 0; i < places.length; i++) {
            urls[i] = places[i].toUri().toURL();
        }
        try (URLClassLoader loader = new URLClassLoader(urls, null)) {
            return RegulationBundle.classpath(loader);
        }
    }
}
