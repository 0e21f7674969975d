package io.citytwin.adapter.dittoembedded.internal.net;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Users and what proves them, as keyed digests: comparing takes the same time whether a name is known or not. Immutable.
 */
public final class Passwords {

    private static final String MAC = "HmacSHA256";

    private final byte[] key = new byte[32];
    private final Map<String, byte[]> digests = new HashMap<>();
    private final Map<String, List<String>> subjects = new HashMap<>();

    /**
     * Takes users.
     *
     * @param users by name
     */
    public Passwords(Map<String, User> users) {
        new SecureRandom().nextBytes(key);
        users.forEach((name, user) -> {
            digests.put(name, digest(user.password()));
            subjects.put(name, user.subjects());
        });
    }

    boolean isEmpty() {
        return digests.isEmpty();
    }

    /** The subjects of a user, if the password is the right one. */
    Optional<List<String>> check(String name, String password) {
        byte[] given = digest(password);
        byte[] right = digests.getOrDefault(name, key);
        boolean same = MessageDigest.isEqual(given, right);
        return same ? Optional.ofNullable(subjects.get(name)) : Optional.empty();
    }

    @Override
    public String toString() {
        return digests.size() + " users";
    }

    private byte[] digest(String password) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + MAC, impossible);
        }
    }

    /**
     * A user. Immutable.
     *
     * @param password never printed
     * @param subjects as policies name it
     */
    public record User(String password, List<String> subjects) {

        /** Copies the subjects. */
        public User {
            subjects = List.copyOf(subjects);
        }

        @Override
        public String toString() {
            return "User" + subjects;
        }
    }
}
