package io.citytwin.adapter.sqlite.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals with AES-256-GCM and names keys by HMAC-SHA256, under two keys drawn from the one of a month. Immutable.
 *
 * <p>A sealed text is bound to where it stands: moved to another number or stream it does not open.
 */
final class MonthKey {

    private static final String HMAC = "HmacSHA256";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int NAME_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec sealing;
    private final SecretKeySpec naming;

    MonthKey(byte[] secret) {
        sealing = new SecretKeySpec(hmac(new SecretKeySpec(secret, HMAC), Text.bytes("seal")), "AES");
        naming = new SecretKeySpec(hmac(new SecretKeySpec(secret, HMAC), Text.bytes("name")), HMAC);
    }

    /** What stands for a key, so that who knows it finds its entries. */
    byte[] name(String stream, String key) {
        byte[] first = Text.bytes(stream);
        byte[] second = Text.bytes(key);
        ByteBuffer both = ByteBuffer.allocate(Integer.BYTES + first.length + second.length);
        both.putInt(first.length).put(first).put(second);
        return Arrays.copyOf(hmac(naming, both.array()), NAME_BYTES);
    }

    byte[] seal(long number, String place, byte[] plain) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, number, place);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never); // every Java has it
        }
    }

    /** What was sealed; empty if it was under another key, elsewhere, or changed. */
    Optional<byte[]> open(long number, String place, byte[] sealed) {
        if (sealed.length < NONCE_BYTES) {
            return Optional.empty();
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), number, place);
            return Optional.of(cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
        } catch (AEADBadTagException other) {
            return Optional.empty();
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never); // every Java has it
        }
    }

    private Cipher cipher(int mode, byte[] nonce, long number, String place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_16BE));
        return cipher;
    }

    private static byte[] hmac(SecretKeySpec key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never); // every Java has it
        }
    }
}
