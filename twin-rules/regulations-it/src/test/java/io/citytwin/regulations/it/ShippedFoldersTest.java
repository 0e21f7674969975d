package io.citytwin.regulations.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.citytwin.rules.bundle.RegulationBundle;
import io.citytwin.rules.regulation.Regulation;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the jar of this module brings: all folders, whole, and an index that forgets no file. */
class ShippedFoldersTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final String INDEX = "META-INF/citytwin/regulations.index";
    private static final List<String> IDS = List.of(
            "it.lombardia.antismog",
            "it.lombardia.boiler-inspections",
            "it.lombardia.permanent",
            "it.lombardia.street-lighting",
            "it.milano.area-b",
            "it.milano.area-c",
            "it.milano.aria",
            "it.milano.vehicle-lists",
            "it.milano.ztl-isola",
            "it.milano.ztl-quadrilatero",
            "it.nazionale.air-quality",
            "it.nazionale.boiler-inspections",
            "it.nazionale.charging-points",
            "it.nazionale.energy-indicators",
            "it.nazionale.envelope",
            "it.nazionale.epbd",
            "it.nazionale.epc",
            "it.nazionale.ev-ready",
            "it.nazionale.grid-connection",
            "it.nazionale.heat-metering",
            "it.nazionale.heating",
            "it.nazionale.noise",
            "it.nazionale.renewables",
            "it.nazionale.restricted-zones",
            "it.nazionale.street-lighting",
            "it.nazionale.vehicle-classes",
            "it.piemonte.antismog",
            "it.torino.antismog",
            "it.torino.energy-annex",
            "it.torino.tape",
            "it.torino.ztl-centrale",
            "it.torino.ztl-filiberto",
            "it.torino.ztl-pedonale",
            "it.torino.ztl-romana",
            "it.torino.ztl-trasporto-pubblico",
            "it.torino.ztl-valentino");

    @TempDir
    private Path temp;

    /** All files below the resources, as a jar names them. */
    private static List<String> files() throws IOException {
        try (Stream<Path> walk = Files.walk(RESOURCES)) {
            return walk.filter(Files::isRegularFile)
                    .map(file -> RESOURCES.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theIndexListsEveryFileOfEveryFolderAndNothingElse() throws IOException {
        List<String> folders = files().stream()
                .filter(file -> file.endsWith("/regulation.yaml"))
                .map(file -> file.substring(0, file.lastIndexOf('/') + 1))
                .toList();
        List<String> listed = Files.readAllLines(RESOURCES.resolve(INDEX)).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();

        assertThat(folders)
                .containsExactlyElementsOf(
                        IDS.stream().map(id -> id.replace('.', '/') + "/").toList());
        assertThat(listed)
                .containsExactlyElementsOf(files().stream()
                        .filter(file -> folders.stream().anyMatch(file::startsWith))
                        .toList());
    }

    @Test
    void allFoldersLoadFromTheClassPathWithoutErrors() {
        RegulationBundle bundle = RegulationBundle.classpath();

        assertThat(bundle.report().errors()).as(bundle.report().text()).isEmpty();
        assertThat(bundle.regulations()).extracting(Regulation::id).containsExactlyElementsOf(IDS);
    }

    @Test
    void theContextClassLoaderIsNotAsked() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try {
            thread.setContextClassLoader(null);
            assertThat(RegulationBundle.classpath().regulations())
                    .extracting(Regulation::id)
                    .containsExactlyElementsOf(IDS);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** A folder that others use, with one value more. */
    private Path editedHeating() throws IOException {
        Path from = RESOURCES.resolve("it/nazionale/heating");
        Path to = temp.resolve("heating");
        for (String file : files()) {
            if (file.startsWith("it/nazionale/heating/")) {
                Path copy = to.resolve(from.relativize(RESOURCES.resolve(file)).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(RESOURCES.resolve(file), copy);
            }
        }
        Path values = to.resolve("parameters.yaml");
        String more =
                "\nfirstOfAll:\n  unit: K\n  values: [{from: 2013-07-12, value: 2, source: dpr74, confidence: OPEN}]\n";
        Files.writeString(values, Files.readString(values) + more);
        return to;
    }

    /** The same files inside a jar, with no other class path around them. */
    @Test
    void allFoldersLoadFromInsideAJar() throws IOException {
        Path jar = temp.resolve("regulations.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (String file : files()) {
                entries.putNextEntry(new JarEntry(file));
                entries.write(Files.readAllBytes(RESOURCES.resolve(file)));
            }
        }
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, null)) {
            RegulationBundle bundle = RegulationBundle.classpath(loader);
            assertThat(bundle.report().errors()).as(bundle.report().text()).isEmpty();
            // Without what the build made of the folders: both ways give the same law.
            RegulationBundle compiled = RegulationBundle.classpath();
            assertThat(ShippedFoldersTest.class.getResource("/META-INF/citytwin/regulations.compiled"))
                    .isNotNull();
            assertThat(bundle.regulations()).isEqualTo(compiled.regulations());
            assertThat(bundle.report()).isEqualTo(compiled.report());

            RegulationBundle edited = RegulationBundle.directory(editedHeating());
            RegulationBundle relinked = compiled.and(edited);
            assertThat(relinked.regulations())
                    .isEqualTo(bundle.and(edited).regulations())
                    .isNotEqualTo(compiled.regulations());
            assertThat(relinked.report()).isEqualTo(bundle.and(edited).report());
            assertThat(relinked.find("it.lombardia.antismog").orElseThrow().rules())
                    .as("a value of heating has moved the one that it reads")
                    .isNotEqualTo(
                            compiled.find("it.lombardia.antismog").orElseThrow().rules());
        }
        try (URLClassLoader empty = new URLClassLoader(new URL[0], null)) {
            assertThat(RegulationBundle.classpath(empty).regulations()).isEmpty();
        }
    }
}
