package io.citytwin.rules.bundle;

import io.citytwin.core.error.CityTwinException;
import io.citytwin.rules.internal.trust.Ed25519;
import io.citytwin.rules.internal.trust.KeyFile;
import io.citytwin.rules.internal.yaml.FolderSigner;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;

/**
 * A key that signs regulation folders. Immutable.
 *
 * <p>Nothing but {@link #write} tells the private part.
 */
public final class SigningKey {

    private final KeyPair pair;

    private SigningKey(KeyPair pair) {
        this.pair = pair;
    }

    /**
     * Makes a new key.
     *
     * @return a key that nobody else has
     */
    public static SigningKey create() {
        return new SigningKey(Ed25519.newPair());
    }

    /**
     * Reads a key.
     *
     * @param file as {@link #write} writes it
     * @return the key
     * @throws CityTwinException {@code R414} if it holds none
     */
    public static SigningKey read(Path file) {
        return new SigningKey(KeyFile.read(file));
    }

    /**
     * Writes the key into a new file, which only its owner may read where the file system knows owners.
     *
     * @param file that does not exist yet
     * @throws CityTwinException {@code R414} if it exists, or cannot be written
     */
    public void write(Path file) {
        KeyFile.write(pair, file);
    }

    /**
     * The public part, as {@code trust.yaml} names it under {@code keys}.
     *
     * @return Base64
     */
    public String publicText() {
        return Ed25519.text(pair.getPublic());
    }

    /**
     * What signatures call the key.
     *
     * @return the start of the public part's hash, hexadecimal
     */
    public String id() {
        return Ed25519.idOf(pair.getPublic());
    }

    /**
     * Signs folders: writes a {@code signature.yaml} over all bytes and names of files into each.
     *
     * @param directory each directory below it with a {@code regulation.yaml} is a folder; it may be one itself
     * @return the files written, none if there is no folder
     * @throws CityTwinException {@code C111} if there is no such directory, {@code R305} if a folder cannot be read whole;
     *     then nothing is written
     */
    public List<Path> sign(Path directory) {
        return FolderSigner.sign(directory, pair);
    }

    @Override
    public String toString() {
        return "key " + id();
    }
}
