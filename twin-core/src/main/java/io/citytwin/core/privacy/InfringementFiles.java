package io.citytwin.core.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.citytwin.core.error.CityTwinException;
import io.citytwin.core.error.CoreError;
import io.citytwin.core.model.TwinId;
import io.citytwin.core.signal.Passage;
import io.citytwin.core.time.CityClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Infringements, a file each, encrypted with AES-GCM under a key that lies apart, and deleted when their time is over. The
 * day until which one is kept stands in front of it in clear. Safe for use by many threads.
 */
public final class InfringementFiles {

    private static final String ENDING = ".case";
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}\\.case");
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final Path key;
    private final CityClock clock;

    private InfringementFiles(Path folder, Path key, CityClock clock) {
        this.folder = folder;
        this.key = key;
        this.clock = clock;
    }

    /**
     * Opens a folder; what is over in it is deleted at once.
     *
     * @param folder of the files, one process at a time
     * @param key file of the key, made if it is not there; keep it apart from the folder
     * @param clock tells whose time is over
     * @return the infringements in it
     */
    public static InfringementFiles in(Path folder, Path key, CityClock clock) {
        InfringementFiles files = new InfringementFiles(folder, key, clock);
        files.destroyOver();
        return files;
    }

    /**
     * Keeps an infringement. The same passage again, as for a dispute, gets another time.
     *
     * @param infringement what the fine needs
     * @param until from then on it is deleted
     */
    public synchronized void keep(Infringement infringement, Instant until) {
        byte[] iv = new byte[IV_BYTES];
        new SecureRandom().nextBytes(iv);
        Path file = file(infringement.passage().id());
        byte[] hidden =
                cipher(Cipher.ENCRYPT_MODE, file, new Sealed(until.getEpochSecond(), iv, written(infringement)));
        OwnerFiles.write(file, new Sealed(until.getEpochSecond(), iv, hidden).bytes());
    }

    /**
     * An infringement that is kept.
     *
     * @param passage its id
     * @return empty if there is none, or none any more
     * @throws CityTwinException {@code C111} if the file was changed, or the key is another one or lost
     */
    public synchronized Optional<Infringement> find(String passage) {
        destroyOver();
        Path file = file(passage);
        return Files.exists(file)
                ? Optional.of(read(cipher(Cipher.DECRYPT_MODE, file, Sealed.of(OwnerFiles.read(file)))))
                : Optional.empty();
    }

    /** Deletes what is over; reading does so as well. Call it each day. */
    public synchronized void destroyOver() {
        OwnerFiles.names(folder, NAME).stream()
                .map(folder::resolve)
                .filter(file ->
                        Sealed.of(OwnerFiles.read(file)).until <= clock.now().getEpochSecond())
                .forEach(OwnerFiles::delete);
    }

    private Path file(String passage) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(passage.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(hash) + ENDING);
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never); // every Java has it
        }
    }

    /** The file's name and the time are sealed in: neither can be changed. */
    private byte[] cipher(int mode, Path file, Sealed sealed) {
        byte[] secret = mode == Cipher.ENCRYPT_MODE ? OwnerFiles.keyOrNew(key) : OwnerFiles.key(key);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, sealed.iv));
            cipher.updateAAD((file.getFileName() + " " + sealed.until).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(sealed.content);
        } catch (GeneralSecurityException e) {
            throw new CityTwinException(
                    CoreError.NOTHING_TO_READ,
                    "`" + file + "` cannot be opened with `" + key + "`.",
                    "Maybe the file was changed, or the key is another one.",
                    e);
        }
    }

    private static byte[] written(Infringement infringement) {
        Passage passage = infringement.passage();
        ObjectNode json = JSON.createObjectNode()
                .put("id", passage.id())
                .put("vehicle", passage.vehicle().toString())
                .put("gate", passage.gate().toString())
                .put("at", passage.at().toString())
                .put("plate", infringement.plate())
                .put("reason", infringement.reason());
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Infringement read(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            Passage passage = new Passage(
                    json.path("id").asText(),
                    TwinId.of(json.path("vehicle").asText()),
                    TwinId.of(json.path("gate").asText()),
                    Instant.parse(json.path("at").asText()));
            return new Infringement(
                    passage, json.path("plate").asText(), json.path("reason").asText());
        } catch (IOException never) {
            throw new UncheckedIOException(never); // it was sealed as JSON
        }
    }

    /** A file: the second until which it is kept, the start of the cipher, and what is hidden. Immutable. */
    private static final class Sealed {

        private static final int HEAD = Long.BYTES + IV_BYTES;
        private static final int TAG_BYTES = TAG_BITS / Byte.SIZE;

        private final long until;
        private final byte[] iv;
        private final byte[] content;

        Sealed(long until, byte[] iv, byte[] content) {
            this.until = until;
            this.iv = iv;
            this.content = content;
        }

        /** What is too short to be one is kept for whoever looks into it, and cannot be opened. */
        static Sealed of(byte[] file) {
            if (file.length < HEAD + TAG_BYTES) {
                return new Sealed(Long.MAX_VALUE, new byte[IV_BYTES], new byte[TAG_BYTES]);
            }
            ByteBuffer in = ByteBuffer.wrap(file);
            long until = in.getLong();
            byte[] iv = new byte[IV_BYTES];
            in.get(iv);
            byte[] content = new byte[in.remaining()];
            in.get(content);
            return new Sealed(until, iv, content);
        }

        byte[] bytes() {
            return ByteBuffer.allocate(HEAD + content.length)
                    .putLong(until)
                    .put(iv)
                    .put(content)
                    .array();
        }
    }
}
