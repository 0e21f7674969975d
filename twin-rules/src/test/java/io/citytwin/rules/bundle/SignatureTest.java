package io.citytwin.rules.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.citytwin.core.error.CityTwinException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignatureTest {

    private static final Path NORTHLAND = Path.of("src/test/resources/folders/northland");

    @TempDir
    private Path temp;

    private final SigningKey office = SigningKey.create();
    private final SigningKey stranger = SigningKey.create();
    private Path laws;
    private Path smog;

    @BeforeEach
    void copy() throws IOException {
        laws = temp.resolve("laws");
        smog = laws.resolve("smog");
        Folders.copy(NORTHLAND, laws);
    }

    private Trust trust(String signatures) throws IOException {
        return Trust.read(
                Files.writeString(temp.resolve("trust.yaml"), """
                signatures: %s
                keys: {office: %s}
                grants:
                  - {key: office, id: xx.northland.*, authorities: ["*"], rank: union, jurisdictions: ["*"], acts: ["*.*"], actuators: ["*.*"]}
                  - {folder: laws/heating, authorities: ["*"], rank: union, jurisdictions: ["*"]}
                """.formatted(signatures, office.publicText())));
    }

    private List<Problem> errors(String signatures) throws IOException {
        return RegulationBundle.directory(laws, trust(signatures)).report().errors();
    }

    private void assertRefused(String code, String message) throws IOException {
        RegulationBundle bundle = RegulationBundle.directory(laws, trust("optional"));
        assertThat(bundle.report().errors()).anySatisfy(problem -> {
            assertThat(problem.code().id()).isEqualTo(code);
            assertThat(problem.what()).contains(message);
            assertThat(problem.place().file()).startsWith("smog/");
        });
        assertThat(bundle.find("xx.northland.smog")).isEmpty();
        assertThat(bundle.find("xx.state.heating")).isPresent();
    }

    @Test
    void aSignedFolderIsLetIn() throws IOException {
        assertThat(office.sign(smog)).containsExactly(smog.resolve("signature.yaml"));

        assertThat(errors("optional")).isEmpty();
    }

    @Test
    void signingAgainChangesNothing() throws IOException {
        office.sign(laws);
        String before = Files.readString(smog.resolve("signature.yaml"));
        office.sign(laws);

        assertThat(smog.resolve("signature.yaml")).hasContent(before);
        assertThat(errors("required")).isEmpty();
    }

    @Test
    void aSignatureCanBeRequired() throws IOException {
        office.sign(smog);

        assertThat(errors("required")).first().satisfies(problem -> {
            assertThat(problem.code().id()).isEqualTo("R411");
            assertThat(problem.place()).hasToString("heating/signature.yaml:1:1");
            assertThat(problem.advice()).contains("citytwin sign");
        });
    }

    @Test
    void anUnsignedFolderHasNoGrantThatNamesAKey() throws IOException {
        assertRefused("R402", "with the id `xx.northland.smog`, not signed with a known key");
    }

    @Test
    void aChangedByteIsRefused() throws IOException {
        office.sign(smog);
        Path readme = smog.resolve("README.md");
        Files.writeString(readme, Files.readString(readme) + " ");

        assertRefused("R412", "a byte, a name or the number of files is another");
    }

    @Test
    void anAddedFileIsRefused() throws IOException {
        office.sign(smog);
        Files.writeString(smog.resolve("cases/2-on.txt"), "");

        assertRefused("R412", "The files are not those that were signed");
    }

    @Test
    void aRenamedFileIsRefused() throws IOException {
        office.sign(smog);
        Files.move(smog.resolve("cases/1-on.yaml"), smog.resolve("cases/1-off.yaml"));

        assertRefused("R412", "The files are not those that were signed");
    }

    @Test
    void aRemovedFileIsRefused() throws IOException {
        office.sign(smog);
        Files.delete(smog.resolve("README.md"));

        assertRefused("R412", "The files are not those that were signed");
    }

    @Test
    void theSignatureOfAnotherFolderIsRefused() throws IOException {
        office.sign(laws);
        Files.copy(
                laws.resolve("heating/signature.yaml"),
                smog.resolve("signature.yaml"),
                StandardCopyOption.REPLACE_EXISTING);

        assertRefused("R412", "The files are not those that were signed");
    }

    @Test
    void aSignatureThatClaimsTheHashOfChangedFilesIsRefused() throws IOException {
        office.sign(smog);
        String genuine = Files.readString(smog.resolve("signature.yaml"));
        Files.writeString(smog.resolve("README.md"), "changed");
        office.sign(smog);
        String changed = Files.readString(smog.resolve("signature.yaml"));
        Files.writeString(smog.resolve("signature.yaml"), line(changed, 0, 3) + line(genuine, 3, 4));

        assertRefused("R412", "The signature was not made with the key `office` for these files.");
    }

    @Test
    void aSignatureThatIsNoneIsRefused() throws IOException {
        office.sign(smog);
        String genuine = Files.readString(smog.resolve("signature.yaml"));
        for (String nonsense : List.of("", "!!", "AAAA", "A".repeat(88), "0".repeat(10_000))) {
            Files.writeString(smog.resolve("signature.yaml"), line(genuine, 0, 3) + "signature: '" + nonsense + "'\n");
            assertThat(errors("optional")).isNotEmpty();
        }
    }

    @Test
    void anUnknownKeyIsRefused() throws IOException {
        stranger.sign(smog);

        assertRefused("R413", "does not know the key `" + stranger.id() + "`");
    }

    @Test
    void aKeyThatIsUsedOutsideItsGrantIsRefused() throws IOException {
        office.sign(smog);
        Path regulation = smog.resolve("regulation.yaml");
        Files.writeString(
                regulation, Files.readString(regulation).replace("id: xx.northland.smog", "id: xx.southland.smog"));
        office.sign(smog);

        assertRefused("R402", "with the id `xx.southland.smog`, signed with `office`");
    }

    @Test
    void withoutTrustNobodyLooksAtSignatures() throws IOException {
        stranger.sign(smog);

        assertThat(RegulationBundle.directory(laws).report().errors()).isEmpty();
    }

    @Test
    void aKeyFileBelongsToItsOwnerAndIsNeverOverwritten() throws IOException {
        Path file = temp.resolve("office.key");
        office.write(file);

        assertThat(SigningKey.read(file).id()).isEqualTo(office.id());
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
        assertThatThrownBy(() -> stranger.write(file))
                .isInstanceOf(CityTwinException.class)
                .hasMessageContaining("R414")
                .hasMessageContaining("never overwritten");
    }

    @Test
    void whatHoldsNoPairOfKeysIsRefusedWithoutTellingIt() throws IOException {
        Path ours = temp.resolve("office.key");
        Path theirs = temp.resolve("stranger.key");
        office.write(ours);
        stranger.write(theirs);
        String mixed = line(Files.readString(ours), 0, 3) + line(Files.readString(theirs), 3, 6);
        Path file = Files.writeString(temp.resolve("mixed.key"), mixed);

        assertThatThrownBy(() -> SigningKey.read(file))
                .isInstanceOf(CityTwinException.class)
                .hasMessageContaining("holds no pair of keys")
                .satisfies(thrown -> assertThat(thrown.getMessage())
                        .doesNotContain(line(mixed, 1, 2).strip()));
        assertThatThrownBy(() -> SigningKey.read(temp)).hasMessageContaining("R414");
        assertThat(office).hasToString("key " + office.id());
    }

    @Test
    void aSignatureIsWrittenIntoTheFolderAndNotThroughALink() throws IOException {
        Path victim = smog.resolve("README.md");
        String before = Files.readString(victim);
        Files.createSymbolicLink(smog.resolve("signature.yaml"), victim);
        office.sign(smog);

        assertThat(victim).hasContent(before);
        assertThat(smog.resolve("signature.yaml")).isRegularFile();
    }

    private static String line(String text, int from, int to) {
        return String.join("\n", text.lines().toList().subList(from, to)) + "\n";
    }
}
