package io.citytwin.rules.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.asset.AssetTypes;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.rules.regulation.Regulation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Archives come from strangers as well: what could do harm where it is unpacked refuses the archive whole. */
class ArchiveTest {

    private static final Path NORTHLAND = Path.of("src/test/resources/folders/northland");
    private static final int DIRECTORY_ENTRY = 0x02014b50;

    @TempDir
    private Path temp;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes);

    @BeforeEach
    void pack() throws IOException {
        for (Path file : Folders.files(NORTHLAND)) {
            add(NORTHLAND.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
    }

    private void add(String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private void add(String name) throws IOException {
        add(name, "x".getBytes(StandardCharsets.UTF_8));
    }

    private byte[] packed() throws IOException {
        zip.close();
        return bytes.toByteArray();
    }

    private RegulationBundle open(byte[] archive) throws IOException {
        return RegulationBundle.archive(Files.write(temp.resolve("laws.zip"), archive));
    }

    private void assertRefused(byte[] archive, String message) throws IOException {
        RegulationBundle bundle = open(archive);
        assertThat(bundle.regulations()).isEmpty();
        assertThat(bundle.report().errors())
                .anySatisfy(problem ->
                        assertThat(problem.code().id() + " " + problem.what()).contains(message));
    }

    @Test
    void foldersInAnArchiveAreThoseOnDisk() throws IOException {
        RegulationBundle bundle = open(packed());

        assertThat(bundle.report().errors()).isEmpty();
        assertThat(bundle.regulations().stream().map(Regulation::hash))
                .isEqualTo(RegulationBundle.directory(NORTHLAND).regulations().stream()
                        .map(Regulation::hash)
                        .toList())
                .hasSize(2);
    }

    @Test
    void anArchiveCanBeAFolderItself() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream one = new ZipOutputStream(out)) {
            for (Path file : Folders.files(NORTHLAND.resolve("heating"))) {
                one.putNextEntry(new ZipEntry(file.getFileName().toString()));
                one.write(Files.readAllBytes(file));
            }
        }
        assertThat(open(out.toByteArray()).find("xx.state.heating")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "../evil.txt, R421 The entry `../evil.txt` leads out of the archive.",
        "heating/../../evil.txt, leads out of the archive",
        "heating//evil.txt, leads out of the archive",
        "./evil.txt, leads out of the archive",
        "/etc/passwd, R421 The entry `/etc/passwd` has an absolute path.",
        "C:/evil.txt, has an absolute path",
        "heating\\evil.txt, holds a backslash",
        "heating/Rules.yaml\u202Etxt, holds invisible signs",
        "a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q, lies deeper than `16` directories",
        "heating/REGULATION.yaml, R422 `heating/regulation.yaml` and `heating/REGULATION.yaml` are one file"
    })
    void aNameThatLeadsElsewhereIsRefused(String name, String message) throws IOException {
        add(name);
        assertRefused(packed(), message);
    }

    @Test
    void aSecondEntryOfTheSameNameIsRefused() throws IOException {
        add("heating/aa");
        add("heating/ab");
        assertRefused(replaced(packed(), "heating/ab", "heating/aa"), "two entries called `heating/aa`");
    }

    @Test
    void anEntryThatIsCalledOtherwiseInsideIsRefused() throws IOException {
        add("heating/notes.txt");
        byte[] archive = packed();
        int own = indexOf(archive, "heating/notes.txt", 0);
        System.arraycopy("heating/other.txt".getBytes(StandardCharsets.UTF_8), 0, archive, own, 17);
        assertRefused(archive, "an entry is not what the directory says");
    }

    @Test
    void aLinkIsRefused() throws IOException {
        add("heating/link", "/etc/passwd".getBytes(StandardCharsets.UTF_8));
        byte[] archive = packed();
        ByteBuffer last = lastEntry(archive);
        last.putShort(4, (short) (3 << 8));
        last.putInt(38, 0xA1FF << 16);
        assertRefused(archive, "The entry `heating/link` is a link, or no plain file.");
    }

    @Test
    void anEntryWithAPasswordIsRefused() throws IOException {
        add("heating/secret.txt");
        byte[] archive = packed();
        lastEntry(archive).putShort(8, (short) 1);
        assertRefused(archive, "needs a password");
    }

    @Test
    void whatUnpacksToFarMoreIsRefusedUnread() throws IOException {
        add("heating/zeros.txt", new byte[1 << 20]);
        assertRefused(packed(), "unpacks to more than `100` times its size");
    }

    @Test
    void aFileLargerThanAnyPolicyFileIsRefusedUnread() throws IOException {
        add("heating/large.txt", new byte[(1 << 20) + 1]);
        assertRefused(packed(), "is larger than 1 MiB");
    }

    @Test
    void anEntryThatSaysLessThanItHoldsIsRefused() throws IOException {
        add("heating/more.txt", "much more than one sign".getBytes(StandardCharsets.UTF_8));
        byte[] archive = packed();
        lastEntry(archive).putInt(24, 1);
        assertRefused(archive, "another size than announced");
    }

    @Test
    void entriesThatShareBytesAreRefused() throws IOException {
        add("heating/notes.txt");
        byte[] archive = packed();
        lastEntry(archive).putInt(42, 0);
        assertRefused(archive, "entries in it overlap");
    }

    @Test
    void moreEntriesThanAnybodyReadsAreRefused() throws IOException {
        for (int i = 0; i < 5_001; i++) {
            add("note-" + i);
        }
        assertRefused(packed(), "more than `5000` entries");
    }

    @Test
    void somethingBesideTheDirectoryIsRefused() throws IOException {
        byte[] archive = packed();
        byte[] more = new byte[archive.length + 1];
        System.arraycopy(archive, 0, more, 1, archive.length);
        assertRefused(more, "something stands beside its directory");
    }

    @Test
    void whatIsNoArchiveIsRefused() throws IOException {
        assertRefused(new byte[100], "it is no zip archive");
        assertRefused(new byte[0], "it is no zip archive");
    }

    @Test
    void spoiltBytesNeverEscapeAsAnException() throws IOException {
        byte[] archive = packed();
        Random random = new Random(20260313);
        for (int round = 0; round < 400; round++) {
            byte[] spoilt = archive.clone();
            for (int i = 0; i < 4; i++) {
                spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
                // The directory is what everything else hangs on.
                spoilt[spoilt.length - 1 - random.nextInt(600)] = (byte) random.nextInt(256);
            }
            assertThat(open(spoilt).report().folders()).isPositive();
        }
    }

    @Test
    void anArchiveThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> RegulationBundle.archive(temp.resolve("none.zip")))
                .isInstanceOf(CityTwinException.class)
                .hasMessageContaining("C111");
    }

    @Test
    void aFolderInAnArchiveIsTrustedByItsPathInside() throws IOException {
        Path file = Files.write(temp.resolve("laws.zip"), packed());
        Path host = Files.writeString(temp.resolve("trust.yaml"), """
                grants:
                  - {folder: laws.zip/heating, authorities: ["*"], rank: union, jurisdictions: ["*"]}
                """);
        RegulationBundle bundle = RegulationBundle.archive(file, AssetTypes.builtIn(), Trust.read(host));

        assertThat(bundle.find("xx.state.heating")).isPresent();
        assertThat(bundle.find("xx.northland.smog")).isEmpty();
    }

    private static ByteBuffer lastEntry(byte[] archive) {
        for (int at = archive.length - 4; at >= 0; at--) {
            if (ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN).getInt(at) == DIRECTORY_ENTRY) {
                return ByteBuffer.wrap(archive, at, archive.length - at).slice().order(ByteOrder.LITTLE_ENDIAN);
            }
        }
        throw new IllegalArgumentException("no entry");
    }

    private static byte[] replaced(byte[] archive, String name, String other) {
        byte[] changed = archive.clone();
        for (int at = indexOf(changed, name, 0); at >= 0; at = indexOf(changed, name, at)) {
            System.arraycopy(other.getBytes(StandardCharsets.UTF_8), 0, changed, at, other.length());
        }
        return changed;
    }

    private static int indexOf(byte[] archive, String name, int from) {
        return new String(archive, StandardCharsets.ISO_8859_1).indexOf(name, from);
    }
}
