package io.citytwin.rules.internal.trust;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.rules.error.RulesError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pair of keys in a file, as two PEM blocks. Safe for use by many threads. */
public final class KeyFile {

    private static final int LARGEST = 10_000;
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";

    private KeyFile() {}

    /**
     * Writes a pair into a new file that only its owner may read, where the file system knows owners.
     *
     * @param pair the keys
     * @param file that does not exist yet
     * @throws CityTwinException {@code R414} if it exists or cannot be written
     */
    public static void write(KeyPair pair, Path file) {
        String text = block(PRIVATE, pair.getPrivate().getEncoded())
                + block(PUBLIC, pair.getPublic().getEncoded());
        Set<StandardOpenOption> onlyNew = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (OutputStream out = Channels.newOutputStream(Files.newByteChannel(file, onlyNew, ownerOnly(file)))) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        } catch (FileAlreadyExistsException there) {
            throw refused(file, "exists already, and a key is never overwritten", "Maybe choose another name.");
        } catch (IOException failure) {
            throw refused(file, "cannot be written", "Maybe the directory does not exist, or is not yours.");
        }
    }

    // Given when the file is made: between making and changing it, others could open it.
    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean knowsOwners = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return knowsOwners
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String block(String name, byte[] bytes) {
        return "-----BEGIN " + name + "-----\n" + Base64.getEncoder().encodeToString(bytes) + "\n-----END " + name
                + "-----\n";
    }

    /**
     * Reads a pair.
     *
     * @param file as {@link #write} writes it
     * @return the keys
     * @throws CityTwinException {@code R414} if it cannot be read, or the keys are no pair
     */
    public static KeyPair read(Path file) {
        String text = text(file);
        Optional<PrivateKey> own = found(text, PRIVATE).flatMap(Ed25519::privateKey);
        Optional<PublicKey> known = found(text, PUBLIC).flatMap(Ed25519::publicKey);
        if (own.isEmpty() || known.isEmpty() || !Ed25519.verifies(known.get(), "", Ed25519.sign(own.get(), ""))) {
            throw refused(file, "holds no pair of keys", "Maybe make one with `citytwin keys new FILE`.");
        }
        return new KeyPair(known.get(), own.get());
    }

    private static String text(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) <= LARGEST) {
                return Files.readString(file, StandardCharsets.US_ASCII);
            }
        } catch (IOException failure) {
            throw refused(file, "cannot be read", "Maybe it is not yours, or is no key.");
        }
        throw refused(file, "is not there, or is no key", "Maybe make one with `citytwin keys new FILE`.");
    }

    private static Optional<String> found(String text, String name) {
        Matcher block = Pattern.compile("-----BEGIN " + name + "-----([A-Za-z0-9+/=\\s]*)-----END " + name + "-----")
                .matcher(text);
        return block.find() ? Optional.of(block.group(1).replaceAll("\\s", "")) : Optional.empty();
    }

    private static CityTwinException refused(Path file, String what, String advice) {
        return new CityTwinException(RulesError.KEY_FILE, "The key file `" + file + "` " + what + ".", advice);
    }
}
