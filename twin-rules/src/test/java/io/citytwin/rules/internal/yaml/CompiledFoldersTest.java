package io.citytwin.rules.internal.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.asset.Asset;
import io.citytwin.core.asset.AssetTypes;
import io.citytwin.rules.bundle.RegulationBundle;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompiledFoldersTest {

    private static final Path NORTHLAND = Path.of("src/test/resources/folders/northland");
    private static final AssetTypes TYPES = AssetTypes.builtIn();

    /** Something that rules of the folders do not know. */
    public interface Kiosk extends Asset {
        Optional<Boolean> open();
    }

    @TempDir
    private Path root;

    private URLClassLoader loader;

    @BeforeEach
    void compile() throws IOException {
        copy(NORTHLAND, root.resolve("laws"));
        StringBuilder index = new StringBuilder();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile)
                    .forEach(file -> index.append(
                                    root.relativize(file).toString().replace('\\', '/'))
                            .append('\n'));
        }
        Files.createDirectories(root.resolve(ClasspathFolders.INDEX).getParent());
        Files.writeString(root.resolve(ClasspathFolders.INDEX), index);
        FolderCompiler.main(new String[] {root.toString()});
        loader = new URLClassLoader(new URL[] {root.toUri().toURL()}, null);
    }

    @AfterEach
    void close() throws IOException {
        loader.close();
    }

    private List<RawFolder> folders() {
        List<RawFolder> folders = ClasspathFolders.read(loader);
        assertThat(folders).hasSizeGreaterThan(1);
        return folders;
    }

    private long found(AssetTypes types) {
        CompiledFolders compiled = CompiledFolders.read(loader, types);
        return folders().stream()
                .filter(folder -> compiled.find(folder).isPresent())
                .count();
    }

    @Test
    void whatIsFoundIsWhatReadingGives() {
        CompiledFolders compiled = CompiledFolders.read(loader, TYPES);
        List<Draft> read = folders().stream()
                .map(folder -> FolderReader.read(folder, TYPES))
                .toList();

        List<Draft> found = folders().stream()
                .map(folder -> compiled.find(folder).orElseThrow())
                .toList();

        assertThat(found)
                .extracting(Draft::content)
                .isEqualTo(read.stream().map(Draft::content).toList());
        assertThat(found)
                .extracting(Draft::problems)
                .isEqualTo(read.stream().map(Draft::problems).toList());
        assertThat(found)
                .extracting(Draft::linked)
                .isEqualTo(Linker.linked(read).stream().map(Draft::linked).toList());
        assertThat(found).allMatch(draft -> draft.linked().isPresent());
        assertSame(RegulationBundle.classpath(loader), RegulationBundle.directory(root));
    }

    private static void assertSame(RegulationBundle one, RegulationBundle other) {
        assertThat(one.regulations()).isNotEmpty().isEqualTo(other.regulations());
        assertThat(one.report()).isEqualTo(other.report());
        assertThat(one.report().errors()).isEmpty();
    }

    @Test
    void aChangedByteAnywhereIsRefusedAndTheFoldersAreRead() throws IOException {
        Path file = root.resolve(CompiledFolders.RESOURCE);
        byte[] bytes = Files.readAllBytes(file);
        for (int part = 0; part <= 20; part++) {
            byte[] other = bytes.clone();
            other[(bytes.length - 1) * part / 20] ^= 1;
            Files.write(file, other);
            assertThat(found(TYPES)).as("part %d", part).isZero();
        }
        assertSame(RegulationBundle.classpath(loader), RegulationBundle.directory(root));
        Files.write(file, new byte[0]);
        assertSame(RegulationBundle.classpath(loader), RegulationBundle.directory(root));
        Files.write(file, bytes);
        assertThat(found(TYPES)).isEqualTo(folders().size());
    }

    @Test
    void onlyAFolderWithTheSameBytesIsFound() throws IOException {
        Path values = root.resolve("laws/heating/parameters.yaml");
        Files.writeString(values, Files.readString(values) + "# read again\n");

        assertThat(found(TYPES)).isEqualTo(folders().size() - 1);
        assertSame(RegulationBundle.classpath(loader), RegulationBundle.directory(root));

        Files.writeString(values, Files.readString(values) + "oops: 1\n");
        assertThat(RegulationBundle.classpath(loader).report().errors()).isNotEmpty();
    }

    @Test
    void aSignedFolderIsRead() throws IOException {
        Files.writeString(root.resolve("laws/heating/signature.yaml"), "");
        Path index = root.resolve(ClasspathFolders.INDEX);
        Files.writeString(index, Files.readString(index) + "laws/heating/signature.yaml\n");

        assertThat(found(TYPES)).isEqualTo(folders().size() - 1);
    }

    @Test
    void otherAssetTypesMayMeanSomethingElse() {
        assertThat(found(TYPES.with(Kiosk.class))).isZero();
    }

    @Test
    void editedFoldersOnTopTakeTheirPlace() throws IOException {
        Path top = root.resolve("top");
        for (String name : List.of("heating", "smog")) {
            try (Stream<Path> files = Files.walk(root.resolve("laws").resolve(name))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path copy =
                            top.resolve(root.resolve("laws").relativize(file).toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
            Path header = top.resolve(name).resolve("regulation.yaml");
            Files.writeString(header, Files.readString(header) + "\n# edited\n");
        }
        RegulationBundle above = RegulationBundle.directory(top);
        RegulationBundle compiled = RegulationBundle.classpath(loader).and(above);
        Files.delete(root.resolve(CompiledFolders.RESOURCE));

        assertThat(found(TYPES)).isZero();
        assertSame(compiled, RegulationBundle.classpath(loader).and(above));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void aBrokenFolderStopsTheBuild() throws IOException {
        Files.writeString(root.resolve("laws/heating/parameters.yaml"), "oops");

        assertThatThrownBy(() -> FolderCompiler.main(new String[] {root.toString()}))
                .hasMessageContaining("laws/heating/parameters.yaml:1:1");
    }
}
