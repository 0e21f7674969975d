package io.citytwin.rules.internal.trust;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** The signature algorithm, with the JDK's own implementation. Safe for use by many threads. */
public final class Ed25519 {

    /** How files name it. */
    public static final String NAME = "Ed25519";

    // A key that also signs other things cannot be made to sign a folder by them.
    private static final String PURPOSE = "citytwin regulation folder 1\n";

    private static final int ID_LENGTH = 16;

    private Ed25519() {}

    /**
     * Makes a new pair of keys from the JDK's secure randomness.
     *
     * @return the pair
     */
    public static KeyPair newPair() {
        return always(() -> KeyPairGenerator.getInstance(NAME).generateKeyPair());
    }

    /**
     * Signs the hash of a folder.
     *
     * @param key private
     * @param hash of the folder
     * @return the signature, in Base64
     */
    public static String sign(PrivateKey key, String hash) {
        return always(() -> {
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update((PURPOSE + hash).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        });
    }

    /**
     * Whether a signature is one of a key over the hash of a folder.
     *
     * @param key public
     * @param hash of the folder
     * @param signed the signature, in Base64
     * @return false for anything else, nonsense too
     */
    public static boolean verifies(PublicKey key, String hash, String signed) {
        Optional<byte[]> bytes = decoded(signed);
        return bytes.isPresent()
                && always(() -> {
                    Signature signature = Signature.getInstance(NAME);
                    signature.initVerify(key);
                    signature.update((PURPOSE + hash).getBytes(StandardCharsets.UTF_8));
                    try {
                        return signature.verify(bytes.get());
                    } catch (SignatureException malformed) {
                        return false;
                    }
                });
    }

    /**
     * The text by which a host knows a key.
     *
     * @param key public
     * @return Base64 of its X.509 form
     */
    public static String text(PublicKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }

    /**
     * Reads the text by which a host knows a key.
     *
     * @param text Base64 of its X.509 form
     * @return the key, or empty if it is none of this algorithm
     */
    public static Optional<PublicKey> publicKey(String text) {
        return decoded(text)
                .flatMap(bytes ->
                        maybe(() -> KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(bytes))));
    }

    /**
     * Reads a private key.
     *
     * @param text Base64 of its PKCS#8 form
     * @return the key, or empty if it is none of this algorithm
     */
    public static Optional<PrivateKey> privateKey(String text) {
        return decoded(text)
                .flatMap(bytes ->
                        maybe(() -> KeyFactory.getInstance(NAME).generatePrivate(new PKCS8EncodedKeySpec(bytes))));
    }

    /**
     * What signatures call a key.
     *
     * @param key public
     * @return the start of its hash, hexadecimal
     */
    public static String idOf(PublicKey key) {
        return Hashing.sha256().hashBytes(key.getEncoded()).toString().substring(0, 2 * ID_LENGTH);
    }

    private static Optional<byte[]> decoded(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** What each JDK from 15 on can do. */
    private interface Work<T> {
        T run() throws GeneralSecurityException;
    }

    private static <T> T always(Work<T> work) {
        try {
            return work.run();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no " + NAME, missing);
        }
    }

    private static <T> Optional<T> maybe(Work<T> work) {
        try {
            return Optional.of(work.run());
        } catch (GeneralSecurityException malformed) {
            return Optional.empty();
        }
    }
}
