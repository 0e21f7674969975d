package io.citytwin.adapter.sqlite.internal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * SHA-256 over what lies in the file. Each part stands behind its length and each kind of thing begins with another letter, so
 * no two things have the same bytes. For one thread at a time.
 */
final class Digests {

    static final int BYTES = 32;

    private final MessageDigest sha = sha256();
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never); // every Java has it
        }
    }

    byte[] entry(Row row) {
        begin('E').put(row.number).put(Text.bytes(row.stream)).put(row.schema).put(row.month);
        return put(row.key).put(row.payload).end();
    }

    byte[] mark(String name, long at, int month, byte[] state) {
        return begin('M').put(Text.bytes(name)).put(at).put(month).put(state).end();
    }

    /** The entries of one stream in one link, from their own digests. */
    byte[] group(String stream, List<byte[]> entries) {
        begin('G').put(Text.bytes(stream)).put(entries.size());
        entries.forEach(sha::update);
        return end();
    }

    byte[] link(byte[] before, Link link, List<byte[]> groups) {
        begin('L').put(before).put(link.number()).put(link.last()).put(groups.size());
        groups.forEach(sha::update);
        return put(link.marks()).put(Text.bytes(link.event())).end();
    }

    private Digests begin(char kind) {
        sha.reset();
        sha.update((byte) kind);
        return this;
    }

    private Digests put(long value) {
        sha.update(number.putLong(0, value).array());
        return this;
    }

    private Digests put(byte[] bytes) {
        put(bytes.length);
        sha.update(bytes);
        return this;
    }

    private byte[] end() {
        return sha.digest();
    }
}
